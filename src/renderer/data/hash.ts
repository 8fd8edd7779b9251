import { sha256 } from '@noble/hashes/sha2';

/** Bytes up to which they are hashed here: the browser's own hash takes a trip to another thread. */
const SMALL = 16 * 1024;
/** So many that are hashed together share the trip, and it is the cheaper way for small ones too. */
const SEVERAL = 4;

/** Lower-case hexadecimal SHA-256. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return bytes.byteLength <= SMALL ? hexOf(sha256(bytes)) : hashElsewhere(bytes);
}

/** The same of each, in their order. */
export function sha256OfEach(all: readonly Uint8Array[]): Promise<string[]> {
  return Promise.all(all.map(all.length < SEVERAL ? sha256Of : hashElsewhere));
}

/** SHA-256 of a text's UTF-8 bytes. */
export function sha256OfText(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text));
}

/** The same of each, in their order. */
export function sha256OfTexts(texts: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  return sha256OfEach(texts.map((text) => encoder.encode(text)));
}

async function hashElsewhere(bytes: Uint8Array): Promise<string> {
  // We share no memory between threads; a copy would only be there for the type.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return hexOf(new Uint8Array(digest));
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Made in one piece: added up from bytes, the string would be put together where it is stored. */
function hexOf(digest: Uint8Array): string {
  const codes = new Uint8Array(digest.length * 2);
  for (let at = 0; at < digest.length; at += 1) {
    const byte = digest[at] as number;
    codes[at * 2] = DIGITS[byte >>> 4] as number;
    codes[at * 2 + 1] = DIGITS[byte & 15] as number;
  }
  return String.fromCharCode(...codes);
}
