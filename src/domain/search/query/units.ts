import type { SearchSource } from '../source';

/** A set of units, one bit each. */
export class UnitSet {
  private constructor(
    readonly size: number,
    private readonly words: Uint32Array,
  ) {}

  static none(size: number): UnitSet {
    return new UnitSet(size, new Uint32Array((size + 31) >>> 5));
  }

  static all(size: number): UnitSet {
    return UnitSet.none(size).not();
  }

  /** Units whose number is not 0. */
  static where(numbers: Uint32Array): UnitSet {
    const words = new Uint32Array((numbers.length + 31) >>> 5);
    for (let at = 0; at < words.length; at += 1) {
      const end = Math.min(numbers.length, (at + 1) << 5);
      let word = 0;
      for (let unit = at << 5; unit < end; unit += 1) {
        if (numbers[unit] !== 0) word |= 1 << (unit & 31);
      }
      words[at] = word;
    }
    return new UnitSet(numbers.length, words);
  }

  has(unit: number): boolean {
    return (((this.words[unit >>> 5] ?? 0) >>> (unit & 31)) & 1) === 1;
  }

  add(unit: number): void {
    const at = unit >>> 5;
    this.words[at] = (this.words[at] ?? 0) | (1 << (unit & 31));
  }

  and(other: UnitSet): UnitSet {
    return new UnitSet(
      this.size,
      this.words.map((word, at) => word & (other.words[at] ?? 0)),
    );
  }

  or(other: UnitSet): UnitSet {
    return new UnitSet(
      this.size,
      this.words.map((word, at) => word | (other.words[at] ?? 0)),
    );
  }

  not(): UnitSet {
    const words = this.words.map((word) => ~word);
    const rest = this.size & 31;
    const last = words.length - 1;
    if (rest !== 0) words[last] = (words[last] ?? 0) & ((1 << rest) - 1);
    return new UnitSet(this.size, words);
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  count(): number {
    const { words } = this;
    let count = 0;
    for (let at = 0; at < words.length; at += 1) {
      // Bits are added in pairs, then in fours, then in bytes.
      let word = words[at] as number;
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  /** How many units in it are below this. */
  countBelow(unit: number): number {
    const whole = new UnitSet(unit, this.words.slice(0, (unit + 31) >>> 5));
    return whole.and(UnitSet.all(unit)).count();
  }

  /** The sum of the numbers of its units. */
  sum(numbers: Uint32Array): number {
    const { words } = this;
    let sum = 0;
    for (let at = 0; at < words.length; at += 1) {
      let word = words[at] as number;
      while (word !== 0) {
        sum += numbers[(at << 5) + 31 - Math.clz32(word & -word)] as number;
        word &= word - 1;
      }
    }
    return sum;
  }

  /** The units in it with `from <= unit < to`, ascending. */
  between(from: number, to: number): Uint32Array<ArrayBuffer> {
    const found = new Uint32Array(Math.max(0, Math.min(to - from, this.count())));
    let count = 0;
    this.visit(from, to, (unit) => {
      found[count++] = unit;
    });
    return found.subarray(0, count);
  }

  /** Calls with each of those. */
  visit(from: number, to: number, call: (unit: number) => void): void {
    const { words } = this;
    for (let at = from >>> 5; at << 5 < to; at += 1) {
      let word = words[at] ?? 0;
      while (word !== 0) {
        const unit = (at << 5) + 31 - Math.clz32(word & -word);
        word &= word - 1;
        if (unit >= from && unit < to) call(unit);
      }
    }
  }
}

/**
 * What a query is true or false of: articles (with their notes, tags and passages), by ordinal, and
 * behind them the notes that are on no article.
 */
export interface Units {
  size: number;
  articles: number;
  /** The unit that a note belongs to, by the note's ordinal. */
  ofNote: Uint32Array;
  /** The ordinal of the loose note behind unit `articles + index`. */
  looseNotes: Uint32Array;
}

const known = new WeakMap<SearchSource, Units>();

/** The units of a source, which are counted once. */
export function unitsOf(source: SearchSource): Units {
  const before = known.get(source);
  if (before !== undefined) return before;
  const articles = source.articles.length;
  const loose: number[] = [];
  const ofNote = Uint32Array.from(source.notes, ({ article }, ordinal) =>
    article >= 0 ? article : articles + loose.push(ordinal) - 1,
  );
  const units = {
    size: articles + loose.length,
    articles,
    ofNote,
    looseNotes: Uint32Array.from(loose),
  };
  known.set(source, units);
  return units;
}
