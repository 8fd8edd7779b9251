import { fourByteCodePoint, LONG_PAIR, longPair, type PairEncoding, pairTable } from './code-pages';
import { InvalidCounter } from './encodings';
import { UnitSink } from './unit-sink';

/** A text and the counter of what was invalid in its bytes (each place is one U+FFFD in it). */
export interface Decoded {
  text: string;
  invalid: InvalidCounter;
}

const REPLACEMENT = '\ufffd';

/**
 * Decodes GB18030 or Big5 (with HKSCS) as the Encoding Standard says, and locates what is invalid
 * on the way: engines' decoders disagree about how many bytes one U+FFFD stands for.
 * `partial`: the bytes are a piece of a file, a character cut off at their end is left out.
 */
export function decodePairs(bytes: Uint8Array, encoding: PairEncoding, partial = false): Decoded {
  const table = pairTable(encoding);
  const size = bytes.length;
  const invalid = new InvalidCounter();
  const sink = new UnitSink(size);
  const { units, limit } = sink;
  let i = 0;
  while (i < size) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      units[sink.length++] = byte;
      i += 1;
    } else {
      const index = ((byte - 0x81) << 8) | (bytes[i + 1] ?? 0);
      const unit = byte === 0x80 ? 0 : (table[index] ?? 0);
      if (unit !== 0 && unit !== LONG_PAIR) {
        units[sink.length++] = unit;
        i += 2;
      } else if (unit === LONG_PAIR) {
        sink.push(longPair(encoding, index));
        i += 2;
      } else {
        const used = encoding === 'gb18030' ? otherGb(bytes, i, sink) : -1;
        if (used > 0) i += used;
        else if (partial && cutOff(bytes, i, encoding)) break;
        else {
          sink.push(REPLACEMENT);
          invalid.add(i);
          i += invalidLength(bytes, i, encoding);
        }
      }
    }
    if (sink.length >= limit) sink.flushIfFull();
  }
  return { text: sink.finish(), invalid };
}

/** GB18030's codes that are no pairs; how many bytes were used, -1 when there is none. */
function otherGb(bytes: Uint8Array, i: number, sink: UnitSink): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(i, i + 4);
  if (a === 0x80) {
    sink.push('€');
    return 1;
  }
  if (!isFour(a, b, c, d)) return -1;
  const code = fourByteCodePoint(a, b, c, d);
  if (code < 0) return -1;
  sink.push(String.fromCodePoint(code));
  return 4;
}

function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isFour(a: number, b: number, c: number, d: number): boolean {
  return isLead(a) && isDigit(b) && isLead(c) && isDigit(d);
}

/** Whether the bytes from `i` to the end are the beginning of a character. */
function cutOff(bytes: Uint8Array, i: number, encoding: PairEncoding): boolean {
  const left = bytes.length - i;
  const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
  if (left > 3 || !isLead(a)) return false;
  if (left === 1) return true;
  return encoding === 'gb18030' && isDigit(b) && (left === 2 || isLead(c));
}

/** How many bytes one U+FFFD stands for: an ASCII byte after a lead is never swallowed. */
function invalidLength(bytes: Uint8Array, i: number, encoding: PairEncoding): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(i, i + 4);
  if (!isLead(a)) return 1;
  if (encoding === 'gb18030') {
    if (isFour(a, b, c, d)) return 4;
    if (cutOff(bytes, i, encoding)) return bytes.length - i;
  }
  return b >= 0x80 ? 2 : 1;
}
