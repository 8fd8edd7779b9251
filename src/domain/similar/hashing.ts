/** Units of a shingle: five characters tell passages apart and outlive a changed one nearby. */
export const SHINGLE = 5;

/** Odd multiplier of the rolling polynomial, modulo 2³². */
const BASE = 0x2c9277b5;
const BASE_TO_SHINGLE = [...Array(SHINGLE)].reduce<number>((power) => Math.imul(power, BASE), 1);

/** The finaliser of MurmurHash3 (Appleby): every bit of the input changes half of the output's. */
export function mix32(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The rolling polynomial one unit further on, not mixed yet (Karp and Rabin 1987).
 *
 * @param added the unit that comes in at the end
 * @param dropped the unit that leaves at the start, 0 while the first shingle is filled
 */
export function roll(hash: number, added: number, dropped: number): number {
  return (Math.imul(hash, BASE) + added - Math.imul(dropped, BASE_TO_SHINGLE)) | 0;
}

/**
 * 64 bits over UTF-16 units: two lanes that feed each other, after MurmurHash3_x86_128 (Appleby).
 * Not for secrets. Never both zero, which stands for no text.
 */
export function hash64(units: Uint16Array): [high: number, low: number] {
  let h1 = 0x9e3779b9;
  let h2 = 0x7f4a7c15;
  for (const unit of units) {
    h1 ^= Math.imul(rotate(Math.imul(unit, 0x239b961b), 15), 0xab0e9789);
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(unit, 0x38b34ae5), 17), 0xa1e38b93);
    h2 = (Math.imul(rotate(h2, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  h1 ^= units.length;
  h2 ^= units.length;
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  h1 = mix32(h1);
  h2 = mix32(h2);
  h1 = (h1 + h2) >>> 0;
  h2 = (h2 + h1) >>> 0;
  return h1 === 0 && h2 === 0 ? [0, 1] : [h1, h2];
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
