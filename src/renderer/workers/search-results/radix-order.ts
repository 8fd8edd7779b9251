/** From so many rows on it pays to take twice as many bits at a time. */
const MANY = 1 << 14;

/**
 * The numbers of rows in ascending order of their keys: the first key decides, then the next; equal rows
 * stay in their order. A radix sort from the last digit: linear, where a comparison for each step of a
 * sort would be felt at a hundred thousand rows.
 *
 * @param keys each with a value for every row
 */
export function orderByKeys(length: number, keys: readonly Uint32Array[]): Uint32Array {
  const bits = length < MANY ? 8 : 16;
  const next = new Uint32Array(1 << bits);
  let order = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) order[row] = row;
  let spare = new Uint32Array(length);
  let values = new Uint32Array(length);
  let spareValues = new Uint32Array(length);
  for (const key of keys.toReversed()) {
    const { least, most } = rangeOf(key, length);
    for (let at = 0; at < length; at += 1) {
      values[at] = (key[order[at] as number] as number) - least;
    }
    for (let shift = 0; shift < 32 && (most - least) >>> shift !== 0; shift += bits) {
      places(values, shift, next);
      const mask = next.length - 1;
      for (let at = 0; at < length; at += 1) {
        const value = values[at] as number;
        const digit = (value >>> shift) & mask;
        const to = next[digit] as number;
        next[digit] = to + 1;
        spare[to] = order[at] as number;
        spareValues[to] = value;
      }
      [order, spare] = [spare, order];
      [values, spareValues] = [spareValues, values];
    }
  }
  return order;
}

/** Where the values with each digit begin when they are in its order. */
function places(values: Uint32Array, shift: number, next: Uint32Array): void {
  const mask = next.length - 1;
  next.fill(0);
  for (let at = 0; at < values.length; at += 1) {
    const digit = ((values[at] as number) >>> shift) & mask;
    next[digit] = (next[digit] as number) + 1;
  }
  for (let digit = 0, before = 0; digit <= mask; digit += 1) {
    const count = next[digit] as number;
    next[digit] = before;
    before += count;
  }
}

function rangeOf(key: Uint32Array, length: number): { least: number; most: number } {
  let least = length === 0 ? 0 : 0xffffffff;
  let most = 0;
  for (let row = 0; row < length; row += 1) {
    const value = key[row] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

const INFINITY_BITS = 0x7f800000;

/** Keys that put the highest first, of numbers that are not negative; at single precision. */
export function keysDown(values: ArrayLike<number>): Uint32Array {
  const bits = new Uint32Array(new Float32Array(values).buffer);
  for (let row = 0; row < bits.length; row += 1) bits[row] = INFINITY_BITS - (bits[row] as number);
  return bits;
}
