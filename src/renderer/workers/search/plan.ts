/** A segment as far as it matters for putting segments together. */
export interface SegmentSize {
  id: string;
  /** UTF-16 code units of all of its documents, and of those that live. */
  units: number;
  live: number;
}

/** So many segments of about one size become one; by their size the work stays in proportion. */
const FAN = 4;
/** A segment is about one size with others when it is no larger than them together, times this. */
const GROWTH = 2;
/** Smaller ones are not worth being written again for what is dead in them. */
const WORTHWHILE = 64 * 1024;

/**
 * Which segments are to be put together into one, or written again without their dead; none when all
 * is well. What comes out is no larger than `most`; what has reached `full` is left alone.
 */
export function planMerge(segments: readonly SegmentSize[], full: number, most: number): string[] {
  const empty = segments.filter(({ units, live }) => live === 0 && units > 0);
  if (empty.length > 0) return empty.map(({ id }) => id);
  const small = segments.filter(({ live }) => live < full).sort((a, b) => a.live - b.live);
  const together: SegmentSize[] = [];
  let sum = 0;
  for (const segment of small) {
    if (sum + segment.live > most) break;
    if (together.length >= FAN && segment.live > sum * GROWTH) break;
    // What is far larger than all before it waits until they have become more.
    if (together.length > 0 && together.length < FAN && segment.live > sum * GROWTH + WORTHWHILE) {
      together.length = 0;
      sum = 0;
    }
    together.push(segment);
    sum += segment.live;
  }
  if (together.length >= FAN) return together.map(({ id }) => id);
  const wasteful = segments.find(
    ({ units, live }) => units >= WORTHWHILE && units - live > units / 3,
  );
  return wasteful === undefined ? [] : [wasteful.id];
}
