/**
 * What bytes are as such: magic numbers of files that are not text, and scanners that find what an
 * encoding does not allow. The decoders of `decode-pairs.ts` and `decode-hz.ts` find it themselves.
 */

/** Invalid bytes: how many places, and where the first of them are (byte offsets in the file). */
export interface InvalidBytes {
  count: number;
  /** Byte offset of the first place, -1 when there is none. */
  firstOffset: number;
  /** Byte offsets of the first places, at most `MAX_OFFSETS`. */
  offsets: number[];
  /** For each of `offsets` the 1-based line of the decoded text; missing when there are none. */
  lines?: number[];
}

const MAX_OFFSETS = 20;

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, xlsx, epub
  [0x50, 0x4b, 0x05, 0x06], // empty zip
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], // OLE: doc, xls, ppt
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x52, 0x61, 0x72, 0x21, 0x1a], // rar
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0x1f, 0x8b, 0x08], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x7b, 0x5c, 0x72, 0x74, 0x66, 0x31], // {\rtf1
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite f
  [0x00, 0x00, 0xfe, 0xff], // UTF-32BE, not supported
  [0xff, 0xfe, 0x00, 0x00], // UTF-32LE, not supported
];

/** Whether the bytes begin with the magic number of a format that is not plain text. */
export function hasBinaryMagic(bytes: Uint8Array): boolean {
  return MAGIC.some((magic) => magic.every((byte, index) => bytes[index] === byte));
}

/** Gathers the places of invalid bytes; its memory does not grow with their number. */
export class InvalidCounter {
  readonly result: InvalidBytes = { count: 0, firstOffset: -1, offsets: [] };

  /** `line`: 1-based, where the decoder counts lines itself. */
  add(offset: number, line?: number): void {
    const found = this.result;
    if (found.count === 0) found.firstOffset = offset;
    if (found.offsets.length < MAX_OFFSETS) {
      found.offsets.push(offset);
      if (line !== undefined) found.lines = [...(found.lines ?? []), line];
    }
    found.count += 1;
  }
}

/** Finds what UTF-8 does not allow (RFC 3629): one place per maximal ill-formed sequence. */
export function scanUtf8(bytes: Uint8Array): InvalidBytes {
  const invalid = new InvalidCounter();
  const size = bytes.length;
  let i = 0;
  while (i < size) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const need = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >> 4 === 0xe ? 2 : utf8Four(lead);
    let have = 0;
    while (have < need && utf8Trail(lead, have, bytes[i + have + 1])) have += 1;
    if (need === 0 || have < need) invalid.add(i);
    i += have + 1;
  }
  return invalid.result;
}

function utf8Four(lead: number): number {
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

function utf8Trail(lead: number, index: number, byte: number | undefined): boolean {
  if (byte === undefined) return false;
  let low = 0x80;
  let high = 0xbf;
  if (index === 0) {
    if (lead === 0xe0) low = 0xa0;
    else if (lead === 0xed) high = 0x9f;
    else if (lead === 0xf0) low = 0x90;
    else if (lead === 0xf4) high = 0x8f;
  }
  return byte >= low && byte <= high;
}

/** Finds lone surrogates and a trailing odd byte in UTF-16. `bytes` without byte order mark. */
export function scanUtf16(bytes: Uint8Array, littleEndian: boolean): InvalidBytes {
  const invalid = new InvalidCounter();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.length - (bytes.length % 2);
  for (let i = 0; i < size; i += 2) {
    const unit = view.getUint16(i, littleEndian);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = i + 2 < size ? view.getUint16(i + 2, littleEndian) : 0;
    if (unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) i += 2;
    else invalid.add(i);
  }
  // A high surrogate and an odd byte at the very end are one unfinished character.
  const last = size < bytes.length && size > 0 ? view.getUint16(size - 2, littleEndian) : 0;
  if (size < bytes.length && !(last >= 0xd800 && last <= 0xdbff)) invalid.add(size);
  return invalid.result;
}

/**
 * The 1-based lines of the text in which byte offsets (ascending) lie. For encodings in which a CR or
 * LF byte is always a line end; CR LF counts once.
 */
export function linesAt(bytes: Uint8Array, offsets: readonly number[]): number[] {
  let line = 1;
  let from = 0;
  return offsets.map((offset) => {
    for (let i = from; i < offset; i += 1) {
      if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line += 1;
    }
    from = offset;
    return line;
  });
}

/** The same for UTF-16; `bytes` without byte order mark. */
export function linesAtUtf16(
  bytes: Uint8Array,
  offsets: readonly number[],
  littleEndian: boolean,
): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (i: number): number => (i + 1 < bytes.length ? view.getUint16(i, littleEndian) : -1);
  let line = 1;
  let from = 0;
  return offsets.map((offset) => {
    for (let i = from; i < offset; i += 2) {
      if (at(i) === 0x0a || (at(i) === 0x0d && at(i + 2) !== 0x0a)) line += 1;
    }
    from = offset;
    return line;
  });
}
