import type { Encoding } from '@domain/model';
import { declaredEncoding } from './declared-encoding';
import { scanUtf8 } from './encodings';
import { acceptability, type Reading, readSample } from './score-text';

/** Bytes that statistics look at; more would not make them surer. */
const SAMPLE = 2048;

/**
 * What is known before the bytes are looked at, as logarithms of odds. A declaration settles what
 * could be read either way, and loses against a few characters that contradict it.
 */
const DECLARED = 12;
const PRIOR: Readonly<Record<Encoding, number>> = {
  'utf-8': 1,
  gb18030: 1,
  big5: 0,
  'utf-16le': 0,
  'utf-16be': -1,
  'hz-gb-2312': 0,
};
/** Other encodings are hardly ever valid UTF-8 by chance. */
const VALID_UTF8 = 6;

/** How good a wide or seven-bit reading must be; without it the bytes are what they look like. */
const ACCEPTABLE = 0.4;

export interface Guess {
  encoding: Encoding;
  /** The whole text, when finding the encoding has decoded it; without byte order mark. */
  text: string | null;
}

/**
 * Guesses the encoding of text bytes without a byte order mark. Valid UTF-8 is UTF-8, after one pass,
 * unless it is seven-bit with HZ escapes, has zero bytes (UTF-16), or has no character that takes
 * three bytes and reads better as Chinese. The rest is decided by how probable a sample is under each
 * encoding, with what the file declares (or `declared`, what was said outside of it) as a prior.
 * Returns `null` when NULs say that these bytes are not text.
 */
export function guessEncoding(bytes: Uint8Array, declared: Encoding | null = null): Guess | null {
  const text = decodeUtf8(bytes);
  const utf8: Guess = { encoding: 'utf-8', text: endsCut(bytes) ? null : text };
  if (text !== null && /[\u0800-\uffff]/.test(text) && !text.includes('\0')) {
    return utf8;
  }
  if (text !== null && text.length === bytes.length && !text.includes('\0')) {
    return isHz(bytes, text, declared) ? { encoding: 'hz-gb-2312', text: null } : utf8;
  }
  const nulls = bytes.includes(0);
  const wide = nulls || (text === null && seemsWide(bytes)) ? wideReading(bytes) : null;
  // A wide text begins at its first byte, the others may be looked at wherever they are not ASCII.
  const sample = wide ? bytes.subarray(0, SAMPLE) : sampleOf(bytes);
  const best = narrowReading(bytes, sample, declared, text !== null);
  if (wide && wide.likelihood > best.likelihood) return { encoding: wide.encoding, text: null };
  if (nulls && tooManyNulls(bytes)) return null;
  return best.encoding === 'utf-8' ? utf8 : { encoding: best.encoding, text: null };
}

/** Whether the last bytes are the beginning of a UTF-8 character. */
function endsCut(bytes: Uint8Array): boolean {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes.at(-back) ?? 0;
    if (byte < 0x80) return false;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2);
  }
  return false;
}

/** Bytes at the beginning that are tried before the whole: a failed decoding is dear. */
const TRIED = 512;

/** The text when the bytes are valid UTF-8, but for a last character that is cut off. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const tried = scanUtf8(bytes.subarray(0, TRIED));
  if (tried.firstOffset >= 0 && tried.firstOffset < Math.min(TRIED, bytes.length) - 3) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function narrowReading(
  bytes: Uint8Array,
  sample: Uint8Array,
  declared: Encoding | null,
  validUtf8: boolean,
): Reading {
  const readings = (['utf-8', 'gb18030', 'big5'] as const).map((encoding) => {
    const reading = readSample(sample, encoding);
    reading.likelihood += PRIOR[encoding];
    if (encoding === 'utf-8' && validUtf8) reading.likelihood += VALID_UTF8;
    return reading;
  });
  const best = better(readings);
  const close = readings.filter(({ likelihood }) => likelihood > best.likelihood - DECLARED);
  if (close.length === 1) return best;
  // Only now does it matter what the file says.
  const said = declared ?? declaredEncoding(bytes);
  return close.find(({ encoding }) => encoding === said) ?? best;
}

function better(readings: readonly Reading[]): Reading {
  return readings.reduce((best, next) => (next.likelihood > best.likelihood ? next : best));
}

/** The better of the two UTF-16 readings, `null` when neither is acceptable. */
function wideReading(bytes: Uint8Array): Reading | null {
  const even = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)));
  const little = readSample(even, 'utf-16le');
  const big = readSample(even, 'utf-16be');
  little.likelihood += PRIOR['utf-16le'];
  big.likelihood += PRIOR['utf-16be'];
  const best = better([little, big]);
  return acceptability(best) >= ACCEPTABLE && best.text !== '' ? best : null;
}

/** Whether nearly all bytes on one side could be the high bytes of Han and their punctuation. */
function seemsWide(bytes: Uint8Array): boolean {
  const size = Math.min(SAMPLE, bytes.length - (bytes.length % 2));
  const high = [0, 0];
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[i] ?? 0;
    if ((byte >= 0x4e && byte <= 0x9f) || byte === 0x30 || byte === 0x20 || byte === 0xff) {
      high[i & 1] = (high[i & 1] ?? 0) + 1;
    }
  }
  return Math.max(...high) >= 0.8 * (size / 2);
}

function tooManyNulls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1 << 16);
  let nulls = 0;
  for (const byte of sample) if (byte === 0) nulls += 1;
  return nulls > sample.length / 1000;
}

const LF = 0x0a;

/**
 * The lines that are not ASCII alone, up to `SAMPLE` bytes: a web page may have its first words far
 * down. Lines are whole characters in every encoding but UTF-16; of one that is too long its first.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const sample = new Uint8Array(SAMPLE);
  let filled = 0;
  let i = 0;
  while (filled < SAMPLE) {
    while (i < bytes.length && (bytes[i] ?? 0) < 0x80) i += 1;
    if (i === bytes.length) break;
    const found = bytes.indexOf(LF, i);
    const end = Math.min(found < 0 ? bytes.length : found + 1, i + SAMPLE - filled);
    sample.set(bytes.subarray(i, end), filled);
    filled += end - i;
    i = end;
  }
  return sample.subarray(0, filled);
}

/** Whether ASCII bytes are HZ: escapes in pairs (the last may be cut off) around common Chinese. */
function isHz(bytes: Uint8Array, text: string, declared: Encoding | null): boolean {
  const first = text.indexOf('~{');
  if (first < 0) return false;
  const marked = /~\{(?:[!-w][!-~])+(?:~\}|\r?\n|[!-~]?$)/.test(text.slice(first, first + SAMPLE));
  if (!marked) return false;
  const lineStart = text.lastIndexOf('\n', first) + 1;
  const reading = readSample(
    bytes.subarray(Math.max(lineStart, first - SAMPLE), first + SAMPLE),
    'hz-gb-2312',
  );
  const said = declared ?? declaredEncoding(bytes);
  const invalid = reading.text.includes('\ufffd');
  return reading.mean < 0 && (said === 'hz-gb-2312' || (!invalid && acceptability(reading) >= 0.5));
}
