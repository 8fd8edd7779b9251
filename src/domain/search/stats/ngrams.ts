import type { KeyOf, TokenCounts } from './counts';
import { BREAK, type Tokens, type TokenUnit } from './tokens';

/** A sequence of characters or words. */
export interface Ngram {
  /** As first met in the texts; words are parted by spaces. */
  words: string;
  count: number;
  /** Articles that have it. */
  articles: number;
}

interface Row {
  /** As first met. */
  form: string;
  count: number;
  articles: number;
  seenIn: number;
}

/** What is between the tokens of a sequence of words. */
const SPACE = ' ';

/**
 * Counts sequences of `size` tokens that no punctuation parts, in memory that does not grow with the
 * text: when there are more than `capacity`, the rarest are given up, as in G. S. Manku and
 * R. Motwani, “Approximate Frequency Counts over Data Streams”, VLDB 2002 (lossy counting). Every
 * sequence that occurs more than `lost` times is then still there; a second counter that is given the
 * `only` keys counts those exactly.
 */
export class NgramCounter implements TokenCounts {
  /** A sequence that occurs no more often than this may be missing; 0: none is. */
  lost = 0;
  total = 0;
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly options: {
      unit: TokenUnit;
      size: number;
      keyOf: KeyOf;
      /** Sequences that are held at once. */
      capacity: number;
      /** Counts no others. */
      only?: ReadonlySet<string>;
    },
  ) {}

  add(tokens: Tokens, article: number): void {
    const { unit, size, keyOf, only } = this.options;
    const glue = unit === 'word' ? SPACE : '';
    const { words, breaks } = tokens;
    const keys = words.map(keyOf);
    /** How many tokens in a row nothing has parted. */
    let row = 0;
    for (let at = 0; at < words.length; at += 1) {
      row = (breaks[at] ?? 0) >= BREAK.mark ? 1 : row + 1;
      if (row < size) continue;
      this.total += 1;
      const from = at - size + 1;
      const key = joined(keys, from, at, glue);
      if (only !== undefined && !only.has(key)) continue;
      if (!this.again(key, article)) {
        const form = joined(words, from, at, glue);
        this.rows.set(key, { form, count: 1, articles: 1, seenIn: article });
      }
    }
    if (this.rows.size > this.options.capacity) this.giveUpRarest();
  }

  /** Counts what was met before; answers whether it was. */
  private again(key: string, article: number): boolean {
    const row = this.rows.get(key);
    if (row === undefined) return false;
    row.count += 1;
    if (row.seenIn !== article) {
      row.articles += 1;
      row.seenIn = article;
    }
    return true;
  }

  private giveUpRarest(): void {
    const { capacity } = this.options;
    for (let rare = 1; this.rows.size > capacity / 2; rare += 1) {
      this.lost += 1;
      for (const [key, { count }] of this.rows) if (count <= rare) this.rows.delete(key);
    }
  }

  keys(): Set<string> {
    return new Set(this.rows.keys());
  }

  get counts(): Map<string, number> {
    return new Map(Array.from(this.rows, ([key, { count }]) => [key, count]));
  }

  form(key: string): string {
    return this.rows.get(key)?.form ?? key;
  }

  /** @param least sequences that occur less often are left out */
  table(least: number): Ngram[] {
    const rows: Ngram[] = [];
    for (const { form, count, articles } of this.rows.values()) {
      if (count >= least) rows.push({ words: form, count, articles });
    }
    return rows;
  }
}

function joined(words: readonly string[], from: number, to: number, glue: string): string {
  let sequence = words[from] ?? '';
  for (let at = from + 1; at <= to; at += 1) sequence += glue + words[at];
  return sequence;
}
