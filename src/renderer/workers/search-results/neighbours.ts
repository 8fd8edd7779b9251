import type { KwicUnit } from '@domain/search/kwic';

/** UTF-16 units that are looked at on a side: enough for three words. */
const REACH = 30;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The first to third word (as `Intl.Segmenter` cuts them) or character on one side of a place,
 * nearest first; punctuation and spaces are skipped. A line break ends the side, so there may be fewer.
 *
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 */
export function neighboursOf(
  text: string,
  start: number,
  end: number,
  side: 'left' | 'right',
  unit: KwicUnit,
): string[] {
  const slice =
    side === 'left' ? text.slice(Math.max(0, start - REACH), start) : text.slice(end, end + REACH);
  const lines = slice.split('\n');
  const near = (side === 'left' ? lines.at(-1) : lines[0]) ?? '';
  const all = unit === 'word' ? wordsOf(near) : [...near].filter((each) => LETTER.test(each));
  return side === 'left' ? all.slice(-3).reverse() : all.slice(0, 3);
}

function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    if (isWordLike === true) found.push(segment.toLowerCase());
  }
  return found;
}
