/**
 * All pairs of adjacent units of a segment in ascending order, the first units apart from the second
 * (a third less memory than one word for each pair). The list of the pair `n` is the bytes
 * `[ends[n], ends[n + 1])` of the postings; so the lists of all pairs with one first unit adjoin.
 *
 * Two rows are not of pairs: `CHANGED` has lists of where a unit is written that was folded to another,
 * so that the index knows what stands there as written; `COUNTED` says of units that are very frequent how
 * often they stand in each document (see `document-counts.ts`), a tenth of what their pairs are to read.
 */
export interface Dictionary {
  /** First units, ascending. */
  firsts: Uint16Array;
  /** For each first unit where its seconds begin, and one more where the last end. */
  firstAt: Uint32Array;
  /** Second units, ascending for each first; `SENTINEL` when the first ends its document. */
  seconds: Uint16Array;
  /** 0, then for each pair where its list ends. */
  ends: Uint32Array;
}

/** Stands after each document. Folding never yields it. */
export const SENTINEL = 0xffff;

/** In the place of a first unit; folding yields neither. */
export const CHANGED = 0xfffe;
export const COUNTED = 0xffff;

/** Bytes `[start, end)` of the postings; empty where there is nothing. */
export interface ByteRange {
  start: number;
  end: number;
}

const NOWHERE: ByteRange = { start: 0, end: 0 };

/** Where the list of a pair is. */
export function rangeOfPair(dictionary: Dictionary, first: number, second: number): ByteRange {
  const { firsts, firstAt, seconds, ends } = dictionary;
  const row = indexIn(firsts, first, 0, firsts.length);
  if (row === -1) return NOWHERE;
  const key = indexIn(seconds, second, firstAt[row] as number, firstAt[row + 1] as number);
  return key === -1 ? NOWHERE : { start: ends[key] as number, end: ends[key + 1] as number };
}

/** The pairs `[from, to)` that begin with a unit. */
export function pairsOfUnit(dictionary: Dictionary, unit: number): { from: number; to: number } {
  const { firsts, firstAt } = dictionary;
  const row = indexIn(firsts, unit, 0, firsts.length);
  if (row === -1) return { from: 0, to: 0 };
  return { from: firstAt[row] as number, to: firstAt[row + 1] as number };
}

/** Whether its offsets ascend and lead to its end, so that no reading can leave it. */
export function dictionaryIsSound(dictionary: Dictionary, postingsBytes: number): boolean {
  const { firstAt, seconds, ends } = dictionary;
  return ascends(firstAt, seconds.length) && ascends(ends, postingsBytes);
}

function ascends(offsets: Uint32Array, end: number): boolean {
  if (offsets[0] !== 0 || offsets[offsets.length - 1] !== end) return false;
  for (let at = 1; at < offsets.length; at += 1)
    if ((offsets[at] as number) <= (offsets[at - 1] as number)) return false;
  return true;
}

function indexIn(values: Uint16Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low < to && values[low] === value ? low : -1;
}
