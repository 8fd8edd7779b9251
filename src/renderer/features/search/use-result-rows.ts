import { type SearchOutcome, type SearchRow, searchRows } from '@renderer/archive/search';
import { useEffect, useReducer, useRef } from 'react';

const PAGE = 100;

/**
 * The rows of a result that are in view, read by pages; `undefined` for one that is still to come.
 * What was shown before stays until its place is read.
 */
export function useResultRows(
  { resultId, head }: SearchOutcome,
  start: number,
  end: number,
): (row: number) => SearchRow | undefined {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const pages = useRef({ resultId, of: new Map<number, SearchRow[] | null>() });
  if (pages.current.resultId !== resultId) pages.current = { resultId, of: new Map() };
  const first = Math.floor(start / PAGE);
  const last = Math.floor(Math.max(start, end - 1) / PAGE);

  useEffect(() => {
    const { current } = pages;
    for (let page = first; page <= last; page += 1) {
      const isInHead = page === 0 && end <= head.length;
      if (isInHead || current.of.has(page)) continue;
      current.of.set(page, null);
      void searchRows(resultId, page * PAGE, (page + 1) * PAGE).then((rows) => {
        // A result that is too old is followed by a newer one.
        current.of.set(page, rows ?? []);
        if (pages.current === current) draw();
      });
    }
  }, [resultId, head.length, first, last, end]);

  return (row) =>
    pages.current.of.get(Math.floor(row / PAGE))?.[row % PAGE] ??
    (row < head.length ? head[row] : undefined);
}
