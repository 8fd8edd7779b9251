import type { Tokens } from './tokens';

/** How often each word occurs; words that a key makes alike are one. */
export interface TokenCounts {
  /** Occurrences of all words together. */
  total: number;
  /** By key. */
  counts: Map<string, number>;
}

/** What makes words alike, such as their simplified form. */
export type KeyOf = (word: string) => string;

export const asWritten: KeyOf = (word) => word;

/** Counts words over any number of texts. */
export class TokenCounter implements TokenCounts {
  total = 0;
  readonly counts = new Map<string, number>();

  constructor(private readonly keyOf: KeyOf) {}

  add({ words }: Pick<Tokens, 'words'>): void {
    this.total += words.length;
    for (const word of words) {
      const key = this.keyOf(word);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }
}
