import type { QueryProblem } from '@domain/search/query';
import type { Collocate, Window } from '@domain/search/stats/collocates';
import type { Binning, FrequencyTable } from '@domain/search/stats/frequency';
import type { Keyword } from '@domain/search/stats/keyness';
import type { Ngram } from '@domain/search/stats/ngrams';
import type { TokenUnit } from '@domain/search/stats/tokens';
import type { Narrowing } from '../search-types';

/**
 * What the search worker is asked about word statistics, and answers. All of it is about the titles
 * and texts of articles; what researchers wrote in notes is not counted.
 */

/** Told while texts are read: how many of how many articles. */
export type Progress = (done: number, total: number) => void;

/** A query that could not be read, and which of those asked it was. */
export interface QueryMistake {
  query: string;
  problem: QueryProblem;
}

/** The answer, or the mistake in a query that stood in its way. */
export type Answer<T> = { mistake: QueryMistake } | (T & { mistake: null });

/** Rows beyond a worker's limit are not sent: the strongest are. */
export interface Rows<Row> {
  rows: Row[];
  /** How many there are. */
  rowCount: number;
}

/** What a query finds is counted only as far as the search's facets and earlier queries leave it. */
interface Narrowed {
  narrowing?: Narrowing | undefined;
}

export interface CollocatesRequest extends Narrowed {
  query: string;
  unit: TokenUnit;
  window: Window;
  /**
   * What frequencies are compared with: all articles, those that the narrowing leaves, or those that
   * the query found.
   */
  reference: 'archive' | 'narrowed' | 'found';
  /** Rows with fewer tokens near are left out. */
  least: number;
}
export interface Collocates extends Rows<Collocate> {
  places: number;
  articles: number;
  windowTokens: number;
  total: number;
}

/** The bins are those of the articles that the narrowing leaves; it holds for all queries. */
export interface FrequencyRequest extends Narrowed {
  queries: readonly string[];
  by: Binning;
}
export type Frequency = FrequencyTable;

export interface KeynessRequest extends Narrowed {
  /** The articles that are described; they alone are narrowed. */
  query: string;
  /** Those that they are compared with; empty: all others. */
  against: string;
  unit: TokenUnit;
  /** Tokens in a row, 1 to 6. */
  size: number;
  /** Of both frequencies together. */
  least: number;
}
export interface Keyness extends Rows<Keyword> {
  articles: [number, number];
  /** Tokens (or sequences) of each side. */
  totals: [number, number];
  /** Articles that are on both sides. */
  shared: number;
  /** What is no more frequent than this may be missing; 0: nothing is. */
  lost: number;
}

export interface NgramsRequest extends Narrowed {
  /** Empty: the whole archive, or all that the narrowing leaves of it. */
  query: string;
  unit: TokenUnit;
  size: number;
  least: number;
}
export interface Ngrams extends Rows<Ngram> {
  articles: number;
  total: number;
  lost: number;
}
