/** One entry of the margin rail. Pixels from its paragraph's top. */
interface Wanted {
  /** Where its words begin. */
  top: number;
  height: number;
}

export interface Placed {
  /** Pixels from the paragraph's top, for the first so many entries. */
  tops: number[];
  /** How many have no room beside this paragraph; they are told in one line below the others. */
  left: number;
}

/**
 * Places the entries of one paragraph beside their lines, one under the other where they would overlap,
 * and never beyond the paragraph: so no paragraph's entries depend on another's, however long the text.
 *
 * @param entries in text order
 * @param room pixels that the paragraph is high
 * @param more pixels that the line telling of the others takes
 */
export function placeEntries(entries: readonly Wanted[], room: number, more: number): Placed {
  const fits = (count: number, reserve: number) =>
    entries.slice(0, count).reduce((sum, { height }) => sum + height, 0) + reserve <= room;
  let count = entries.length;
  // The first one always has its place: a heading may be lower than what is said of it.
  while (count > 1 && !fits(count, count < entries.length ? more : 0)) count -= 1;
  const left = entries.length - count;
  const tops: number[] = [];
  let free = 0;
  for (const { top, height } of entries.slice(0, count)) {
    const at = Math.max(top, free);
    tops.push(at);
    free = at + height;
  }
  // What came out too low moves up again, the last one first.
  let limit = Math.max(room - (left > 0 ? more : 0), entries[0]?.height ?? 0);
  for (let index = count - 1; index >= 0; index -= 1) {
    const height = entries[index]?.height ?? 0;
    const at = Math.min(tops[index] ?? 0, limit - height);
    tops[index] = Math.max(0, at);
    limit = at;
  }
  return { tops, left };
}
