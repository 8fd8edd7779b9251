import type { FactSource, MetadataField, OpenPart, Paragraph, ParagraphKind } from '@domain/model';

/** What a reconstruction may know beforehand. */
export interface ReconstructHints {
  /** Name or path of the file; its date and extension are used. */
  fileName?: string;
  format?: 'txt' | 'md';
  /** What the file's own structure says of its lines, by 1-based line; lines without are not there. */
  lines?: ReadonlyMap<number, LineHint>;
  /** What the file says of itself outside its text (meta tags, columns, document properties). */
  facts?: Partial<Record<MetadataField, string>>;
  /** The whole text is one article: nothing is split. */
  single?: boolean;
  /** What the researcher decided about lines; they hold, and the rest adapts to them. */
  corrections?: readonly Correction[];
}

/** What the structure of a formatted file (HTML, docx, PDF…) says of one line. It is evidence. */
export interface LineHint {
  /** Heading level 1 to 6. */
  level?: number;
  kind?: 'caption' | 'byline' | 'attribution' | 'furniture' | 'table' | 'list' | 'quote';
  /** The line is a whole block of the file's structure (a `<p>`, a Word paragraph). */
  whole?: boolean;
  /** The type is bold, larger or centred as a whole line. */
  emphasised?: boolean;
  /** 1-based page on which the line stands. */
  page?: number;
}

/** What a researcher can say that a line is. `start`: an article without a title begins with it. */
export const CORRECTION_LABELS = [
  'title',
  'start',
  'subtitle',
  'body',
  'join',
  'heading',
  'caption',
  'attribution',
  'byline',
  'furniture',
] as const;
export type CorrectionLabel = (typeof CORRECTION_LABELS)[number];

/**
 * A line is what `as` says, whatever the rules think; the rest of the file adapts to it.
 * - `title`: an article begins; right under a title line it makes that title longer, also where the
 *   rules take the line for the title of another article
 * - `start`: an article without a title begins with this line as its first paragraph
 * - `body`: a paragraph begins
 * - `join`: the paragraph before goes on, over a heading or caption too and, on the first line of an
 *   article, into the article before (whose the following lines are then); with no paragraph before
 *   it in its article the line begins one
 * The last correction of a line wins; one for a line that is blank does nothing. Where nothing is
 * split (`single`), `title` lines together make the one title and `start` is `body`.
 */
export interface Correction {
  /** 1-based line of the source. */
  line: number;
  as: CorrectionLabel;
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
  /** 期次 as printed, empty when unknown. */
  issue: string;
  /** Where the report was filed, empty when unknown. */
  place: string;
  /** Where each piece of metadata that is not empty was read. */
  facts: Partial<Record<MetadataField, FactSource>>;
  /** The paragraphs' texts joined with one `\n`; the title is not among them. */
  text: string;
  paragraphs: Paragraph[];
  /** 1-based lines of the source that make the title; empty when it stands outside or is made up. */
  titleLines: number[];
  /**
   * 1-based, inclusive lines of the decoded source. Other articles may lie between when the parts
   * of one that a newspaper continues on another page were joined.
   */
  firstLine: number;
  lastLine: number;
  /** 0 to 1: how sure the least sure of this article's decisions is. */
  confidence: number;
  /** Marks of a continued article whose other part is not in the file; missing when there is none. */
  openParts?: OpenPart[];
}

/**
 * One thing that was decided, as plain data for a review screen.
 * - `split`: an article begins at the line (its title, unless the evidence says `untitled`)
 * - `title`: a further line belongs to the title, or the title was taken from elsewhere
 * - `join`: the lines `line..lastLine` continue the paragraph before them
 * - `lift`: the line is no body text but what `kind` says
 * - `drop`: markup was taken off the line; `text` is what was taken off
 * What the researcher decided has the evidence `corrected` and confidence 1. Marks like 下转 are lifted
 * by `jump-mark`, and what they part is joined by `part-goes-on`.
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
  /** What each line became; missing when there is no article. */
  lineOwners?: LineOwners;
}

/**
 * What each line of the source became, exactly (a paragraph's lines may be interrupted by a caption
 * or another article). Entry `n - 1` is line `n`; a line of several pieces counts with its first.
 */
export interface LineOwners {
  /** Index into `articles`; -1 for blank lines and those of which nothing but markup is left. */
  articles: Int32Array;
  /** Index into the article's `paragraphs`; -1 for lines of its title and lines without an article. */
  paragraphs: Int32Array;
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
  /** What the structure of the file says of it. */
  hint?: LineHint;
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
