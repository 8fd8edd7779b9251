import type { Encoding } from '@domain/model';
import { encodingForLabel } from './declared-encoding';
import { decodeHz } from './decode-hz';
import { decodePairs } from './decode-pairs';
import {
  hasBinaryMagic,
  type InvalidBytes,
  linesAt,
  linesAtUtf16,
  scanUtf8,
  scanUtf16,
} from './encodings';
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
  /** What something outside the bytes says (the `charset=` of a MIME part). It may be wrong. */
  declared?: string;
}

/** A file whose decoded characters are to more than this share control characters is no text. */
const MAX_CONTROL_SHARE = 0.02;

/**
 * Turns a file's bytes into text, in the encoding that was chosen, that a byte order mark says, or
 * that is guessed. GB18030 includes GBK and GB 2312; Big5 includes HKSCS.
 * Offsets in the result are byte offsets in the file. Never throws.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodeResult {
  const bom = findBom(bytes);
  if (bytes.length === (bom?.length ?? 0)) return { ok: false, reason: 'empty' };
  if (hasBinaryMagic(bytes)) return { ok: false, reason: 'binary' };
  const chosen = options.encoding ?? bom?.encoding;
  const guess = chosen
    ? { encoding: chosen, text: null }
    : guessEncoding(bytes, encodingForLabel(options.declared ?? ''));
  if (guess === null) return { ok: false, reason: 'binary' };
  const { encoding } = guess;
  const bomLength = bom?.encoding === encoding ? bom.length : 0;
  const content = bytes.subarray(bomLength);
  const decoded =
    guess.text === null ? decodeAs(content, encoding) : { text: guess.text, invalid: NONE };
  if (looksBinary(decoded.text)) return { ok: false, reason: 'binary' };
  const { text, lineEnds } = normaliseLineEnds(decoded.text);
  const invalid = shift(decoded.invalid, bomLength);
  return { ok: true, text, encoding, hadBom: bomLength > 0, invalid, lineEnds };
}

const NONE: InvalidBytes = { count: 0, firstOffset: -1, offsets: [] };

/** The byte order mark that the bytes begin with, its length in bytes. */
export function findBom(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) {
    return { encoding: 'gb18030', length: 4 };
  }
  return null;
}

/** Decodes bytes without byte order mark; a text without U+FFFD need not be searched for errors. */
function decodeAs(
  content: Uint8Array,
  encoding: Encoding,
): { text: string; invalid: InvalidBytes } {
  switch (encoding) {
    case 'gb18030':
    case 'big5': {
      const { text, invalid } = decodePairs(content, encoding);
      return { text, invalid: withLines(invalid.result, (at) => linesAt(content, at)) };
    }
    case 'hz-gb-2312': {
      const { text, invalid } = decodeHz(content);
      return { text, invalid: invalid.result };
    }
  }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  if (!text.includes('\ufffd')) return { text, invalid: NONE };
  if (encoding === 'utf-8') {
    return { text, invalid: withLines(scanUtf8(content), (at) => linesAt(content, at)) };
  }
  const little = encoding === 'utf-16le';
  const invalid = scanUtf16(content, little);
  return { text, invalid: withLines(invalid, (at) => linesAtUtf16(content, at, little)) };
}

function withLines(
  invalid: InvalidBytes,
  linesOf: (offsets: readonly number[]) => number[],
): InvalidBytes {
  return invalid.count === 0 ? NONE : { ...invalid, lines: linesOf(invalid.offsets) };
}

function shift(invalid: InvalidBytes, by: number): InvalidBytes {
  if (invalid.count === 0) return { ...NONE, offsets: [] };
  return {
    ...invalid,
    firstOffset: invalid.firstOffset + by,
    offsets: invalid.offsets.map((offset) => offset + by),
  };
}

// Tab, line feed, form feed, carriage return and vertical tab do occur in texts.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1f]/;

function looksBinary(text: string): boolean {
  const first = text.search(CONTROL);
  if (first < 0) return false;
  let controls = 0;
  for (let i = first; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d)) controls += 1;
  }
  return controls > text.length * MAX_CONTROL_SHARE;
}

function normaliseLineEnds(decoded: string): { text: string; lineEnds: NormalisedLineEnds } {
  if (!decoded.includes('\r')) return { text: decoded, lineEnds: { crlf: 0, cr: 0 } };
  const paired = decoded.replaceAll('\r\n', '\n');
  let cr = 0;
  for (let at = paired.indexOf('\r'); at >= 0; at = paired.indexOf('\r', at + 1)) cr += 1;
  const text = cr === 0 ? paired : paired.replaceAll('\r', '\n');
  return { text, lineEnds: { crlf: decoded.length - paired.length, cr } };
}
