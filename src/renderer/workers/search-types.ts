import type { ConcordanceHeads } from '@domain/interchange/concordance/concordance';
import { type NoteTargetKind, PARAGRAPH_KINDS } from '@domain/model';
import type { QueryProblem } from '@domain/search/query/problem';

export type { QueryProblem } from '@domain/search/query/problem';

/** What the search worker is asked and answers. Offsets are UTF-16 code units, end exclusive. */

export type SortOrder = 'relevance' | 'date-down' | 'date-up' | 'outlet' | 'title';

/** In what a place lies: a paragraph of some kind, the title or a note. */
export const FACET_KINDS = [...PARAGRAPH_KINDS, 'title', 'note'] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Values that were chosen among the facets; an empty list does not restrict. */
export interface FacetChoice {
  outlets: readonly string[];
  /** `YYYY`; the empty string stands for articles without a date. */
  years: readonly string[];
  tagIds: readonly string[];
  kinds: readonly FacetKind[];
}

export interface SearchRequest {
  query: string;
  sort: SortOrder;
  facets: FacetChoice;
  /** Earlier queries whose articles alone are searched (search within results). */
  within: readonly string[];
}

/** What a search is narrowed by beside its query. */
export type Narrowing = Pick<SearchRequest, 'facets' | 'within'>;

export interface FacetCount<Value = string> {
  value: Value;
  articles: number;
  places: number;
}

/** Where an article's title and text have what was found. UTF-16 offsets, end exclusive. */
export interface ArticlePlaces {
  title: { start: number; end: number }[];
  text: { start: number; end: number }[];
}

/** Each with what was chosen of the other facets alone, so that more of the same can be chosen. */
export interface Facets {
  outlets: FacetCount[];
  years: FacetCount[];
  tags: FacetCount[];
  kinds: FacetCount<FacetKind>[];
}

/** The heading of a result: an article, or what a note is on that belongs to none. */
export interface SearchGroup {
  /** Empty for the archive's journal and the memos of tags. */
  articleId: string;
  /** For a memo the tag's name. */
  title: string;
  outlet: string;
  date: string;
  /** The tag of a memo. */
  tagId: string | null;
  /** Places in it; none where the query asks for no words. */
  count: number;
}

/** A result as a whole. Its rows are asked for as they come into view. */
export interface SearchOutcome {
  /** Names the result in later questions; one that is too old is answered with `null`. */
  resultId: number;
  query: string;
  problem: QueryProblem | null;
  /** True number of occurrences (they do not overlap), never capped. */
  total: number;
  /** How many articles satisfy the query. */
  articles: number;
  /**
   * Places in each group, in the order of the list: a heading is followed by so many hits. Of the first
   * groups alone when it is not whole; the others come later, behind these.
   */
  groups: Uint32Array;
  /** How many groups there are. */
  groupCount: number;
  isWhole: boolean;
  /** The first rows of the list, for what is seen at once. */
  head: SearchRow[];
  /** A newer search took over before this one ended; there is no result. */
  superseded: boolean;
  /** Only of what a search has found while it goes on: how much was looked through, in per cent. */
  soFar?: number;
}

/** A row of the list: a heading or a place under it. */
export type SearchRow = { kind: 'group'; group: SearchGroup } | { kind: 'hit'; hit: SearchHit };

/** One occurrence with what stands around it. */
export interface SearchHit {
  field: 'title' | 'text' | 'note' | 'tag';
  /** Empty for a note on the archive or a tag. */
  articleId: string;
  title: string;
  /** 1-based among the article's paragraphs; 0 in a title or a note. */
  paragraph: number;
  start: number;
  end: number;
  before: string;
  match: string;
  after: string;
  /** The note's target (annotation, article, tag or archive), for hits in notes. */
  targetId: string | null;
  targetKind: NoteTargetKind | null;
}

/** What a search finds, as one list: titles first, then texts, notes and tagged passages. */
export interface SearchResult {
  query: string;
  problem: QueryProblem | null;
  /** Every occurrence, also beyond the limit. */
  total: number;
  articles: number;
  hits: SearchHit[];
}

/** A place with so much on its left and right as was asked for, within its paragraph. */
export interface KwicLine extends SearchHit {
  outlet: string;
  date: string;
}

/** How a concordance is written; `text` is for the clipboard. */
export interface KwicFile {
  format: 'csv' | 'md' | 'xlsx' | 'text';
  /** UTF-16 units on either side, at most. */
  width: number;
  title: string;
  heads: ConcordanceHeads;
}

/** The concordance of a query. */
export interface KwicResult {
  query: string;
  problem: QueryProblem | null;
  /** Every line, also beyond the limit. */
  total: number;
  articles: number;
  lines: KwicLine[];
}
