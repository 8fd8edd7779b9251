import type { Tokens } from './tokens';

/** How often each word occurs; words that a key makes alike are one. */
export interface TokenCounts {
  /** Occurrences of all words together. */
  total: number;
  /** By key. */
  counts: Map<string, number>;
  /** How a word that is counted under a key is written. */
  form(key: string): string;
}

/** What makes words alike, such as their simplified form. */
export type KeyOf = (word: string) => string;

/** Words are alike only when they are written alike. */
export const asWritten: KeyOf = (word) => word;

/** Counts words over any number of texts. */
export class TokenCounter implements TokenCounts {
  total = 0;
  readonly counts = new Map<string, number>();
  private readonly forms = new Map<string, string>();

  constructor(private readonly keyOf: KeyOf) {}

  add({ words }: Pick<Tokens, 'words'>): void {
    this.total += words.length;
    for (const word of words) {
      const key = this.keyOf(word);
      const before = this.counts.get(key);
      this.counts.set(key, (before ?? 0) + 1);
      if (before === undefined && word !== key) this.forms.set(key, word);
    }
  }

  form(key: string): string {
    return this.forms.get(key) ?? key;
  }
}
