/** Before that much time (ms) and share of the work an estimate would only jump about. */
const MIN_ELAPSED = 2000;
const MIN_SHARE = 0.02;

/**
 * How long the rest will take at the pace so far, in whole seconds; above a minute in steps of ten,
 * so that it can be read. `null` while there is nothing to go by, and at the end.
 *
 * @param elapsed milliseconds
 */
export function secondsLeft(done: number, total: number, elapsed: number): number | null {
  if (total <= 0 || done >= total || elapsed < MIN_ELAPSED || done / total < MIN_SHARE) return null;
  const seconds = Math.ceil((elapsed * (total - done)) / done / 1000);
  return seconds <= 60 ? seconds : Math.ceil(seconds / 10) * 10;
}
