import { isSentenceEnd } from '@domain/text/segments';
import type { PatternPart, WordQuery } from './ast';
import { joined, type Sequence } from './sequence';
import { isLatin } from './values';

/** UTF-16 units that `*` stands for at most. */
const MANY = 30;

type Found = { start: number; end: number };

/**
 * Places of a word with wildcards in a text, both folded: `?` is one character other than a line
 * break, `*` up to 30 units within a sentence. From each place where it can begin, the shortest.
 */
export function* findPattern(
  text: string,
  parts: readonly PatternPart[],
): Generator<Found, void, undefined> {
  const [first] = parts;
  if (first === undefined) return;
  const begins = 'text' in first ? first.text : null;
  for (let start = 0; start < text.length; start += 1) {
    if (begins !== null) start = text.indexOf(begins, start);
    if (start === -1) return;
    const end = shortestEnd(text, parts, start);
    if (end !== null) yield { start, end };
  }
}

/** What stands in every place of such a word, as literals and gaps. */
export function sequenceOf(parts: readonly PatternPart[]): Sequence {
  return joined(
    parts.map((part) => {
      if ('text' in part) return part;
      // A rare character takes two units.
      return part.any === 'one' ? { least: 1, most: 2 } : { least: 0, most: MANY };
    }),
  );
}

/** All ends that are possible are led along, part by part, so that the work is bounded. */
function shortestEnd(text: string, parts: readonly PatternPart[], start: number): number | null {
  let ends = new Set([start]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of ends) {
      if ('text' in part) {
        if (text.startsWith(part.text, at)) next.add(at + part.text.length);
      } else if (part.any === 'one') {
        const one = characterAt(text, at);
        if (one > 0) next.add(at + one);
      } else {
        next.add(at);
        for (let to = at; to < at + MANY && to < text.length; to += 1) {
          const char = text[to] ?? '';
          if (char === '\n' || isSentenceEnd(char)) break;
          next.add(to + 1);
        }
      }
    }
    if (next.size === 0) return null;
    ends = next;
  }
  return Math.min(...ends);
}

/** Units of the character at an offset; 0 for a line break, the end, and the middle of a character. */
function characterAt(text: string, at: number): number {
  const point = text.codePointAt(at);
  if (point === undefined || point === 0x0a) return 0;
  if (point >= 0xdc00 && point <= 0xdfff) {
    const before = text.charCodeAt(at - 1);
    if (before >= 0xd800 && before <= 0xdbff) return 0;
  }
  return point > 0xffff ? 2 : 1;
}

/**
 * The whole Latin word that a place of some of its letters lies in, as far as the query lets letters
 * come before and after; `null` when they come and may not.
 */
export function wholeWord(text: string, place: Found, query: WordQuery): Found | null {
  let { start, end } = place;
  const goesOn = (at: number) => isLatin(text[at - 1] ?? '') && isLatin(text[at] ?? '');
  if (query.before) while (goesOn(start)) start -= 1;
  else if (goesOn(start)) return null;
  if (query.after) while (goesOn(end)) end += 1;
  else if (goesOn(end)) return null;
  return { start, end };
}
