import { createHash } from 'node:crypto';
import { hex, latin1 } from './pdf-bytes';

/** Encrypts the parts of a PDF file with RC4, 40 bits. */

const PADDING = Uint8Array.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'.match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

export interface Key {
  bytes: Uint8Array;
  id: Uint8Array;
  dict: string;
}

/** Revision 2 of the standard security handler. */
export function encryptionKey(password: string): Key {
  const id = md5(latin1('zhaiji'));
  const padded = new Uint8Array([...latin1(password), ...PADDING]).slice(0, 32);
  const owner = rc4(md5(padded).slice(0, 5), padded);
  const permissions = Uint8Array.of(0xfc, 0xff, 0xff, 0xff);
  const bytes = md5(new Uint8Array([...padded, ...owner, ...permissions, ...id])).slice(0, 5);
  const user = rc4(bytes, PADDING);
  const dict = `<< /Filter /Standard /V 1 /R 2 /O <${hex(owner)}> /U <${hex(user)}> /P -4 >>`;
  return { bytes, id, dict };
}

export function encryptFor(key: Key | null, number: number, data: Uint8Array): Uint8Array {
  if (!key) return data;
  const salted = [...key.bytes, number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0];
  return rc4(md5(new Uint8Array(salted)).slice(0, 10), data);
}

function md5(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('md5').update(bytes).digest());
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  });
}
