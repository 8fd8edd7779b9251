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
const KEPT_BYTES = 4 * 1024 * 1024;
/** Of the arrays that a result has for each place, and for each article or note. */
const OF_PLACE = 13;
const OF_GROUP = 24;

/** A result, or how it is put in order; `null` when that came to nothing. */
interface Kept {
  id: number;
  bytes: number;
  result(): Promise<KeptResult | null>;
}

let kept: Kept[] = [];
/** Of searches that go on, the newest first; they do not take the place of whole results. */
let partials: KeptResult[] = [];
/** The newest, and the one before, which may be listed by the time that the newest is told. */
const PARTIALS = 2;

export function keep(result: KeptResult): void {
  const { evaluation, order } = result.list;
  const size = { places: evaluation.fields.length, groups: order.length };
  keepLater(result.id, size, async () => result);
}

/** Keeps what a search has found so far; of earlier ones the last, and what is listed, however old it is. */
export function keepPartial(result: KeptResult, listed: number | null): void {
  partials = [result, ...partials].filter(({ id }, at) => at < PARTIALS || id === listed);
}

/** Keeps a result of so many places and groups that is made when it is asked for first. */
export function keepLater(
  id: number,
  { places, groups }: { places: number; groups: number },
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
  kept = [...kept, { id, bytes: OF_PLACE * places + OF_GROUP * groups, result }].slice(-KEPT);
  const bytes = () => kept.reduce((sum, each) => sum + each.bytes, 0);
  while (kept.length > 2 && bytes() > KEPT_BYTES) kept.shift();
}

/** A result that is still kept, as soon as it is there. */
export async function keptResult(id: number): Promise<KeptResult | null> {
  const partial = partials.find((each) => each.id === id);
  return partial ?? kept.find((each) => each.id === id)?.result() ?? null;
}
