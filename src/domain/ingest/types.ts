import type { Paragraph, ParagraphKind } from '@domain/model';

/** What a reconstruction may know beforehand. */
export interface ReconstructHints {
  /** Name or path of the file; its date and extension are used. */
  fileName?: string;
  format?: 'txt' | 'md';
}

/** An article as the reconstruction understood it. Offsets are UTF-16 units over `text`. */
export interface ReconstructedArticle {
  title: string;
  /** A copy of the subtitle; its words stand in `text` as a heading. */
  subtitle?: string;
  outlet: string;
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty. */
  date: string;
  byline: string;
  page: string;
  /** The paragraphs' texts joined with one `\n`; the title is not among them. */
  text: string;
  paragraphs: Paragraph[];
  /** 1-based, inclusive lines of the decoded source. */
  firstLine: number;
  lastLine: number;
  /** 0 to 1: how sure the least sure of this article's decisions is. */
  confidence: number;
}

/**
 * One thing that was decided, as plain data for a review screen.
 * - `split`: an article begins at the line (its title, unless the evidence says `untitled`)
 * - `title`: a further line belongs to the title, or the title was taken from elsewhere
 * - `join`: the lines `line..lastLine` continue the paragraph before them
 * - `lift`: the line is no body text but what `kind` says
 * - `drop`: markup was taken off the line; `text` is what was taken off
 */
export interface Decision {
  action: 'split' | 'title' | 'join' | 'lift' | 'drop';
  /** Index into `articles`, -1 when the file has none. */
  article: number;
  line: number;
  lastLine: number;
  kind?: ParagraphKind;
  /** Named rules that spoke for it, the strongest first. */
  evidence: string[];
  /** 0 to 1. */
  confidence: number;
  text?: string;
}

export interface ReconstructedFile {
  articles: ReconstructedArticle[];
  decisions: Decision[];
}

/** How a line ends: the strongest sign of whether its paragraph is finished. */
export type LineEnd = 'closed' | 'quoted' | 'pause' | 'semicolon' | 'colon' | 'open';

/** A line that is not blank, with what can be said of it alone. */
export interface Line {
  /** 1-based line of the decoded source. */
  number: number;
  /** Without markup and without white space at both ends; never empty. */
  text: string;
  length: number;
  /** Columns in a fixed-width setting, capped. */
  columns: number;
  /** Columns of white space before the text. */
  indent: number;
  /** Blank lines before it. */
  gap: number;
  /** A form feed or a drawn rule stands before it. */
  breakBefore: 'none' | 'page' | 'rule';
  end: LineEnd;
  /** Markdown heading level, 0 for none. */
  level: number;
  /** A rule is drawn under it, or it is emphasised as a whole. */
  emphasised: boolean;
  /** It is the words of a Markdown image. */
  image: boolean;
}

/** What a line is in its article. */
export type Label =
  | 'title'
  | 'subtitle'
  | 'body'
  | 'join'
  | 'heading'
  | 'caption'
  | 'attribution'
  | 'byline'
  | 'furniture';
