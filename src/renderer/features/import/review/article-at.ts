import type { Cursor } from './corrections';
import type { ReadingIndex } from './reading-index';

/** The index of the article that the cursor is in, -1 when it is in none. */
export function articleAt(index: ReadingIndex, { line, row }: Cursor): number {
  return index.rows[row ?? index.rowNear(line)]?.article ?? -1;
}
