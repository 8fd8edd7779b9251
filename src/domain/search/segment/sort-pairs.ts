import { CHANGED, SENTINEL } from './dictionary';
import { writePositions } from './positions';
import { type FrequentUnit, isFrequent, type Postings, PostingsWriter } from './postings';

/**
 * The postings of a row of units, by a counting sort in two steps: the positions are dealt out by
 * their unit, then those of each unit by the unit that follows. Both keep the positions' order.
 *
 * @param changed positions, ascending, where something else is written, with the unit written there
 * @param starts where each document begins, and where the units end
 */
export function postingsOf(
  units: Uint16Array,
  changed: UnitPositions,
  starts: Uint32Array,
): Postings {
  const dealt = dealOut(units);
  const { positions, seconds, firsts, ends } = dealt;
  const writer = new PostingsWriter(Math.ceil(units.length * 2.2));
  let from = 0;
  firsts.forEach((first, row) => {
    const to = ends[row] as number;
    writeRow(writer, first, positions.subarray(from, to), seconds.subarray(from, to));
    from = to;
  });
  writeRow(writer, CHANGED, changed.positions, changed.units);
  return writer.finish(starts, frequentUnits(dealt, units.length));
}

function* frequentUnits(
  { positions, firsts, ends }: ByFirst,
  limit: number,
): Generator<FrequentUnit> {
  let from = 0;
  for (let row = 0; row < firsts.length; row += 1) {
    const to = ends[row] as number;
    const unit = firsts[row] as number;
    if (unit < CHANGED && isFrequent(to - from, limit)) {
      yield { unit, positions: positions.subarray(from, to) };
    }
    from = to;
  }
}

/** Positions, ascending, with a unit for each. */
export interface UnitPositions {
  positions: Uint32Array;
  units: Uint16Array;
}

/** Writes the lists of all pairs with one first unit. */
function writeRow(
  writer: PostingsWriter,
  first: number,
  positions: Uint32Array,
  seconds: Uint16Array,
): void {
  const { counts, seen } = scratch;
  if (scratch.sorted.length < positions.length) scratch.sorted = new Uint32Array(positions.length);
  const { sorted } = scratch;
  let distinct = 0;
  for (let at = 0; at < seconds.length; at += 1) {
    const second = seconds[at] as number;
    if (counts[second] === 0) seen[distinct++] = second;
    (counts[second] as number)++;
  }
  const ordered = seen.subarray(0, distinct).sort();
  countsToStarts(ordered);
  for (let at = 0; at < seconds.length; at += 1) {
    const second = seconds[at] as number;
    const slot = counts[second] as number;
    counts[second] = slot + 1;
    sorted[slot] = positions[at] as number;
  }
  // Each start has become the end.
  let start = 0;
  for (const second of ordered) {
    const end = counts[second] as number;
    counts[second] = 0;
    writePositions(writer.sink, sorted, start, end);
    writer.endPair(first, second);
    start = end;
  }
}

/** Kept, because tables of all units cost more than a small segment; `counts` is zeros between uses. */
const scratch = {
  counts: new Uint32Array(0x10000),
  seen: new Uint16Array(0x10000),
  sorted: new Uint32Array(0),
};

interface ByFirst {
  /** All positions but the sentinels', by their units, ascending for each. */
  positions: Uint32Array;
  /** The unit after each. */
  seconds: Uint16Array;
  /** The different units, ascending. */
  firsts: Uint16Array;
  /** For each of `firsts` where its positions end. */
  ends: Uint32Array;
}

function dealOut(units: Uint16Array): ByFirst {
  const { counts, seen } = scratch;
  let distinct = 0;
  for (let from = 0; from < units.length; from += STRETCH) {
    distinct = countUnits(units, from, Math.min(from + STRETCH, units.length), distinct);
  }
  const all = seen.slice(0, distinct).sort();
  const firsts = all[distinct - 1] === SENTINEL ? all.subarray(0, -1) : all;
  const total = countsToStarts(firsts);
  const positions = new Uint32Array(total);
  const seconds = new Uint16Array(total);
  for (let from = 0; from < units.length; from += STRETCH) {
    placeUnits(units, from, Math.min(from + STRETCH, units.length), positions, seconds);
  }
  const ends = Uint32Array.from(firsts, (unit) => counts[unit] as number);
  for (const unit of all) counts[unit] = 0;
  return { positions, seconds, firsts, ends };
}

/**
 * Units are gone through in stretches: code that the engine has compiled in the middle of one long loop
 * it throws away again, that of a function which is called often it keeps.
 */
const STRETCH = 4096;

/** @returns how many different units there are now */
function countUnits(units: Uint16Array, from: number, to: number, before: number): number {
  const { counts, seen } = scratch;
  let distinct = before;
  for (let at = from; at < to; at += 1) {
    const unit = units[at] as number;
    if (counts[unit] === 0) seen[distinct++] = unit;
    (counts[unit] as number)++;
  }
  return distinct;
}

function placeUnits(
  units: Uint16Array,
  from: number,
  to: number,
  positions: Uint32Array,
  seconds: Uint16Array,
): void {
  const { counts } = scratch;
  for (let at = from; at < to; at += 1) {
    const unit = units[at] as number;
    if (unit === SENTINEL) continue;
    const slot = counts[unit] as number;
    counts[unit] = slot + 1;
    positions[slot] = at;
    seconds[slot] = units[at + 1] as number;
  }
}

/** Makes each unit's count the sum of those before it. Returns the sum of all. */
function countsToStarts(ordered: Uint16Array): number {
  const { counts } = scratch;
  let sum = 0;
  for (const unit of ordered) {
    const count = counts[unit] as number;
    counts[unit] = sum;
    sum += count;
  }
  return sum;
}
