const BITS = 11;
const MASK = (1 << BITS) - 1;

/**
 * The numbers of rows in ascending order of their keys: the first key decides, then the next; equal rows
 * stay in their order. A radix sort from the last digit: linear, where a comparison for each step of a
 * sort would be felt at a hundred thousand rows.
 *
 * @param keys each with a value for every row
 */
export function orderByKeys(length: number, keys: readonly Uint32Array[]): Uint32Array {
  let order = Uint32Array.from({ length }, (_, row) => row);
  let spare = new Uint32Array(length);
  const next = new Uint32Array(MASK + 1);
  for (const key of keys.toReversed()) {
    const most = highest(key, length);
    for (let shift = 0; shift < 32 && most >>> shift !== 0; shift += BITS) {
      next.fill(0);
      for (let row = 0; row < length; row += 1) {
        const digit = ((key[row] as number) >>> shift) & MASK;
        next[digit] = (next[digit] as number) + 1;
      }
      for (let digit = 0, before = 0; digit <= MASK; digit += 1) {
        const count = next[digit] as number;
        next[digit] = before;
        before += count;
      }
      for (let at = 0; at < length; at += 1) {
        const row = order[at] as number;
        const digit = ((key[row] as number) >>> shift) & MASK;
        const to = next[digit] as number;
        spare[to] = row;
        next[digit] = to + 1;
      }
      [order, spare] = [spare, order];
    }
  }
  return order;
}

function highest(key: Uint32Array, length: number): number {
  let most = 0;
  for (let row = 0; row < length; row += 1) most = Math.max(most, key[row] as number);
  return most;
}

const INFINITY_BITS = 0x7f800000;

/** Keys that put the highest first, of numbers that are not negative; at single precision. */
export function keysDown(values: ArrayLike<number>): Uint32Array {
  const bits = new Uint32Array(Float32Array.from(values).buffer);
  for (let row = 0; row < bits.length; row += 1) bits[row] = INFINITY_BITS - (bits[row] as number);
  return bits;
}
