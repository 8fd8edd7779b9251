import type { Encoding } from '@domain/model';
import { hasBinaryMagic, type InvalidBytes, scanGb18030, scanUtf8, scanUtf16 } from './encodings';
import { guessEncoding } from './guess-encoding';

/** Line ends other than LF that were turned into LF. */
export interface NormalisedLineEnds {
  crlf: number;
  cr: number;
}

export type DecodeResult =
  | {
      ok: true;
      /** Line ends are LF; a byte order mark is not part of it. */
      text: string;
      encoding: Encoding;
      hadBom: boolean;
      invalid: InvalidBytes;
      lineEnds: NormalisedLineEnds;
    }
  | { ok: false; reason: 'empty' | 'binary' };

export interface DecodeOptions {
  /** Chosen by the researcher; nothing is guessed then, binary files are still refused. */
  encoding?: Encoding;
}

/** A file whose decoded characters are to more than this share control characters is no text. */
const MAX_CONTROL_SHARE = 0.02;

/**
 * Turns a file's bytes into text. Encodings: UTF-8, UTF-16LE/BE, each with or without byte order
 * mark, and GB18030 (which includes GBK and GB2312); WHATWG Encoding's decoders do the work.
 * Offsets in the result are byte offsets in the file. Never throws.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodeResult {
  const bom = findBom(bytes);
  if (bytes.length === (bom?.length ?? 0)) return { ok: false, reason: 'empty' };
  if (hasBinaryMagic(bytes)) return { ok: false, reason: 'binary' };
  const encoding = options.encoding ?? bom?.encoding ?? guessEncoding(bytes);
  if (encoding === null) return { ok: false, reason: 'binary' };
  const bomLength = bom?.encoding === encoding ? bom.length : 0;
  const content = bytes.subarray(bomLength);
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  if (looksBinary(decoded)) return { ok: false, reason: 'binary' };
  const { text, lineEnds } = normaliseLineEnds(decoded);
  const invalid = shift(scan(content, encoding), bomLength);
  return { ok: true, text, encoding, hadBom: bomLength > 0, invalid, lineEnds };
}

function findBom(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) {
    return { encoding: 'gb18030', length: 4 };
  }
  return null;
}

function scan(content: Uint8Array, encoding: Encoding): InvalidBytes {
  switch (encoding) {
    case 'utf-8':
      return scanUtf8(content);
    case 'gb18030':
      return scanGb18030(content);
    default:
      return scanUtf16(content, encoding === 'utf-16le');
  }
}

function shift(invalid: InvalidBytes, by: number): InvalidBytes {
  if (invalid.count === 0) return invalid;
  return {
    count: invalid.count,
    firstOffset: invalid.firstOffset + by,
    offsets: invalid.offsets.map((offset) => offset + by),
  };
}

function looksBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // Tab, line feed, form feed, carriage return and vertical tab do occur in texts.
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d)) controls += 1;
  }
  return controls > text.length * MAX_CONTROL_SHARE;
}

function normaliseLineEnds(decoded: string): { text: string; lineEnds: NormalisedLineEnds } {
  const lineEnds: NormalisedLineEnds = { crlf: 0, cr: 0 };
  if (!decoded.includes('\r')) return { text: decoded, lineEnds };
  const text = decoded.replace(/\r\n?/g, (end) => {
    if (end === '\r') lineEnds.cr += 1;
    else lineEnds.crlf += 1;
    return '\n';
  });
  return { text, lineEnds };
}
