import { fold } from './fold';
import type { Likeness } from './source';

/** A range of UTF-16 units, end exclusive. */
interface Found {
  start: number;
  end: number;
}

/**
 * Every place of a phrase in a text, in order and without overlap: what a search for it finds there.
 * An empty phrase is nowhere.
 */
export function findInText(text: string, phrase: string, likeness: Likeness): Found[] {
  if (phrase === '') return [];
  const where = likeness === 'folded' ? fold(text) : text;
  const what = likeness === 'folded' ? fold(phrase) : phrase;
  const found: Found[] = [];
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + what.length)) {
    found.push({ start: at, end: at + what.length });
  }
  return found;
}
