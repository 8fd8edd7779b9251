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

/** How many results can still be asked for rows, and how many places those before the last have. */
const KEPT = 6;
const KEPT_PLACES = 4_000_000;

let kept: KeptResult[] = [];

export function keep(result: KeptResult): void {
  kept = [...kept, result].slice(-KEPT);
  const places = () => kept.reduce((sum, { list }) => sum + list.evaluation.fields.length, 0);
  while (kept.length > 2 && places() > KEPT_PLACES) kept.shift();
}

/** A result that is still kept. */
export function keptResult(id: number): KeptResult | null {
  return kept.find((result) => result.id === id) ?? null;
}
