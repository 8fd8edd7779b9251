import { type SearchRow, searchGroups, searchRows } from '@renderer/archive/search';
import { ResultLayout } from './result-layout';
import { goneTo, letListGo, searchState } from './search-state';

/**
 * Goes to the next or previous place of the result, from wherever the reader is; round at the ends.
 * @returns the row; `null` when nothing was found or the result is too old
 */
export async function stepHit(step: 1 | -1): Promise<SearchRow | null> {
  // Who goes through the whole result sees it; a row of a list that was held is another row there.
  if (searchState().outcome !== null) letListGo();
  const { outcome, partial } = searchState();
  if (outcome === null) return null;
  const isListed = partial === null || partial.listed === outcome;
  const current = isListed ? searchState().current : null;
  const groups = outcome.isWhole ? outcome.groups : await searchGroups(outcome.resultId);
  if (groups === null) return null;
  const layout = new ResultLayout(groups);
  const ends = { first: layout.nextOption(0, 1), last: layout.nextOption(layout.count - 1, -1) };
  const from = current === null ? (step === 1 ? 0 : layout.count - 1) : current + step;
  const next = layout.nextOption(from, step) ?? (step === 1 ? ends.first : ends.last);
  if (next === null) return null;
  const row = (await searchRows(outcome.resultId, next, next + 1))?.[0];
  if (row === undefined) return null;
  goneTo(next);
  return row;
}
