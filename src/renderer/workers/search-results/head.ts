import type { Answered, UnitSet } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import type { SortOrder } from '../search-types';
import { groupPlaces } from './groups';
import { orderGroups, ranksBy } from './order';
import { scoresOf } from './relevance';
import { listOf, type ResultList } from './rows';

/** Rows that come along with a result, for what is seen at once. */
export const HEAD_ROWS = 32;

/** How a result begins, before all of it is in order. */
export interface Head {
  /** The first groups as they will be in the whole list. */
  list: ResultList;
  /** How many groups there will be. */
  groups: number;
}

/** Looks up what every order by relevance asks of a source, so that the first key does not wait for it. */
export function prepareOrder(source: SearchSource): void {
  scoresOf(source, []);
  ranksBy(source, 'date-down');
}

/**
 * The first groups of a result's list, as many as fill the rows that are wanted, or some more: those and no
 * others that come first when all are put in order (`orderGroups`). One look at each unit finds them, where
 * ordering takes many.
 *
 * @returns `null` when they cannot be told without grouping all places
 */
export async function headOf(
  source: SearchSource,
  answered: Answered,
  sort: SortOrder,
  wanted: number,
): Promise<Head | null> {
  const { units, satisfied, terms } = answered;
  // What has no words is ranked by its places.
  if (sort === 'relevance' && terms.length === 0) return null;
  const scores = sort === 'relevance' ? scoresOf(source, terms) : null;
  const facts =
    sort === 'date-up' || sort === 'date-down'
      ? [ranksBy(source, sort)]
      : sort === 'relevance'
        ? [ranksBy(source, 'date-down')]
        : [ranksBy(source, sort), ranksBy(source, 'date-down')];
  // Notes that are on no article come last.
  const articles = { satisfied, from: 0, to: units.articles };
  const notes = { satisfied, from: units.articles, to: units.size };
  // Each has one row for its heading; where places can be counted it has one of these at least.
  const most = answered.sizes === undefined ? wanted : Math.ceil(wanted / 2);
  const first = firstOf(articles, scores, facts, most);
  const last = firstOf(notes, scores, [], most - first.length);
  const begin = enough([...first, ...last], answered, wanted);
  const evaluation = await answered.among(Uint32Array.from(begin).sort());
  const found = { source, evaluation };
  const groups = groupPlaces(found);
  const list = listOf(found, groups, orderGroups(found, groups, sort));
  return { list, groups: satisfied.count() };
}

/** As many of these units as have so many rows: each has one for its heading, and one for each place. */
function enough(units: number[], answered: Answered, wanted: number): number[] {
  const sizes = answered.sizes?.(units);
  if (sizes === undefined) return units;
  let rows = 0;
  const last = sizes.findIndex((size) => {
    rows += 1 + size;
    return rows >= wanted;
  });
  return last < 0 ? units : units.slice(0, last + 1);
}

/** The units of a set with `from <= unit < to`. */
interface Rows {
  satisfied: UnitSet;
  from: number;
  to: number;
}

/**
 * So many of these rows: those with the highest scores first, of equal ones those with the least
 * ranks, then the first.
 */
function firstOf(
  { satisfied, from, to }: Rows,
  scores: Float32Array | null,
  ranks: readonly Uint32Array[],
  wanted: number,
): number[] {
  if (wanted <= 0) return [];
  const isBefore = (a: number, b: number) => {
    if (scores !== null && scores[a] !== scores[b]) {
      return (scores[a] as number) > (scores[b] as number);
    }
    for (const rank of ranks) {
      if (rank[a] !== rank[b]) return (rank[a] as number) < (rank[b] as number);
    }
    return false;
  };
  const first: number[] = [];
  // Of the last one, while there are as many as wanted: what has less comes behind, as nearly all do.
  let least = Number.NEGATIVE_INFINITY;
  const look = (row: number) => {
    if (first.length === wanted && !isBefore(row, first[wanted - 1] as number)) return;
    let at = first.length;
    while (at > 0 && isBefore(row, first[at - 1] as number)) at -= 1;
    first.splice(at, 0, row);
    if (first.length > wanted) first.pop();
    if (scores !== null && first.length === wanted)
      least = scores[first[wanted - 1] as number] as number;
  };
  if (scores === null) satisfied.visit(from, to, look);
  for (let row = from; scores !== null && row < to; row += 1) {
    // Nearly all are left out by their score, which is looked up sooner than whether they are in the set.
    if ((scores[row] as number) >= least && satisfied.has(row)) look(row);
  }
  return first;
}
