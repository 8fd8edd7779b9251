import { normalise } from './fold';
import { hash64, mix32, roll, SHINGLE } from './hashing';

/** Bins of a sketch. */
export const BINS = 64;
const BIN_SHIFT = 26;
const VALUE_MASK = (1 << BIN_SHIFT) - 1;
const EMPTY = 0xffffffff;

/**
 * What is remembered of a text to find it again. The text is compared as `normalise` folds it.
 */
export interface Fingerprint {
  /** 64 bits of the whole text as two Uint32; both 0 when it has no words. */
  high: number;
  low: number;
  /**
   * MinHash sketch of the text's five-character shingles, `BINS` values of 16 bits; all 0 when the
   * text is shorter than a shingle, never 0 otherwise.
   */
  bins: Uint16Array;
}

/**
 * Fingerprints an article's text. The sketch is MinHash with one permutation: every shingle's hash
 * falls into a bin and each bin keeps its least (Li, Owen and Zhang 2012, "One Permutation
 * Hashing"). A bin that stays empty takes the value of another, chosen for each bin at random and
 * independent of the text, which keeps the estimate's variance least (Shrivastava 2017, "Optimal
 * Densification for Fast and Accurate Minwise Hashing").
 */
export function fingerprintOf(text: string): Fingerprint {
  const units = normalise(text);
  if (units.length === 0) return { high: 0, low: 0, bins: new Uint16Array(BINS) };
  const [high, low] = hash64(units);
  return { high, low, bins: sketch(units) };
}

/** Whether two texts are the same but for white space, punctuation, width and case. */
export function isSame(a: Fingerprint, b: Fingerprint): boolean {
  return a.high === b.high && a.low === b.low && (a.high !== 0 || a.low !== 0);
}

/** Whether the text was long enough to be compared by its shingles. */
export function hasSketch(fingerprint: Fingerprint): boolean {
  return fingerprint.bins[0] !== 0;
}

/**
 * Estimates the Jaccard similarity of two texts' shingles; the standard error is at most
 * 1 / (2 √BINS), 0.06, for texts of some hundred characters and more for very short ones.
 */
export function estimate(a: Fingerprint, b: Fingerprint): number {
  if (isSame(a, b)) return 1;
  if (!hasSketch(a) || !hasSketch(b)) return 0;
  let equal = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (a.bins[bin] === b.bins[bin]) equal += 1;
  return equal / BINS;
}

/** The fingerprints of one source file's articles, as the database keeps them. */
export interface FingerprintPack {
  /** High and low half of each hash in turn. */
  hashes: Uint32Array;
  /** `BINS` values for each. */
  bins: Uint16Array;
}

export function packFingerprints(list: readonly Fingerprint[]): FingerprintPack {
  const hashes = new Uint32Array(list.length * 2);
  const bins = new Uint16Array(list.length * BINS);
  for (const [index, fingerprint] of list.entries()) {
    hashes[index * 2] = fingerprint.high;
    hashes[index * 2 + 1] = fingerprint.low;
    bins.set(fingerprint.bins, index * BINS);
  }
  return { hashes, bins };
}

/**
 * The fingerprints of a pack, in order; their sketches are views of it, not copies.
 *
 * @throws RangeError when the two arrays do not belong together
 */
export function unpackFingerprints({ hashes, bins }: FingerprintPack): Fingerprint[] {
  const count = hashes.length / 2;
  if (bins.length !== count * BINS)
    throw new RangeError(
      `${hashes.length} halves of hashes, but ${bins.length} values of sketches`,
    );
  return Array.from({ length: count }, (_, index) => ({
    high: hashes[index * 2] ?? 0,
    low: hashes[index * 2 + 1] ?? 0,
    bins: bins.subarray(index * BINS, (index + 1) * BINS),
  }));
}

function sketch(units: Uint16Array): Uint16Array {
  const bins = new Uint16Array(BINS);
  if (units.length < SHINGLE) return bins;
  const least = new Uint32Array(BINS).fill(EMPTY);
  let rolling = 0;
  for (let i = 0; i < units.length; i += 1) {
    rolling = roll(rolling, units[i] ?? 0, i < SHINGLE ? 0 : (units[i - SHINGLE] ?? 0));
    if (i < SHINGLE - 1) continue;
    const hash = mix32(rolling);
    const bin = hash >>> BIN_SHIFT;
    const value = hash & VALUE_MASK;
    if (value < (least[bin] ?? EMPTY)) least[bin] = value;
  }
  for (let bin = 0; bin < BINS; bin += 1) {
    const value = least[bin] === EMPTY ? borrowed(least, bin) : (least[bin] ?? 0);
    // The least of many is near zero in its high bits: it is mixed again before it is shortened.
    bins[bin] = mix32(value + 1) >>> 16 || 1;
  }
  return bins;
}

let orders: Uint8Array | null = null;

function borrowed(least: Uint32Array, bin: number): number {
  orders ??= makeOrders();
  for (let turn = 0; turn < BINS; turn += 1) {
    const value = least[orders[bin * BINS + turn] ?? 0] ?? EMPTY;
    if (value !== EMPTY) return value;
  }
  return 0;
}

/** For every bin a fixed order, shuffled, in which it asks the others for a value. */
function makeOrders(): Uint8Array {
  const made = new Uint8Array(BINS * BINS);
  for (let bin = 0; bin < BINS; bin += 1) {
    const order = made.subarray(bin * BINS, (bin + 1) * BINS);
    for (let i = 0; i < BINS; i += 1) {
      const other = mix32((bin + 1) * 0x10000 + i) % (i + 1);
      order[i] = order[other] ?? 0;
      order[other] = i;
    }
  }
  return made;
}
