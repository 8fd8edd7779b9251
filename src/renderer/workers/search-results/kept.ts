import type { FacetChoice } from '../search-types';
import type { Found } from './found';
import type { ResultList } from './rows';

export interface KeptResult {
  id: number;
  list: ResultList;
  /** Before facets were chosen. */
  whole: Found;
  facets: FacetChoice;
  /** The concordance that was asked for last. */
  lines: { key: string; order: Uint32Array; mark?: string } | null;
}

/** How many results can still be asked for rows, and how many bytes they have when there are over two. */
const KEPT = 6;
const KEPT_BYTES = 8 * 1024 * 1024;
/** Of the arrays that a result has for each place, and for each article or note. */
const OF_PLACE = 13;
const OF_GROUP = 24;

let kept: KeptResult[] = [];

export function keep(result: KeptResult): void {
  kept = [...kept, result].slice(-KEPT);
  const bytes = () => kept.reduce((sum, { list }) => sum + bytesOf(list), 0);
  while (kept.length > 2 && bytes() > KEPT_BYTES) kept.shift();
}

function bytesOf({ evaluation, order }: ResultList): number {
  return OF_PLACE * evaluation.fields.length + OF_GROUP * order.length;
}

/** A result that is still kept. */
export function keptResult(id: number): KeptResult | null {
  return kept.find((result) => result.id === id) ?? null;
}
