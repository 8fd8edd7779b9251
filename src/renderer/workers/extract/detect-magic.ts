import type { ErrorCode } from '@shared/errors';

/** What the first bytes of a file say that is not text. */
export type MagicGuess = { format: 'pdf' } | { format: 'zip' } | { error: ErrorCode } | null;

/** PDF readers find the header within the first kilobyte (ISO 32000-1, annex H.3.4.1). */
const PDF_WINDOW = 1024;

/** Bytes at an offset, as characters of the same numbers. */
type Magic = readonly [offset: number, bytes: string];

const ZIP: readonly Magic[] = [
  [0, 'PK\x03\x04'],
  [0, 'PK\x05\x06'],
  [0, 'PK\x07\x08PK'],
];
const COMPOUND: readonly Magic[] = [[0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']];
const IMAGES: readonly Magic[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF87a'],
  [0, 'GIF89a'],
  [8, 'WEBPVP8'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'].map(
    (brand): Magic => [4, `ftyp${brand}`],
  ),
  [0, '\0\0\0\x0cJXL '],
  [0, '\0\0\0\x0cjP  '],
  [0, '8BPS\0\x01'],
];
const UNSUPPORTED: readonly Magic[] = [
  [0, '{\\rtf'],
  [0, 'Rar!\x1a\x07'],
  [0, '7z\xbc\xaf\x27\x1c'],
  [0, '\x1f\x8b\x08'],
  [4, '1AY&SY'],
  [0, '\xfd7zXZ\0'],
  [257, 'ustar\x0000'],
  [257, 'ustar  \0'],
];

/** Tells formats by their magic numbers; `null` when there is none and it may be text. */
export function guessByMagic(bytes: Uint8Array): MagicGuess {
  const begins = (magics: readonly Magic[]): boolean =>
    magics.some(([offset, magic]) => hasBytes(bytes, offset, magic));
  if (isPdf(bytes)) return { format: 'pdf' };
  if (begins(ZIP)) return { format: 'zip' };
  if (begins(COMPOUND)) return { error: guessCompound(bytes) };
  if (begins(IMAGES) || isBitmap(bytes)) return { error: 'file-image' };
  if (begins(UNSUPPORTED)) return { error: 'file-unsupported' };
  return null;
}

function hasBytes(bytes: Uint8Array, offset: number, magic: string): boolean {
  for (let i = 0; i < magic.length; i += 1) {
    if (bytes[offset + i] !== magic.charCodeAt(i)) return false;
  }
  return true;
}

/** Bytes as characters, of which only those of ASCII are to be looked at. */
export function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** With something before the header it must go on like a PDF: a text may write about PDFs. */
function isPdf(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, PDF_WINDOW);
  let at = head.indexOf(0x25);
  while (at >= 0 && !hasBytes(bytes, at, '%PDF-')) at = head.indexOf(0x25, at + 1);
  if (at < 0) return false;
  const from = hasBytes(bytes, 0, '\xef\xbb\xbf') ? 3 : 0;
  if (head.subarray(from, at).every((byte) => byte <= 0x20)) return true;
  return /[\r\n]\d+ \d+ obj\b/.test(asciiOf(bytes.subarray(at, at + 4 * PDF_WINDOW)));
}

/** `BM` alone could begin a text: the header's size and reserved fields must fit too. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x42 || bytes[1] !== 0x4d || bytes.length < 26) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = [12, 16, 40, 52, 56, 64, 108, 124];
  return view.getUint32(6, true) === 0 && known.includes(view.getUint32(14, true));
}

/** Streams by which the programs of Microsoft's compound files are told ([MS-CFB] 2.6.1). */
const STREAMS: readonly [name: string, error: ErrorCode][] = [
  ['EncryptedPackage', 'file-encrypted'],
  ['WordDocument', 'file-word-old'],
  ['Workbook', 'file-unsupported'],
  ['Book', 'file-unsupported'],
  ['PowerPoint Document', 'file-unsupported'],
];

/**
 * What a compound file is, by the names in its directory. Directory entries are 128 bytes long and
 * stand at multiples of 128, so the chain of sectors need not be followed.
 */
function guessCompound(bytes: Uint8Array): ErrorCode {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<ErrorCode>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    // Length of the name in bytes, with the NUL that ends it; then the entry's type, a stream.
    const size = view.getUint16(at + 64, true);
    if (size < 10 || size > 64 || bytes[at + 66] !== 2) continue;
    const name = asciiOf(bytes.subarray(at, at + size - 2)).replaceAll('\0', '');
    const error = STREAMS.find(([stream]) => stream === name)?.[1];
    if (error !== undefined && name.length * 2 + 2 === size) found.add(error);
  }
  return STREAMS.find(([, error]) => found.has(error))?.[1] ?? 'file-unsupported';
}
