/** Rows that are put in order at once; then pairs of longer and longer runs are merged. */
const RUN = 128;
/** Comparisons between two looks at the clock. */
const LOOK = 256;

/**
 * Sorts a copy without holding anything up: stable, like `Array.prototype.sort`.
 *
 * @param pause is awaited again and again; where it answers false, sorting ends
 * @param isLong whether the turn has lasted long enough for a pause
 * @returns `null` when it was ended
 */
export async function sortInPieces<Row>(
  rows: readonly Row[],
  compare: (a: Row, b: Row) => number,
  pause: () => Promise<boolean>,
  isLong: () => boolean,
): Promise<Row[] | null> {
  let from: Row[] = [];
  for (let at = 0; at < rows.length; at += RUN) {
    from.push(...rows.slice(at, at + RUN).sort(compare));
    if (isLong() && !(await pause())) return null;
  }
  for (let run = RUN; run < rows.length; run *= 2) {
    const to: Row[] = [];
    for (let start = 0; start < rows.length; start += 2 * run) {
      let left = start;
      let right = Math.min(rows.length, start + run);
      const leftEnd = right;
      const rightEnd = Math.min(rows.length, start + 2 * run);
      while (left < leftEnd || right < rightEnd) {
        const takesLeft =
          right >= rightEnd ||
          (left < leftEnd && compare(from[left] as Row, from[right] as Row) <= 0);
        to.push(from[takesLeft ? left : right] as Row);
        if (takesLeft) left += 1;
        else right += 1;
        if (to.length % LOOK === 0 && isLong() && !(await pause())) return null;
      }
    }
    from = to;
  }
  return from;
}
