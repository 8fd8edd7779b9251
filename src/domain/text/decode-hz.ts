import { pairTable } from './code-pages';
import type { Decoded } from './decode-pairs';
import { InvalidCounter } from './encodings';
import { UnitSink } from './unit-sink';

const TILDE = 0x7e;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LF = 0x0a;
const CR = 0x0d;
const REPLACEMENT = 0xfffd;

/**
 * Decodes HZ (RFC 1843): `~{` and `~}` around pairs of seven-bit GB 2312 bytes, `~~` for a tilde, a
 * tilde at a line's end joins it with the next. What the RFC does not know becomes one U+FFFD per
 * place and is located; a line's end closes an open `~{`, so that an error stays in its line.
 * `partial`: the bytes are a piece of a file, a character or escape cut off at their end is left out.
 */
export function decodeHz(bytes: Uint8Array, partial = false): Decoded {
  const table = pairTable('gb18030');
  const invalid = new InvalidCounter();
  const sink = new UnitSink(bytes.length);
  const size = bytes.length;
  let gb = false;
  let line = 1;
  const fail = (offset: number): void => {
    sink.units[sink.length++] = REPLACEMENT;
    invalid.add(offset, line);
  };
  let i = 0;
  while (i < size) {
    const byte = bytes[i] ?? 0;
    const next = bytes[i + 1] ?? -1;
    if (next < 0 && partial && (byte === TILDE || (gb && byte > 0x20))) break;
    let used = 1;
    if (byte === LF || byte === CR) {
      gb = false;
      sink.units[sink.length++] = byte;
      if (byte === LF || next !== LF) line += 1;
    } else if (byte === TILDE) {
      used = 2;
      if (next === (gb ? CLOSE : OPEN)) gb = !gb;
      else if (next === TILDE && !gb) sink.units[sink.length++] = TILDE;
      else if (!gb && (next === LF || (next === CR && bytes[i + 2] === LF))) {
        used = next === LF ? 2 : 3;
      } else {
        fail(i);
        used = 1;
      }
    } else if (gb && byte > 0x20) {
      const unit = isSeven(byte) && isSeven(next) ? gb2312(table, byte, next) : 0;
      if (unit === 0) fail(i);
      else sink.units[sink.length++] = unit;
      // After a lone byte an escape or line end keeps its meaning.
      used = unit !== 0 || (isSeven(byte) && isSeven(next) && next !== TILDE) ? 2 : 1;
    } else if (byte >= 0x80) fail(i);
    else sink.units[sink.length++] = byte;
    i += used;
    sink.flushIfFull();
  }
  return { text: sink.finish(), invalid };
}

function isSeven(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f;
}

/** The GB 2312 character of a pair, 0 when there is none (private use is none of GB 2312). */
function gb2312(table: Uint16Array, lead: number, trail: number): number {
  const unit = table[((lead - 1) << 8) | trail | 0x80] ?? 0;
  return unit >= 0xe000 && unit <= 0xf8ff ? 0 : unit;
}
