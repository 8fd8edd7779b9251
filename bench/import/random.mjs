/** The same numbers for the same seed, everywhere: mulberry32 (Tommy Ettinger, public domain). */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** @returns {number} at least 0, below 1 */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of a list's entries or a string's UTF-16 units. */
  pick(choices) {
    return choices[Math.floor(this.next() * choices.length)];
  }

  /** @param {number} share 0 to 1 */
  chance(share) {
    return this.next() < share;
  }
}
