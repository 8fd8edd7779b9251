import type { ParagraphKind } from '@domain/model';
import type { QueryProblem } from '@domain/search/query/problem';

export type { QueryProblem } from '@domain/search/query/problem';

/** What the search worker is asked and answers. Offsets are UTF-16 code units, end exclusive. */

export type SortOrder = 'relevance' | 'date-down' | 'date-up' | 'outlet' | 'title';

/** Values that were chosen among the facets; an empty list does not restrict. */
export interface FacetChoice {
  outlets: readonly string[];
  /** `YYYY`; the empty string stands for articles without a date. */
  years: readonly string[];
  tagIds: readonly string[];
  kinds: readonly (ParagraphKind | 'title' | 'note')[];
}

export interface SearchRequest {
  query: string;
  sort: SortOrder;
  facets: FacetChoice;
  /** Earlier queries whose articles alone are searched (search within results). */
  within: readonly string[];
}

export interface FacetCount<Value = string> {
  value: Value;
  articles: number;
  places: number;
}

export interface Facets {
  outlets: FacetCount[];
  years: FacetCount[];
  tags: FacetCount[];
  kinds: FacetCount<ParagraphKind | 'title' | 'note'>[];
}

/** The heading of a result: an article, or what a note is on that belongs to none. */
export interface SearchGroup {
  /** Empty for the archive's journal and the memos of tags. */
  articleId: string;
  title: string;
  outlet: string;
  date: string;
  /** Places in it. */
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
  articles: number;
  facets: Facets;
  /** Near forms that do occur, when there is no result. */
  suggestions: string[];
  /** A newer search took over before this one ended; the rest is incomplete. */
  superseded: boolean;
}

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
}
