import type { Paragraph } from '@domain/model';

/**
 * Every exact occurrence of `query` in `text`, from the left and not overlapping.
 *
 * @returns offsets of their starts in UTF-16 code units; nothing for an empty query
 */
export function* findAll(text: string, query: string): Generator<number, void, undefined> {
  if (query === '') return;
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length))
    yield at;
}

/** A match with what stands around it in the same paragraph. */
export interface Context {
  before: string;
  match: string;
  after: string;
}

/**
 * A range of `text` with its surroundings, which end at a line break and never cut a surrogate pair.
 *
 * @param start offset in UTF-16 code units
 * @param end offset in UTF-16 code units, exclusive
 * @param width UTF-16 code units wanted on either side, at most
 */
export function contextOf(text: string, start: number, end: number, width: number): Context {
  const left = text.slice(Math.max(0, start - width), start);
  const right = text.slice(end, end + width);
  const newline = right.indexOf('\n');
  return {
    before: left.slice(left.lastIndexOf('\n') + 1).replace(/^[\uDC00-\uDFFF]/, ''),
    match: text.slice(start, end),
    after: (newline === -1 ? right : right.slice(0, newline)).replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/**
 * The paragraph that an offset lies in; the line break after a paragraph counts as part of it.
 *
 * @param paragraphs in text order
 * @param offset in UTF-16 code units
 * @returns 0-based index, the nearest paragraph for an offset outside; -1 without paragraphs
 */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (paragraph && offset > paragraph.end) low = middle + 1;
    else high = middle;
  }
  return high;
}
