/** The index of the first of ascending numbers that is at least this, looked for in growing steps. */
export function firstFrom(numbers: Uint32Array, least: number, from = 0): number {
  let low = from;
  let step = 1;
  while (low + step <= numbers.length && (numbers[low + step - 1] as number) < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, numbers.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
