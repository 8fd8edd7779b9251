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

/** A result, or how it is put in order; `null` when that came to nothing. */
interface Kept {
  id: number;
  places: number;
  result(): Promise<KeptResult | null>;
}

let kept: Kept[] = [];

export function keep(result: KeptResult): void {
  const { id, list } = result;
  keepLater(id, list.evaluation.fields.length, async () => result);
}

/** Keeps a result of so many places that is made when it is asked for first. */
export function keepLater(
  id: number,
  places: number,
  make: () => Promise<KeptResult | null>,
): void {
  let made: Promise<KeptResult | null> | null = null;
  // What it is made of need not be held beside it.
  let making: (() => Promise<KeptResult | null>) | null = make;
  const result = async () => {
    made ??= making?.() ?? null;
    making = null;
    return made;
  };
  kept = [...kept, { id, places, result }].slice(-KEPT);
  const all = () => kept.reduce((sum, each) => sum + each.places, 0);
  while (kept.length > 2 && all() > KEPT_PLACES) kept.shift();
}

/** A result that is still kept, as soon as it is there. */
export async function keptResult(id: number): Promise<KeptResult | null> {
  return kept.find((each) => each.id === id)?.result() ?? null;
}
