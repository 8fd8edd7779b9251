import type { LibraryRow } from '@renderer/archive/library';
import type { Settings } from '@renderer/archive/settings';
import { collator } from '@renderer/i18n';

export type LibrarySort = Settings['librarySort'];
export type Compare = (a: LibraryRow, b: LibraryRow) => number;

/**
 * The order of the list. What is not known (no date, no outlet, no title) comes last in either direction,
 * and articles that are alike stay in the order of their import.
 */
export function orderBy(sort: LibrarySort, descending: boolean): Compare {
  const direction = descending ? -1 : 1;
  return (a, b) =>
    Number(isUnknown(a, sort)) - Number(isUnknown(b, sort)) ||
    direction * compare(a, b, sort) ||
    byImport(a, b);
}

/** A sorted copy. */
export function sortArticles(
  articles: readonly LibraryRow[],
  sort: LibrarySort,
  descending: boolean,
): LibraryRow[] {
  return [...articles].sort(orderBy(sort, descending));
}

/**
 * A sorted list after changes, without sorting it again; `null` when there are so many that sorting
 * again is quicker.
 *
 * @param sorted the rows of `before` in the order of `order`
 * @param before, after by id, as they come from the library
 */
export function followSorted(
  sorted: readonly LibraryRow[],
  before: readonly LibraryRow[],
  after: readonly LibraryRow[],
  order: Compare,
  most: number,
): readonly LibraryRow[] | null {
  const gone = new Set<LibraryRow>();
  const added: LibraryRow[] = [];
  for (let old = 0, now = 0; old < before.length || now < after.length; ) {
    const was = before[old];
    const is = after[now];
    if (was === is) {
      old += 1;
      now += 1;
      continue;
    }
    if (was !== undefined && (is === undefined || was.id <= is.id)) gone.add(was);
    if (is !== undefined && (was === undefined || is.id <= was.id)) added.push(is);
    if (gone.size + added.length > most) return null;
    const isBoth = was !== undefined && is !== undefined;
    if (is === undefined || (isBoth && was.id <= is.id)) old += 1;
    if (was === undefined || (isBoth && is.id <= was.id)) now += 1;
  }
  if (gone.size === 0 && added.length === 0) return sorted;
  added.sort(order);
  return merged(
    sorted.filter((row) => !gone.has(row)),
    added,
    order,
  );
}

/** Puts few sorted rows into many. */
function merged(many: readonly LibraryRow[], few: readonly LibraryRow[], order: Compare) {
  const rows: LibraryRow[] = [];
  let at = 0;
  for (const row of few) {
    const to = placeOf(many, row, order, at);
    for (; at < to; at += 1) rows.push(many[at] as LibraryRow);
    rows.push(row);
  }
  for (; at < many.length; at += 1) rows.push(many[at] as LibraryRow);
  return rows;
}

/** The first row from `from` on that comes after this one. */
function placeOf(rows: readonly LibraryRow[], row: LibraryRow, order: Compare, from: number) {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(rows[middle] as LibraryRow, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isUnknown(article: LibraryRow, sort: LibrarySort): boolean {
  return (sort === 'title' || sort === 'outlet' || sort === 'date') && article[sort] === '';
}

function compare(a: LibraryRow, b: LibraryRow, sort: LibrarySort): number {
  switch (sort) {
    case 'title':
    case 'outlet':
      return a[sort] === b[sort] ? 0 : collator.compare(a[sort], b[sort]);
    case 'date':
      return a.date < b.date ? -1 : Number(a.date > b.date);
    case 'annotations':
      return a.annotationCount - b.annotationCount;
    case 'imported':
      return byImport(a, b);
  }
}

/** Ids are made in the order of import and sort that way. */
function byImport(a: LibraryRow, b: LibraryRow): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
