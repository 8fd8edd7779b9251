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

/**
 * Points for a new text at the line, up to 1.8. None against it: the short news of one paper are about
 * the same things in the same words. 0 when nothing can be said.
 */
export function topicShift({ lines, nextText }: FileView, index: number): number {
  const from = nextText[index] ?? -1;
  if (from < 0 || from - index > 4) return 0;
  const before = pairsIn(lines, index - 1, -1);
  if (before.size < LEAST_PAIRS) return 0;
  const after = pairsIn(lines, from, 1);
  if (after.size < LEAST_PAIRS) return 0;
  let shared = 0;
  for (const pair of after) if (before.has(pair)) shared += 1;
  const share = shared / Math.min(before.size, after.size);
  return Math.max(0, Math.min(1.8, (MIDDLE - share) * SLOPE));
}

/** The pairs of Han characters in the text from a line on, forwards or backwards. */
function pairsIn(lines: readonly Line[], from: number, step: 1 | -1): Set<number> {
  const pairs = new Set<number>();
  let length = 0;
  for (let seen = 0, at = from; seen < MAX_LINES && length < REACH; seen += 1, at += step) {
    const line = lines[at];
    if (!line) break;
    if (line.length < SHORT && line.end !== 'closed') continue;
    const { text } = line;
    const room = REACH - length;
    const start = step === -1 && text.length > room ? text.length - room : 0;
    const end = Math.min(text.length, start + room);
    for (let i = start; i + 1 < end; i += 1) {
      const one = text.charCodeAt(i);
      const two = text.charCodeAt(i + 1);
      if (one >= 0x4e00 && one <= 0x9fff && two >= 0x4e00 && two <= 0x9fff)
        pairs.add(one * 0x10000 + two);
    }
    length += end - start;
  }
  return pairs;
}
