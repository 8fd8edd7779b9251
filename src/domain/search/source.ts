import type { Paragraph } from '../model';

/**
 * What queries are answered from: the index, or a plain scan of the texts (which answers while the
 * index is built, and is the oracle in tests). Articles and notes are known by their ordinals, which
 * hold as long as the source is the same object. Offsets are UTF-16 code units, end exclusive.
 */

/** Where words are looked for. */
export type TextField = 'title' | 'text' | 'note';
export const TEXT_FIELD_NAMES: readonly TextField[] = ['title', 'text', 'note'];

/**
 * `folded`: letter case, full and half width, traditional and simplified, and variant characters are
 * one. `written`: exactly these characters.
 */
export type Likeness = 'folded' | 'written';

/** Characters that stand in a row. */
export interface Literal {
  /** Not empty. */
  text: string;
  likeness: Likeness;
}

/**
 * Places in one field as parallel arrays, ascending by owner, start and end; they may overlap. The
 * owner is the ordinal of the article (`title`, `text`) or of the note (`note`).
 */
export interface Places {
  owners: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Takes how many places owners have, each owner of a field once and in any order. */
export interface CountSink {
  /** @param field its place in `TEXT_FIELD_NAMES` */
  add(field: number, owner: number, count: number): void;
}

/** An article as far as it is not its words; all of them are held in memory, so it is small. */
export interface SearchArticle {
  id: string;
  title: string;
  outlet: string;
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty. */
  date: string;
  byline: string;
  page: string;
  /** Of the text, in UTF-16 code units. */
  length: number;
  /** Tags of the article as a whole. */
  tagIds: readonly string[];
}

export interface SearchNote {
  id: string;
  targetKind: 'annotation' | 'article' | 'tag' | 'archive';
  targetId: string;
  /** The article that it is about; -1 for the memo of a tag and the archive's journal. */
  article: number;
}

export interface SearchTag {
  id: string;
  name: string;
  parentId: string | null;
}

/** An annotation that has a place in the text of its article. */
export interface SearchPassage {
  id: string;
  article: number;
  start: number;
  end: number;
  tagIds: readonly string[];
  isHighlighted: boolean;
}

export interface SearchSource {
  readonly articles: readonly SearchArticle[];
  readonly notes: readonly SearchNote[];
  readonly tags: readonly SearchTag[];
  readonly passages: readonly SearchPassage[];
  /**
   * Every place of a literal, overlapping ones too.
   * @param among only with these owners when given (ascending); a hint that may save work
   * @param signal when it is aborted, what reads very much may reject with its reason
   */
  find(
    field: TextField,
    literal: Literal,
    among?: Uint32Array,
    signal?: AbortSignal,
  ): Promise<Places>;
  /**
   * Tells how many places of a literal every owner has in each field, when these do not overlap (from the
   * left): much less work than to find them.
   * @returns false where they have to be found for it; then what was told is of no use
   */
  count?(literal: Literal, into: CountSink): Promise<boolean>;
  /**
   * Of literals in a row the places that are near to one of the literal before and to one of that behind, in
   * the same field of the same owner, without overlap: much less work than to find all of each.
   * @param most units between neighbours: `most[i]` is between literals i and i+1
   * @param pause lets others have their turn; what it throws is thrown
   * @returns for each literal; `null` where all have to be found for it
   */
  findNear?(
    literals: readonly Literal[],
    most: readonly number[],
    pause: () => Promise<void>,
  ): Promise<Record<TextField, Places>[] | null>;
  /**
   * Articles whose texts have to be read for any answer, where these are many. Without it, or `null`: few
   * enough to be waited for.
   */
  unread?(): Uint32Array | null;
  /** About how often a text stands somewhere, without looking: to begin with what is rare. */
  roughCount?(text: string): number;
  /** The words of owners, in the order asked for. Costly: for what is shown, and for verification. */
  texts(field: TextField, owners: Uint32Array): Promise<string[]>;
  /**
   * Stands for the words of an article's text: what was the same before and after they were read is
   * what this source means. Another one does not say that they are others. Without it, they never change.
   */
  textState?(article: number): unknown;
  /**
   * Reads what `paragraphs` says of articles where it is not known yet; what was looked through in them
   * is. Without it, all is known.
   */
  readParagraphs?(articles: Uint32Array, signal?: AbortSignal): Promise<void>;
  /** The paragraphs of an article, in text order. */
  paragraphs(article: number): readonly Pick<Paragraph, 'kind' | 'start' | 'end'>[];
}
