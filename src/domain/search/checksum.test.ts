import { expect, it } from 'vitest';
import { checksum } from './checksum';

const bytesOf = (text: string) => new TextEncoder().encode(text);

// Values that the reference implementation gives with seed 0.
it.each([
  ['', 0x02cc5d05],
  ['a', 0x550d7456],
  ['abc', 0x32d153ff],
  ['Nobody inspects the spammish repetition', 0xe2293b2f],
])('is xxHash32 of %j', (text, hash) => {
  expect(checksum(bytesOf(text))).toBe(hash);
});

it('does not depend on where the bytes lie in their buffer', () => {
  const bytes = bytesOf('五社联动，家园共建；社会工作，服务基层。');
  for (let shift = 0; shift < 8; shift += 1) {
    const buffer = new Uint8Array(bytes.length + shift);
    buffer.set(bytes, shift);
    expect(checksum(buffer.subarray(shift))).toBe(checksum(bytes));
  }
});
