import { mix32 } from './hashing';
import type { Block } from './token-diff';

/** Units of a passage that, standing once in both texts, is taken for the same. */
const GRAM = 8;
const TWICE = -1;

/**
 * Passages of eight characters that stand once in either region and in the same order: patience
 * diff (Cohen) with passages in the place of lines. Each is made as long as it goes to the right.
 *
 * @returns blocks in order that do not overlap; offsets are those of `a` and `b` as a whole
 */
export function anchorsOf(
  a: string,
  b: string,
  [aFrom, aTo]: readonly [number, number],
  [bFrom, bTo]: readonly [number, number],
): Block[] {
  const ofA = new GramTable(a, aFrom, aTo);
  const ofB = new GramTable(b, bFrom, bTo);
  const places: number[] = [];
  const partners: number[] = [];
  for (let at = aFrom; at + GRAM <= aTo; at += 1) {
    if (ofA.placeOf(a, at) !== at) continue;
    const partner = ofB.placeOf(a, at);
    if (partner < 0) continue;
    places.push(at);
    partners.push(partner);
  }
  const blocks: Block[] = [];
  let endA = aFrom;
  let endB = bFrom;
  for (const index of longestRise(partners)) {
    const atA = places[index] ?? 0;
    const atB = partners[index] ?? 0;
    if (atA < endA || atB < endB) continue;
    let length = GRAM;
    while (
      atA + length < aTo &&
      atB + length < bTo &&
      a.charCodeAt(atA + length) === b.charCodeAt(atB + length)
    )
      length += 1;
    blocks.push({ a: atA, b: atB, length });
    endA = atA + length;
    endB = atB + length;
  }
  return blocks;
}

/** Where each passage of a region stands, in an open-addressing table. */
class GramTable {
  /** Place + 1 of each passage, 0 for none. */
  private readonly slots: Int32Array;
  private readonly twice: Uint8Array;
  private readonly mask: number;

  constructor(
    private readonly text: string,
    from: number,
    to: number,
  ) {
    const size = 1 << Math.ceil(Math.log2((to - from) * 2 + 2));
    this.slots = new Int32Array(size);
    this.twice = new Uint8Array(size);
    this.mask = size - 1;
    for (let at = from; at + GRAM <= to; at += 1) {
      const slot = this.find(text, at);
      if (this.slots[slot] === 0) this.slots[slot] = at + 1;
      else this.twice[slot] = 1;
    }
  }

  /** The one place of the passage that begins at `at` in `text`; negative for none or several. */
  placeOf(text: string, at: number): number {
    const slot = this.find(text, at);
    return this.twice[slot] ? TWICE : (this.slots[slot] ?? 0) - 1;
  }

  private find(text: string, at: number): number {
    let slot = gramHash(text, at) & this.mask;
    for (;;) {
      const found = this.slots[slot] ?? 0;
      if (found === 0 || equalGram(text, at, this.text, found - 1)) return slot;
      slot = (slot + 1) & this.mask;
    }
  }
}

function gramHash(text: string, at: number): number {
  let hash = 0;
  for (let i = 0; i < GRAM; i += 1)
    hash = (Math.imul(hash, 0x2c9277b5) + text.charCodeAt(at + i)) | 0;
  return mix32(hash);
}

function equalGram(a: string, atA: number, b: string, atB: number): boolean {
  for (let i = 0; i < GRAM; i += 1)
    if (a.charCodeAt(atA + i) !== b.charCodeAt(atB + i)) return false;
  return true;
}

/** Indices of a longest rising subsequence (patience sorting). */
function longestRise(values: readonly number[]): number[] {
  const before = new Int32Array(values.length);
  const tops: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  }
  const rise: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) rise.push(index);
  return rise.reverse();
}
