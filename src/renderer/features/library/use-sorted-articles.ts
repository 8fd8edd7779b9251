import {
  type LibraryRow,
  type LibraryState,
  openedOrder,
  rememberHead,
} from '@renderer/archive/library';
import { useEffect, useReducer, useRef } from 'react';
import {
  type Compare,
  followSorted,
  type LibrarySort,
  orderBy,
  sortArticles,
} from './sort-articles';
import { sortInPieces } from './sort-in-pieces';

/** Up to so many rows are sorted at once; so many changes are put into their places. */
const FEW = 2000;
/** Milliseconds after which a turn of sorting lets the window draw. */
const TURN = 8;

/** Milliseconds without another list until its beginning is remembered. */
const REMEMBERED_AFTER = 1000;

interface Sorted {
  of: readonly LibraryRow[];
  sort: LibrarySort;
  descending: boolean;
  rows: readonly LibraryRow[];
}

/** Outlives the pane, so that a look at the search does not sort again. */
let kept: Sorted | null = null;

export interface SortedArticles {
  rows: readonly LibraryRow[];
  /** Otherwise they are the first ones. */
  whole: boolean;
}

/**
 * The library's rows in an order; `null` until they can be shown in it. While another order is made (also
 * the one of which only the first rows are shown), what was shown stays.
 */
export function useSortedArticles(
  library: LibraryState,
  sort: LibrarySort,
  descending: boolean,
): SortedArticles | null {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const now = sortedNow(library, sort, descending);
  const shown = useRef<SortedArticles | null>(null);
  if (now !== null && (shown.current?.rows !== now || shown.current.whole !== library.complete)) {
    shown.current = { rows: now, whole: library.complete };
  }
  const latest = useRef(library.rows);
  latest.current = library.rows;
  const mustSort = now === null && library.complete;

  useEffect(() => {
    if (!mustSort) return;
    let stale = false;
    const of = latest.current;
    void sortWithPauses(of, orderBy(sort, descending), () => stale).then((rows) => {
      if (rows === null || stale) return;
      kept = { of, sort, descending, rows };
      draw();
    });
    return () => {
      stale = true;
    };
  }, [mustSort, sort, descending]);

  const whole = library.complete && sort !== 'imported' ? now : null;
  useEffect(() => {
    if (whole === null) return;
    const timer = setTimeout(() => {
      // Whatever goes wrong with it, the next start only takes longer.
      rememberHead({ sort, descending }, whole).catch(() => undefined);
    }, REMEMBERED_AFTER);
    return () => clearTimeout(timer);
  }, [whole, sort, descending]);
  return shown.current;
}

/** What needs no long work; `null` where it does. */
function sortedNow(
  { rows, complete, head }: LibraryState,
  sort: LibrarySort,
  descending: boolean,
): readonly LibraryRow[] | null {
  if (sort === 'imported' && !descending) return rows;
  if (!complete) {
    const opened = openedOrder();
    const isOpened = opened.sort === sort && opened.descending === descending;
    return isOpened && head.length > 0 ? sortedHead(head, sort, descending) : null;
  }
  const isKept = kept?.sort === sort && kept.descending === descending;
  if (kept !== null && isKept && kept.of === rows) return kept.rows;
  const order = orderBy(sort, descending);
  const made =
    sort === 'imported'
      ? [...rows].reverse()
      : rows.length <= FEW
        ? sortArticles(rows, sort, descending)
        : kept !== null && isKept
          ? followSorted(kept.rows, kept.of, rows, order, FEW)
          : null;
  if (made !== null) kept = { of: rows, sort, descending, rows: made };
  return made;
}

const heads = new WeakMap<readonly LibraryRow[], readonly LibraryRow[]>();

/** A row of it may have changed since it was remembered. */
function sortedHead(head: readonly LibraryRow[], sort: LibrarySort, descending: boolean) {
  const sorted = heads.get(head) ?? sortArticles(head, sort, descending);
  heads.set(head, sorted);
  return sorted;
}

function sortWithPauses(
  rows: readonly LibraryRow[],
  order: Compare,
  isStale: () => boolean,
): Promise<LibraryRow[] | null> {
  let began = performance.now();
  const pause = async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
    return !isStale();
  };
  return sortInPieces(rows, order, pause, () => performance.now() - began > TURN);
}
