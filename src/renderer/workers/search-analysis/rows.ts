import { fold } from '@domain/search/fold';
import type { Rows } from './types';

/** Rows that are sent at most: more than anyone reads, and sent in an instant. */
const MOST_ROWS = 5000;

/** The rows with the greatest values, the greatest first. */
export function strongest<Row>(all: Row[], strength: (row: Row) => number): Rows<Row> {
  const sorted = all.sort((x, y) => strength(y) - strength(x));
  return { rows: sorted.slice(0, MOST_ROWS), rowCount: all.length };
}

/** Words are one whatever their letter case, width and script, as in a search. */
export function alike(word: string): string {
  let key = known.get(word);
  if (key === undefined) {
    key = fold(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, key);
  }
  return key;
}

const MOST_KNOWN = 100_000;
/** The same words come again and again. */
const known = new Map<string, string>();
