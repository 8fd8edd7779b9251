import { sha256 } from '@noble/hashes/sha2';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes up to which they are hashed here: the browser's own hash takes a trip to another thread. */
const SMALL = 16 * 1024;

/** Lower-case hexadecimal SHA-256. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength <= SMALL) return hexOf(sha256(bytes));
  // We share no memory between threads; a copy would only be there for the type.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return hexOf(new Uint8Array(digest));
}

/** SHA-256 of a text's UTF-8 bytes. */
export function sha256OfText(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text));
}

function hexOf(digest: Uint8Array): string {
  let hex = '';
  for (const byte of digest) hex += HEX[byte];
  return hex;
}
