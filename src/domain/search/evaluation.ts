import type { TextField } from './source';

/** `tag`: a passage that carries a tag which the query asks for, when it asks for no words. */
export type FoundField = TextField | 'tag';
export const FOUND_FIELDS: readonly FoundField[] = ['title', 'text', 'note', 'tag'];

/**
 * How often a word that a query wants stands in what: an article with its notes, by its ordinal, or a
 * loose note. Words that are near one another are counted as one.
 */
export interface TermCounts {
  /** Words in it, as a segmenter cuts them; at least 1. */
  words: number;
  /** In how many articles and loose notes it stands, counted or estimated. */
  documents: number;
  /**
   * Where it stands: places by unit as they count, or in parts; what is in two parts has both together. Units
   * are ordinals of articles, and behind them those of loose notes as `unitsOf` numbers them.
   */
  places: Float32Array | readonly TermPart[];
}

export interface TermPart {
  /** Some may stand there twice. */
  units: Uint32Array;
  /** Places there. */
  counts: Uint32Array;
  /** How much each of them counts: those in a title more. */
  weight: number;
}

/**
 * What a query found in a `SearchSource`. The places are parallel arrays in the order of the
 * articles' ordinals (loose notes last), then title, text, notes, then start; those of one field of
 * one owner do not overlap. Offsets are UTF-16 code units, end exclusive.
 */
export interface Evaluation {
  /** Index into `FOUND_FIELDS`. */
  fields: Uint8Array;
  /** The article's ordinal; for `note` the note's. */
  owners: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  /** Ordinals of the articles that satisfy the query, ascending, also of those without a place. */
  articles: Uint32Array;
  /** Ordinals of the notes on no article (journal, memos of tags) that satisfy it, ascending. */
  looseNotes: Uint32Array;
  /** Of the words that are wanted, for ranking. */
  terms: readonly TermCounts[];
}
