import { cellReader } from '../html/cells';

/** Reads the cells of columns whose texts are HTML, as exports of databases have them. */

/** How many rows are looked at, spread over the table. */
const SAMPLE_ROWS = 200;
/** What begins like a tag of a text, with its attributes or none. */
const TAG =
  /<(?:br\s*\/?|\/?(?:p|div|span|font|section|h[1-6]|ul|ol|li|blockquote|strong|em|b|i|a|img|table|tr|td|center|article)(?:\s[^<>]*)?)>/i;
const REFERENCE = /&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][\da-z]{1,31});/i;

/**
 * Where most of a column's sampled cells hold tags, all of its cells become plain lines, in place: a
 * line for each block. `rows` have `width` cells each.
 */
export async function readMarkup(rows: string[][], width: number): Promise<void> {
  const columns = markupColumns(rows, width);
  if (columns.length === 0) return;
  const reader = await cellReader();
  for (const row of rows) {
    for (const index of columns) {
      const cell = row[index] ?? '';
      if (TAG.test(cell)) row[index] = reader.read(cell);
      else if (REFERENCE.test(cell)) row[index] = reader.resolve(cell);
    }
  }
}

function markupColumns(rows: readonly (readonly string[])[], width: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE_ROWS));
  const filled = new Array<number>(width).fill(0);
  const marked = new Array<number>(width).fill(0);
  for (let at = 0; at < rows.length; at += step) {
    for (const [index, cell] of (rows[at] ?? []).entries()) {
      if (cell.trim() === '') continue;
      filled[index] = (filled[index] ?? 0) + 1;
      if (TAG.test(cell)) marked[index] = (marked[index] ?? 0) + 1;
    }
  }
  return marked.flatMap((count, index) => (count * 2 > (filled[index] ?? 0) ? [index] : []));
}
