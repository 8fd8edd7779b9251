/** The index of the first of ascending numbers that is at least this; their count when none is. */
export function firstAtLeast(numbers: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of ascending numbers that is greater than this; their count when none is. */
export function firstAbove(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Which span between ascending bounds a number lies in, the first bound of each being in it; the nearest
 * span for a number outside of all.
 *
 * @param bounds one more than there are spans
 */
export function spanAt(bounds: ArrayLike<number>, wanted: number): number {
  return Math.max(0, Math.min(firstAbove(bounds, wanted), bounds.length - 1) - 1);
}
