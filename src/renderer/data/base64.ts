/** Bytes at a time: the arguments of one call are limited. */
const PIECE = 0x8000;

/** Standard base64 (RFC 4648) of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}

/** The bytes of standard base64. @throws DOMException `InvalidCharacterError` for anything else. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
