import type { ImportSettings } from './ingest/settings';

/**
 * The archive's records, in the words of the domain. Every offset is in UTF-16 code units over
 * `text` (the paragraphs' texts joined with one `\n`), end exclusive. Times are ISO 8601 in UTC.
 */

/** What every stored record carries, so that archives can later be merged and exported. */
export interface Stamped {
  /** UUID version 7. */
  id: string;
  created: string;
  modified: string;
  /** The researcher's id (UUID), from the settings. */
  authorId: string;
}

export const PARAGRAPH_KINDS = ['body', 'heading', 'caption', 'attribution', 'byline'] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

/** An ordered block of an article. `[start, end)` over the article's text. */
export interface Paragraph {
  kind: ParagraphKind;
  start: number;
  end: number;
  /** 1-based lines of the source file that this paragraph was put together from. */
  firstLine: number;
  lastLine: number;
  /** The source file of these lines, when it is another one than the article's. */
  sourceFileId?: string;
  /** Where the words of a paragraph that was cut between two files go on, in reading order. */
  continues?: SourceLines[];
}

/** 1-based, inclusive lines of a source file. */
export interface SourceLines {
  sourceFileId: string;
  firstLine: number;
  lastLine: number;
}

/** A mark like 下转第4版 whose other part has not been found (yet). */
export interface OpenPart {
  /** Where the other part stands: `next` for 下转, `previous` for 上接. */
  to: 'next' | 'previous';
  /** The other part's page as `pageKey` writes it. */
  target: string;
  /** Words of the title that the mark repeats, empty when there are none. */
  words: string;
  /** The page on which the mark stands, as `pageKey` writes it; empty when unknown. */
  page: string;
  /** 1-based line of the mark. */
  line: number;
  /** The text is cut in mid-sentence at the mark, as far as this side of it tells. */
  cut: boolean;
  /** The source file of the line, when it is another one than the article's. */
  sourceFileId?: string;
}

/** A file that was imported. */
export interface SourceFile extends Stamped {
  name: string;
  /** Lower-case hexadecimal SHA-256 of the file's bytes. */
  sha256: string;
  /** `null` for formats that say it themselves (docx, pdf…). */
  encoding: Encoding | null;
  /** Bytes. */
  size: number;
  /** Missing in archives from before other formats than plain text were read. */
  format?: FileFormat;
  /** The zip archive that the file came in; `name` is then its path in there. */
  container?: string;
  /** With which choices the file was read; missing when none was made. */
  settings?: ImportSettings;
}

/** A source file's own bytes, so that it can be read again with other settings. */
export interface SourceContent {
  sourceFileId: string;
  /** Deflated (RFC 1951). */
  bytes: Uint8Array;
}

/** What tells whether an article's text is in the archive already; one row per source file. */
export interface SourceFingerprints {
  sourceFileId: string;
  /** In the order in which the fingerprints are packed. */
  articleIds: string[];
  hashes: Uint32Array;
  bins: Uint16Array;
}

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'hz-gb-2312',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const FILE_FORMATS = [
  'txt',
  'md',
  'html',
  'mhtml',
  'docx',
  'pdf',
  'epub',
  'csv',
  'xlsx',
  'json',
  'jsonl',
] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** One news text without its words: lists read only this. */
export interface Article extends Stamped {
  title: string;
  /** 来源, empty when unknown. */
  outlet: string;
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty. */
  date: string;
  /** As printed, empty when unknown. */
  byline: string;
  /** 版次, empty when unknown. */
  page: string;
  /** Length of the text in Unicode code points, line breaks not counted. */
  characters: number;
  paragraphCount: number;
  sourceFileId: string;
  /** 1-based, inclusive lines of the source file. */
  firstLine: number;
  lastLine: number;
  /** The files' lines, in reading order, when parts of several source files were joined. */
  parts?: SourceLines[];
  /** The source files of `parts` other than `sourceFileId`, each once, so that they can be found. */
  partFileIds?: string[];
  /** Marks of a continued article whose other part has not been found. */
  openParts?: OpenPart[];
  /** A copy of the subtitle; its words stand in the text as a heading. */
  subtitle?: string;
  /** 期次, as printed (`2023年第6期`, `总第1024期`). */
  issue?: string;
  /** Where the report was filed (`北京`). */
  place?: string;
  /** Tags on the article as a whole; missing when there are none. */
  tagIds?: string[];
  /** Where each of the metadata came from; missing when the researcher wrote it or it is unknown. */
  facts?: Partial<Record<MetadataField, FactSource>>;
}

export const METADATA_FIELDS = [
  'title',
  'subtitle',
  'outlet',
  'date',
  'byline',
  'page',
  'issue',
  'place',
] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** Where a piece of metadata was read and how sure that is. */
export interface FactSource {
  /** Name of the rule that read it; one that was not printed as it stands begins with `inferred-`. */
  rule: string;
  /** 1-based line of the source, `null` when it stands outside (file name, column, meta tag). */
  line: number | null;
  /** 0 to 1. */
  confidence: number;
}

/** An article's words, kept apart from its metadata. */
export interface ArticleText {
  articleId: string;
  text: string;
  /** Lower-case hexadecimal SHA-256 of the text in UTF-8, so that damage can be found. */
  sha256: string;
  paragraphs: Paragraph[];
}

export const HIGHLIGHT_COLORS = ['yellow', 'red', 'green', 'blue', 'purple'] as const;
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number];

/** Where an annotation lies and what words it covers (W3C TextPositionSelector and TextQuoteSelector). */
export interface Anchor {
  start: number;
  end: number;
  exact: string;
  /** Up to 32 characters before and after, never cutting a surrogate pair. */
  prefix: string;
  suffix: string;
}

/** A passage with a colour, tags and (in `Note`) a note, each optional. */
export interface Annotation extends Stamped, Anchor {
  articleId: string;
  /** `null`: tagged or noted without a highlight. */
  color: HighlightColor | null;
  tagIds: string[];
  /** The words are no longer in the text; the anchor is the last one that held. */
  unplaced?: true;
}

/** What qualitative researchers call a code. All tags together are the codebook. */
export interface Tag extends Stamped {
  name: string;
  color: HighlightColor;
  description: string;
  parentId: string | null;
  /** Place among its siblings; those without come after, by name. */
  order?: number;
  /** No longer offered for tagging; its passages stay. */
  archived?: true;
  /** One key or a key with Ctrl/Alt that gives the selected passage this tag. */
  shortcut?: string;
  /** Ids of passages that show what it means, among those that carry it. */
  examples?: string[];
}

export const NOTE_TARGET_KINDS = ['annotation', 'article', 'tag', 'archive'] as const;
export type NoteTargetKind = (typeof NOTE_TARGET_KINDS)[number];

/** A rich text on an annotation, an article, a tag (memo) or the archive itself (journal). */
export interface Note extends Stamped {
  targetKind: NoteTargetKind;
  /** The annotation's, article's or tag's id; for the archive the fixed id `archive`. */
  targetId: string;
  /** ProseMirror document. */
  doc: NoteDoc;
  /** The document's words without markup, for search and previews. */
  plain: string;
  /** What it links to, as `kind:id` without repetition; missing when it links to nothing. */
  links?: string[];
}

/** ProseMirror / Tiptap JSON, as plain data. */
export interface NoteDoc {
  type: 'doc';
  content?: NoteNode[];
}
export interface NoteNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NoteNode[];
  marks?: NoteMark[];
  text?: string;
}
export interface NoteMark {
  type: string;
  attrs?: Record<string, unknown>;
}
