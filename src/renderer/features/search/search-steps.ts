import { type SearchRow, searchGroups, searchRows } from '@renderer/archive/search';
import { ResultLayout } from './result-layout';
import { goneTo, listedOf, searchState } from './search-state';

/**
 * Goes to the next or previous place of what is listed, from wherever the reader is; round at the ends.
 * @returns the row; `null` when nothing was found or the result is too old
 */
export async function stepHit(step: 1 | -1): Promise<SearchRow | null> {
  const { current } = searchState();
  const listed = listedOf(searchState());
  if (listed === null) return null;
  const { resultId } = listed;
  const groups = listed.isWhole ? listed.groups : await searchGroups(resultId);
  if (groups === null) return null;
  const layout = new ResultLayout(groups);
  const ends = { first: layout.nextOption(0, 1), last: layout.nextOption(layout.count - 1, -1) };
  const from = current === null ? (step === 1 ? 0 : layout.count - 1) : current + step;
  const next = layout.nextOption(from, step) ?? (step === 1 ? ends.first : ends.last);
  if (next === null) return null;
  const row = (await searchRows(resultId, next, next + 1))?.[0];
  if (row === undefined) return null;
  // Another list may have come meanwhile, where it is another row.
  if (listedOf(searchState())?.resultId === resultId) goneTo(next);
  return row;
}
