import type { ParagraphKind } from '@domain/model';
import type { Likeness, TextField } from '../source';

/** Characters that stand in a row. */
export interface LiteralQuery {
  kind: 'literal';
  /** Not empty. */
  text: string;
  likeness: Likeness;
}

/** What stands at one place of a word with wildcards: characters, any one, or some within a sentence. */
export type PatternPart = { text: string } | { any: 'one' | 'many' };

/** Folded characters with wildcards between them. */
export interface PatternQuery {
  kind: 'pattern';
  parts: readonly PatternPart[];
}

/** A Latin word, whole; further letters may come `before` or `after` when these are set. */
export interface WordQuery {
  kind: 'word';
  text: string;
  before: boolean;
  after: boolean;
}

export interface RegexQuery {
  kind: 'regex';
  source: string;
  ignoreCase: boolean;
}

/** How a place stands to the next one: in any order, without overlap. */
export type Link = { by: 'characters'; most: number } | { by: 'sentence' } | { by: 'paragraph' };

/** Places of which each stands near to one of the next part: `links[i]` is between parts i and i+1. */
export interface ChainQuery {
  kind: 'chain';
  parts: readonly Query[];
  links: readonly Link[];
}

/** Words that are looked for in one field only. */
export interface InQuery {
  kind: 'in';
  field: TextField;
  part: Query;
}

/** Part of the article's outlet or byline, folded; or its page. */
export interface FactQuery {
  kind: 'fact';
  field: 'outlet' | 'byline' | 'page';
  value: string;
}

/** First and last day as written, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty: open. */
export interface DateQuery {
  kind: 'date';
  from: string;
  to: string;
}

/** A tag by its name, and all below it. */
export interface TagQuery {
  kind: 'tag';
  name: string;
}

/** Paragraphs of these kinds. */
export interface KindQuery {
  kind: 'kind';
  kinds: readonly ParagraphKind[];
}

export const HAS_CHOICES = ['note', 'highlight', 'tag'] as const;
export interface HasQuery {
  kind: 'has';
  what: (typeof HAS_CHOICES)[number];
}

export interface AndQuery {
  kind: 'and';
  /** At least two, none of them `and`. */
  parts: readonly Query[];
}
export interface OrQuery {
  kind: 'or';
  /** At least two, none of them `or`. */
  parts: readonly Query[];
}
export interface NotQuery {
  kind: 'not';
  part: Query;
}

/** A query as it was understood. */
export type Query =
  | LiteralQuery
  | PatternQuery
  | WordQuery
  | RegexQuery
  | ChainQuery
  | InQuery
  | FactQuery
  | DateQuery
  | TagQuery
  | KindQuery
  | HasQuery
  | AndQuery
  | OrQuery
  | NotQuery;
