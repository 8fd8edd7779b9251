import type { Passage } from './text-offsets';

/** How many lines can be told apart at one place; what overlaps more often has none of its own. */
export const LANES = 7;

const NOWHERE: Passage = { start: 0, end: 0 };

/**
 * Gives each passage a lane (0 is next to the words) so that passages which overlap lie in different
 * ones, as long as there are lanes. Of two that begin together the longer one comes first.
 *
 * @returns the lanes in the order of the passages; `LANES` for those that have none
 */
export function assignLanes(passages: readonly Passage[]): number[] {
  const at = (index: number) => passages[index] ?? NOWHERE;
  const byPlace = (a: number, b: number) =>
    at(a).start - at(b).start || at(b).end - at(a).end || a - b;
  const order = passages.map((_, index) => index).sort(byPlace);
  const lanes = new Array<number>(passages.length).fill(0);
  /** Where the last passage of each lane ends. */
  const ends = new Array<number>(LANES).fill(0);
  for (const index of order) {
    const { start, end } = at(index);
    const free = ends.findIndex((taken) => taken <= start);
    lanes[index] = free === -1 ? LANES : free;
    if (free !== -1) ends[free] = end;
  }
  return lanes;
}

/** The lanes of annotations, in their order; null for those without a colour, which need none. */
export function lanesOf(marks: readonly (Passage & { color: string | null })[]): (number | null)[] {
  const lanes = assignLanes(marks.filter((mark) => mark.color !== null)).values();
  return marks.map((mark) => (mark.color === null ? null : (lanes.next().value ?? 0)));
}
