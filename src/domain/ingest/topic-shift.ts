import type { FileView } from './context';
import type { Line } from './types';

/**
 * Whether the text turns to something else at a line, as at the title of another article: what comes
 * after a heading goes on with the words of what was before it. (The idea of lexical cohesion is Hearst's
 * TextTiling, 1997; here pairs of characters stand for words.)
 */

/** So many characters on each side are compared. */
const REACH = 400;
/** With fewer pairs on a side nothing can be said. */
const LEAST_PAIRS = 45;
/** Lines that are looked through on each side. */
const MAX_LINES = 40;
/** Shorter lines that end open are titles, headings, captions. */
const SHORT = 15;
/** In the middle between two halves of one text (0.17) and two texts of one paper (0.03 to 0.06). */
const MIDDLE = 0.085;
const SLOPE = 22;

/** A title is no longer, and no sentence of text either. */
const LONGEST = 60;

/**
 * Points for a new text at the line, up to 1.8. None against it: the short news of one paper are about
 * the same things in the same words. 0 when nothing can be said, as where the text above is not finished.
 */
export function topicShift({ lines, marks, layout, nextText }: FileView, index: number): number {
  const line = lines[index];
  const above = lines[index - 1];
  if (!line || !above || line.length > LONGEST || line.end === 'closed') return 0;
  if (layout.isFull(index) || (above.end !== 'closed' && !marks[index - 1])) return 0;
  const from = nextText[index] ?? -1;
  if (from < 0 || from - index > 4) return 0;
  seen.begin();
  walk(lines, index - 1, -1);
  const before = seen.pairs;
  if (before < LEAST_PAIRS) return 0;
  seen.turn();
  walk(lines, from, 1);
  const after = seen.pairs;
  if (after < LEAST_PAIRS) return 0;
  return Math.max(0, Math.min(1.8, (MIDDLE - seen.shared / Math.min(before, after)) * SLOPE));
}

/** Shows `seen` the pairs of Han characters in the text from a line on, forwards or backwards. */
function walk(lines: readonly Line[], from: number, step: 1 | -1): void {
  let length = 0;
  for (let count = 0, at = from; count < MAX_LINES && length < REACH; count += 1, at += step) {
    const line = lines[at];
    if (!line) break;
    if (line.length < SHORT && line.end !== 'closed') continue;
    const { text } = line;
    const room = REACH - length;
    const start = step === -1 && text.length > room ? text.length - room : 0;
    const end = Math.min(text.length, start + room);
    let one = 0;
    for (let i = start; i < end; i += 1) {
      const two = text.charCodeAt(i);
      const isHan = two >= 0x4e00 && two <= 0x9fff;
      if (isHan && one !== 0) seen.add(((one << 16) | two) >>> 0);
      one = isHan ? two : 0;
    }
    length += end - start;
  }
}

/**
 * The pairs of two sides, in a table that is never emptied: what is in it counts only under the number
 * of its side. Of two pairs in one place the later one stays, which one in fifty loses by.
 */
class SeenPairs {
  pairs = 0;
  shared = 0;
  private readonly keys = new Uint32Array(1 << 14);
  private readonly sides = new Uint32Array(1 << 14);
  private side = 0;
  private first = 0;

  begin(): void {
    this.pairs = 0;
    this.shared = 0;
    this.side += 1;
    this.first = 0;
  }

  /** What comes now is the other side. */
  turn(): void {
    this.pairs = 0;
    this.first = this.side;
    this.side += 1;
  }

  add(key: number): void {
    const at = Math.imul(key, 0x9e3779b1) >>> 18;
    const side = this.keys[at] === key ? this.sides[at] : 0;
    if (side === this.side) return;
    this.pairs += 1;
    if (side !== 0 && side === this.first) this.shared += 1;
    this.keys[at] = key;
    this.sides[at] = this.side;
  }
}

const seen = new SeenPairs();
