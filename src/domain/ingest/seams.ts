import type { Line } from './types';

/**
 * Remembers which characters follow each other in a file, to tell whether two line ends would make
 * a word: `保护主` + `义措施` does when the file writes `主义` elsewhere. A Bloom filter, so that the
 * memory stays small (a rare false yes only adds a little evidence).
 */
export interface Seams {
  /** 2 when three characters across the seam are known, 1 for two, 0 for none. */
  known(before: string, after: string): 0 | 1 | 2;
}

const MAX_BITS = 1 << 25;
const BITS_PER_CHARACTER = 24;

/** Reads the lines when first asked. Linear in the text. */
export function indexSeams(lines: readonly Line[]): Seams {
  let filter: Filter | null = null;
  return {
    known(before, after) {
      filter ??= buildFilter(lines);
      const a = before.charCodeAt(before.length - 2);
      const b = before.charCodeAt(before.length - 1);
      const c = after.charCodeAt(0);
      const d = after.charCodeAt(1);
      if (!isLetter(b) || !isLetter(c)) return 0;
      if (isLetter(a) && filter.has(hash3(a, b, c))) return 2;
      if (isLetter(d) && filter.has(hash3(b, c, d))) return 2;
      return filter.has(hash2(b, c)) ? 1 : 0;
    },
  };
}

class Filter {
  private readonly bits: Uint32Array;
  private readonly mask: number;

  constructor(characters: number) {
    let size = 1 << 12;
    while (size < characters * BITS_PER_CHARACTER && size < MAX_BITS) size *= 2;
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Takes in what follows what in a line. */
  addLine(text: string): void {
    const { bits, mask } = this;
    let before = 0;
    // The hash of the last two letters, 0 where there are none.
    let pair = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (!isLetter(unit)) {
        before = 0;
        pair = 0;
        continue;
      }
      if (before !== 0) {
        const next = hash2(before, unit);
        setBit(bits, next & mask);
        if (pair !== 0) setBit(bits, hashOn(pair, unit) & mask);
        pair = next;
      }
      before = unit;
    }
  }

  has(hash: number): boolean {
    const at = hash & this.mask;
    return (((this.bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
  }
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

function buildFilter(lines: readonly Line[]): Filter {
  const filter = new Filter(lines.reduce((sum, line) => sum + line.length, 0));
  // Line by line: a loop in a loop, run once a file, would be compiled anew for every file.
  for (const { text } of lines) filter.addLine(text);
  return filter;
}

function isLetter(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function hash2(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b));
}

function hash3(a: number, b: number, c: number): number {
  return hashOn(hash2(a, b), c);
}

function hashOn(pair: number, c: number): number {
  return mix(pair ^ Math.imul(c, 0xc2b2ae35));
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return once ^ (once >>> 13);
}
