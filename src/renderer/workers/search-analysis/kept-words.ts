import { type Tokens, type TokenUnit, tokensOf, wordsOf } from '@domain/search/stats/tokens';
import { markWords, type WordMarks } from '@domain/search/stats/words';
import { type MarksOfTexts, packed, unpacked } from './packed-marks';

/** Where marks stay from one start of the program to the next. */
export interface MarksStore {
  read(): AsyncIterable<MarksOfTexts>;
  add(marks: MarksOfTexts): Promise<void>;
  clear(): Promise<void>;
}

interface Options {
  /** Looks for a text's words. */
  cut?: (text: string) => WordMarks;
  /** Bytes of marks that are kept: enough for a hundred million characters. */
  most?: number;
  /** Bytes of marks that are stored at once. */
  portion?: number;
}

/** Shorter texts are cut anew: to keep what is known of them would cost more. */
const SHORT = 64;
/** Code units of texts for which others are not asked: it would be for nothing. */
const FEW = 50_000;

/**
 * Where the words of texts are, from one analysis to the next, by a hash of the text: to ask for them
 * takes a hundred times as long as to hash it, and what is written anew is another text.
 */
export class KeptWords {
  private readonly kept = new Map<number, WordMarks>();
  private bytes = 0;
  private fresh: { key: number; marks: WordMarks }[] = [];
  private freshBytes = 0;
  private store: MarksStore | null = null;
  private loading: Promise<void> | null = null;
  private writing: Promise<void> = Promise.resolve();
  private readonly cut: (text: string) => WordMarks;
  private readonly most: number;
  private readonly portion: number;

  constructor({ cut = markWords, most = 32 * 1024 * 1024, portion = 1024 * 1024 }: Options = {}) {
    this.cut = cut;
    this.most = most;
    this.portion = portion;
  }

  /** Reads what was stored, the first time that it is called, and stores from then on what is new. */
  load(store: MarksStore): Promise<void> {
    this.loading ??= (async () => {
      try {
        for await (const marks of store.read()) this.take(marks);
      } catch {
        // What cannot be read is cut again, and stored beside it.
      }
      this.store = store;
    })();
    return this.loading;
  }

  /** A text's tokens; its words are looked for only once while there is room. */
  tokensIn(text: string, unit: TokenUnit): Tokens {
    if (unit === 'char' || text.length < SHORT) return tokensOf(text, unit);
    const key = hashOf(text);
    const known = this.kept.get(key);
    if (known !== undefined && known.length === text.length) return wordsOf(text, known);
    const marks = this.cut(text);
    this.keep(key, marks);
    return wordsOf(text, marks);
  }

  /** Lets others look for the words of those texts of which they are not known, when it is worth it. */
  async prepare(
    texts: readonly string[],
    cut: (texts: readonly string[]) => Promise<WordMarks[]>,
  ): Promise<void> {
    const unknown = texts
      .filter((text) => text.length >= SHORT)
      .map((text) => ({ text, key: hashOf(text) }))
      .filter(({ text, key }) => this.kept.get(key)?.length !== text.length);
    if (unknown.reduce((sum, { text }) => sum + text.length, 0) < FEW) return;
    const marks = await cut(unknown.map(({ text }) => text));
    for (const [at, { text, key }] of unknown.entries()) {
      const made = marks[at];
      if (made?.length === text.length && !this.kept.has(key)) this.keep(key, made);
    }
  }

  private keep(key: number, marks: WordMarks): void {
    if (this.bytes + marks.bits.length > this.most) this.forget();
    this.kept.set(key, marks);
    this.bytes += marks.bits.length;
    this.fresh.push({ key, marks });
    this.freshBytes += marks.bits.length;
    if (this.freshBytes >= this.portion) void this.storeFresh();
  }

  /** Resolves when what is new is stored; never rejects, since all of it can be made again. */
  storeFresh(): Promise<void> {
    const { fresh, store } = this;
    if (fresh.length === 0 || store === null) return this.writing;
    this.fresh = [];
    this.freshBytes = 0;
    const marks = packed(fresh);
    // From now on as views into one piece of memory, which takes less of it.
    this.take(marks);
    return this.after(() => store.add(marks));
  }

  private forget(): void {
    const { store } = this;
    this.kept.clear();
    this.bytes = 0;
    this.fresh = [];
    this.freshBytes = 0;
    if (store !== null) void this.after(() => store.clear());
  }

  private after(write: () => Promise<void>): Promise<void> {
    this.writing = this.writing.then(write).catch(() => undefined);
    return this.writing;
  }

  private take(all: MarksOfTexts): void {
    for (const { key, marks } of unpacked(all)) {
      this.bytes += marks.bits.length - (this.kept.get(key)?.bits.length ?? 0);
      this.kept.set(key, marks);
    }
  }
}

/** Those of this worker. */
export const keptWords = new KeptWords();

/** A text's tokens; its words are looked for only once while there is room. */
export function tokensIn(text: string, unit: TokenUnit): Tokens {
  return keptWords.tokensIn(text, unit);
}

/** 53 bits: two hashes after FNV-1a over the code units, with different multipliers. */
export function hashOf(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9dc5811c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return (first >>> 0) * 0x200000 + ((second >>> 0) & 0x1fffff);
}
