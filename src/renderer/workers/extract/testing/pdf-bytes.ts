/** Text as the bytes and hexadecimal digits that a PDF file has. */

export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1) {
    bytes[i * 2] = text.charCodeAt(i) >> 8;
    bytes[i * 2 + 1] = text.charCodeAt(i) & 255;
  }
  return bytes;
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, code2).join('');
}

export function code2(code: number): string {
  return code.toString(16).padStart(2, '0');
}

export function code4(code: number): string {
  return code.toString(16).padStart(4, '0');
}
