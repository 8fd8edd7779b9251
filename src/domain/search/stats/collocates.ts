import { firstAtLeast } from '@shared/sorted-numbers';
import {
  cubicMutualInformation,
  expected,
  logDice,
  logLikelihood,
  pointwiseMutualInformation,
} from './association';
import type { KeyOf, TokenCounts } from './counts';
import { BREAK, type Tokens } from './tokens';

/** What a window does not reach across. */
export type WindowLimit = 'sentence' | 'paragraph' | 'text';

export interface Window {
  /** Tokens to the left and to the right of a place. */
  left: number;
  right: number;
  limit: WindowLimit;
}

/** A word that stands near what was searched for. */
export interface Collocate {
  /** As first met in the texts. */
  word: string;
  /** Tokens in the windows (O₁₁), and how many of them left and right of the nearest place. */
  near: number;
  left: number;
  right: number;
  /** E₁₁: what `near` would be by chance. */
  expected: number;
  /** In all texts that it is compared with, without those inside of places. */
  frequency: number;
  /** Articles in which it stands near. */
  articles: number;
  ll: number;
  pmi: number;
  mi3: number;
  logDice: number;
  /** UTF-16 code units between a place and it, at most. */
  reach: number;
}

export interface CollocateTable {
  /** Places of what was searched for. */
  places: number;
  /** Tokens in all windows together, each counted once (R₁). */
  windowTokens: number;
  /** Tokens of all texts without those inside of places (N). */
  total: number;
  rows: Collocate[];
}

type Place = { start: number; end: number };
type Near = Pick<Collocate, 'word' | 'near' | 'left' | 'right' | 'articles' | 'reach'> & {
  seenIn: number;
};

const REACHES: Record<WindowLimit, number> = {
  sentence: BREAK.sentence,
  paragraph: BREAK.paragraph,
  text: BREAK.paragraph + 1,
};

/**
 * Counts what stands near places. A token that lies in several windows counts once, so that the
 * windows are a part of the text like any other; tokens inside of places count on neither side.
 *
 * Source: S. Evert, “Corpora and collocations”, in Corpus Linguistics: An International Handbook
 * (2008), section 4.1, surface co-occurrence.
 */
export class CollocateCounter {
  private places = 0;
  private windowTokens = 0;
  private nodeTokens = 0;
  private readonly near = new Map<string, Near>();
  /** Tokens inside of places, which are left out of the frequencies. */
  private readonly inside = new Map<string, number>();

  constructor(
    private readonly window: Window,
    private readonly keyOf: KeyOf,
  ) {}

  /**
   * @param places ascending, not overlapping
   * @param article tells articles apart (title and text are two texts of one)
   */
  add(tokens: Tokens, places: readonly Place[], article: number): void {
    this.places += places.length;
    const { words, starts, ends } = tokens;
    const isNode = new Uint8Array(words.length);
    const spans = places.map((place) => {
      const from = firstAtLeast(ends, place.start + 1);
      const to = firstAtLeast(starts, place.end);
      isNode.fill(1, from, to);
      return { ...place, from, to };
    });
    /** Signed distance in tokens to the nearest place; 0 outside of all windows. */
    const side = new Int32Array(words.length);
    const reach = new Int32Array(words.length);
    for (const span of spans) this.mark(tokens, span, side, reach);
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      if (isNode[at] === 1) {
        this.nodeTokens += 1;
        const key = this.keyOf(word);
        this.inside.set(key, (this.inside.get(key) ?? 0) + 1);
      } else if (side[at] !== 0) this.count(word, side[at] ?? 0, reach[at] ?? 0, article);
    }
  }

  private mark(
    { starts, ends, breaks }: Tokens,
    { start, end, from, to }: Place & { from: number; to: number },
    side: Int32Array,
    reach: Int32Array,
  ): void {
    const wall = REACHES[this.window.limit];
    const see = (at: number, distance: number, apart: number) => {
      const before = Math.abs(side[at] ?? 0);
      if (before === 0 || Math.abs(distance) < before) side[at] = distance;
      if (before === 0 || apart < (reach[at] ?? 0)) reach[at] = apart;
    };
    for (let step = 1; step <= this.window.left; step += 1) {
      const at = from - step;
      if (at < 0 || (at + 1 < breaks.length && (breaks[at + 1] ?? 0) >= wall)) break;
      see(at, -step, Math.max(0, start - (ends[at] ?? 0)));
    }
    for (let step = 1; step <= this.window.right; step += 1) {
      const at = to + step - 1;
      if (at >= starts.length || (breaks[at] ?? 0) >= wall) break;
      see(at, step, Math.max(0, (starts[at] ?? 0) - end));
    }
  }

  private count(word: string, side: number, reach: number, article: number): void {
    this.windowTokens += 1;
    const key = this.keyOf(word);
    let row = this.near.get(key);
    if (row === undefined) {
      row = { word, near: 0, left: 0, right: 0, articles: 0, reach: 0, seenIn: -1 };
      this.near.set(key, row);
    }
    row.near += 1;
    row[side < 0 ? 'left' : 'right'] += 1;
    row.reach = Math.max(row.reach, reach);
    if (row.seenIn !== article) {
      row.articles += 1;
      row.seenIn = article;
    }
  }

  /**
   * @param all counts over all texts that it is compared with, those that were added among them
   * @param least rows with fewer tokens near are left out
   */
  table(all: TokenCounts, least: number): CollocateTable {
    const total = all.total - this.nodeTokens;
    const rows: Collocate[] = [];
    for (const [key, { seenIn: _, ...row }] of this.near) {
      if (row.near < least) continue;
      const frequency = (all.counts.get(key) ?? 0) - (this.inside.get(key) ?? 0);
      const pair = { both: row.near, first: this.windowTokens, second: frequency, total };
      rows.push({
        ...row,
        frequency,
        expected: expected(pair),
        // What is rarer here than elsewhere is no collocate, however sure that is.
        ll: Math.sign(row.near - expected(pair)) * logLikelihood(pair),
        pmi: pointwiseMutualInformation(pair),
        mi3: cubicMutualInformation(pair),
        logDice: logDice(row.near, this.places, frequency),
      });
    }
    return { places: this.places, windowTokens: this.windowTokens, total, rows };
  }
}
