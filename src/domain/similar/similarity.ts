import { normalise } from './fold';
import { mix32, roll, SHINGLE } from './hashing';

/** Texts are the same when their words are: the hashes of their fingerprints are equal. */
export const SAME = 1;

/**
 * Texts are nearly the same from this Jaccard similarity of their shingles on. One wrong character
 * spoils five shingles of either text, so that 0.8 forgives about two wrong characters in a hundred
 * (poor OCR) or a fifth of a text cut off, while two reports of one event that share their stock
 * phrases stay far below one half.
 */
export const NEARLY_SAME = 0.8;

/**
 * The exact Jaccard similarity of two texts' sets of five-character shingles, 0 to 1. Texts shorter
 * than a shingle are 1 when their words are the same, 0 otherwise; texts without words are 0.
 */
export function similarity(a: string, b: string): number {
  const { left, right, both, same } = compare(a, b);
  return same ? 1 : both / Math.max(1, left + right - both);
}

/** The share of the shingles of `part` that `whole` has as well, 0 to 1: is it in there? */
export function containment(part: string, whole: string): number {
  const { left, both, same } = compare(part, whole);
  return same ? 1 : both / Math.max(1, left);
}

interface Overlap {
  /** Numbers of different shingles. */
  left: number;
  right: number;
  both: number;
  same: boolean;
}

function compare(a: string, b: string): Overlap {
  const left = normalise(a);
  const right = normalise(b);
  const same = left.length > 0 && equalUnits(left, right);
  const set = new ShingleSet(left, right);
  const ofLeft = set.add(0, left.length);
  const ofBoth = set.add(left.length, left.length + right.length);
  return { left: ofLeft.fresh, right: ofBoth.fresh + ofBoth.shared, both: ofBoth.shared, same };
}

function equalUnits(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((unit, index) => unit === b[index]);
}

/** The shingles of two texts in one open-addressing table of where each is first seen. */
class ShingleSet {
  private readonly units: Uint16Array;
  /** Place of the first text's first occurrence + 1, 0 for none. Negative: the second has it too. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly border: number;

  constructor(left: Uint16Array, right: Uint16Array) {
    this.units = new Uint16Array(left.length + right.length);
    this.units.set(left);
    this.units.set(right, left.length);
    this.border = left.length;
    const size = 1 << Math.ceil(Math.log2(this.units.length * 2 + 2));
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  /** Adds the shingles within `[from, to)` and counts those that are new and those of both texts. */
  add(from: number, to: number): { fresh: number; shared: number } {
    const counted = { fresh: 0, shared: 0 };
    let rolling = 0;
    for (let i = from; i < to; i += 1) {
      const dropped = i - from < SHINGLE ? 0 : (this.units[i - SHINGLE] ?? 0);
      rolling = roll(rolling, this.units[i] ?? 0, dropped);
      const at = i - SHINGLE + 1;
      if (at < from) continue;
      const slot = this.find(at, mix32(rolling));
      const found = this.slots[slot] ?? 0;
      if (found === 0) {
        this.slots[slot] = at + 1;
        counted.fresh += 1;
      } else if (found > 0 && found <= this.border && at >= this.border) {
        this.slots[slot] = -found;
        counted.shared += 1;
      }
    }
    return counted;
  }

  private find(at: number, hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const found = this.slots[slot] ?? 0;
      if (found === 0 || this.equal(at, Math.abs(found) - 1)) return slot;
      slot = (slot + 1) & this.mask;
    }
  }

  private equal(a: number, b: number): boolean {
    for (let i = 0; i < SHINGLE; i += 1) if (this.units[a + i] !== this.units[b + i]) return false;
    return true;
  }
}
