import type { Layout } from './layout';
import type { Mark } from './line-marks';
import type { Seams } from './seams';
import type { Label, Line } from './types';

/** Facts about a whole file that the rules ask for. Built once, then only read. */
export interface FileView {
  lines: readonly Line[];
  marks: readonly (Mark | null)[];
  layout: Layout;
  /** For each line the next line that is certainly running text, or -1. */
  nextText: Int32Array;
  /** The next line that is not a mark of its own (caption, source, byline, page), or -1. */
  nextPlain: Int32Array;
  /** The first article's title stands outside the lines. */
  titled: boolean;
  /** Markdown level that titles have, 0 when the file has no Markdown headings. */
  titleLevel: number;
  /** Closing source lines in the file. */
  endMarks: number;
  /** Lines that return again and again (running heads). */
  repeated: Uint8Array;
  /** Lines of a table of contents. */
  contents: Uint8Array;
  /** Lines that a table of contents names; 2: with a page number. */
  listed: Uint8Array;
  /** Titles of a word or two, as the file's first one is. */
  shortTitles: Uint8Array;
  /** Titles of a file whose articles are numbered. */
  serial: Uint8Array;
  /** Lines that end with a source or author in brackets (`…。（据某某报）`). */
  endsInline: Uint8Array;
  /** 2: the title of a round-up; 1: below it. */
  roundUp: Uint8Array;
  habits: Habits | null;
  memos: Memos;
  seams: Seams;
}

/** Sums of evidence that do not depend on the context, NaN until they are asked for. */
export interface Memos {
  shape: Float64Array;
  following: Float64Array;
  unfinished: Float64Array;
  textShape: Float64Array;
  captionShape: Float64Array;
  captionWords: Float64Array;
  newStart: Float64Array;
  noStart: Float64Array;
  /** `softPlus` of `unfinished`. */
  openCost: Float64Array;
  joins: JoinMemo;
  /** `sharedWithText`; less precise than the others. */
  shared: Float32Array;
  /** What the words of a line say of it as a title, as a heading, as an article's last; see `wordsOnce`. */
  titleWords: Uint8Array;
  headingWords: Uint8Array;
  closingWords: Uint8Array;
  /** The labels worth scoring. */
  labels: (readonly Label[] | undefined)[];
}

/**
 * The evidence for joining a line to a paragraph before it. Of each line the paragraphs that it was
 * last weighed with are kept, `JOIN_WAYS` at most, by how far away they end: at `index * JOIN_WAYS`
 * and on.
 */
export interface JoinMemo {
  /** Where the paragraph ended. */
  to: Int32Array;
  points: Float64Array;
  /** What it costs to decide against that evidence: to part the two, to join them. */
  apartCost: Float64Array;
  joinCost: Float64Array;
}

/** A power of two. */
export const JOIN_WAYS = 2;

/** Memos of so many lines, in which nothing is known. */
export function emptyMemos(lines: number): Memos {
  const unknown = (): Float64Array => new Float64Array(lines).fill(Number.NaN);
  const ways = lines * JOIN_WAYS;
  return {
    shape: unknown(),
    following: unknown(),
    unfinished: unknown(),
    textShape: unknown(),
    captionShape: unknown(),
    captionWords: unknown(),
    newStart: unknown(),
    noStart: unknown(),
    openCost: unknown(),
    joins: {
      to: new Int32Array(ways).fill(-1),
      points: new Float64Array(ways),
      apartCost: new Float64Array(ways),
      joinCost: new Float64Array(ways),
    },
    shared: new Float32Array(lines).fill(Number.NaN),
    titleWords: new Uint8Array(lines),
    headingWords: new Uint8Array(lines),
    closingWords: new Uint8Array(lines),
    labels: new Array<undefined>(lines).fill(undefined),
  };
}

/** What a first reading of the file suggests for the second. */
export interface Habits {
  /** Above zero where the file has more captions than headings. */
  captionBias: number;
  /** 1: the only plain heading of its article; 2: one of several. */
  headingCompany: Uint8Array;
  /** Above zero where lines of this label usually have as many blank lines before them. */
  gapWeight(index: number, label: Label): number;
  /**
   * Where the file's articles have a date line under their titles: below zero for a line without.
   * Zero in other files.
   */
  headWeight(index: number): number;
}

/** How far an article has come. */
export type Phase = 'none' | 'titled' | 'body' | 'ended';

/** What is known when a line is judged. */
export interface Context {
  phase: Phase;
  /** The last line of body text in the article, -1 when there is none. */
  last: number;
  /** Label of the line before, `null` at the file's beginning. */
  before: Label | null;
}

/** Adds up the evidence for a label; keeps the rules' names only when asked to. */
export class Tally {
  total = 0;
  readonly rules: { rule: string; weight: number }[] | null;

  constructor(explain = false) {
    this.rules = explain ? [] : null;
  }

  add(rule: string, weight: number): void {
    this.total += weight;
    this.rules?.push({ rule, weight });
  }
}

/** `ln(1 + e^x)`: what the evidence `x` costs when it is decided against; near zero for x < 0. */
export function softPlus(x: number): number {
  return x > 20 ? x : Math.log1p(Math.exp(x));
}

/** In what `wordsOnce` remembers: the line was looked at. Other bits are what was found. */
const LOOKED = 1;

/** What there is in a line's words, as bits from 2 on; they are looked at once. */
export function wordsOnce(
  memo: Uint8Array,
  view: FileView,
  index: number,
  look: (view: FileView, index: number) => number,
): number {
  const known = memo[index] ?? 0;
  if (known !== 0) return known;
  const found = look(view, index) | LOOKED;
  memo[index] = found;
  return found;
}

/** Adds evidence that only depends on the line; the sum is worked out once. */
export function addOnce(
  memo: Float64Array,
  view: FileView,
  index: number,
  tally: Tally,
  score: (view: FileView, index: number, tally: Tally) => void,
): void {
  if (tally.rules) return score(view, index, tally);
  let sum = memo[index] ?? Number.NaN;
  if (Number.isNaN(sum)) {
    const own = new Tally();
    score(view, index, own);
    sum = own.total;
    memo[index] = sum;
  }
  tally.total += sum;
}
