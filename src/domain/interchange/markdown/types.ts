import type {
  Annotation,
  Article,
  ArticleText,
  Note,
  Paragraph,
  SourceFile,
  Tag,
} from '@domain/model';
import type { PictureAddress } from '@domain/note/markdown-forms';

/** An annotation with what belongs to it. */
export interface AnnotationExport {
  annotation: Annotation;
  tags: readonly Tag[];
  note: Note | null;
}

/** An article with everything that was written on it. */
export interface ArticleExport {
  article: Article;
  text: ArticleText;
  /** `null` when the source file's record is missing. */
  source: SourceFile | null;
  /** Every file that the article has a part of, in reading order; missing: only `source`. */
  parts?: readonly { source: SourceFile | null; firstLine: number; lastLine: number }[];
  annotations: readonly AnnotationExport[];
  note: Note | null;
  /** All tags, so that a tag's parents can be named; without them a tag stands by itself. */
  codebook?: readonly Tag[];
  /** Relative to the file that is written. */
  pictures?: PictureAddress;
}

export interface ArticleMarkdownOptions {
  /** With the article's paragraphs; without them only metadata, quotes and notes. Default: true. */
  includeText?: boolean;
}

/** The annotations of one article that bear the exported tag. */
export interface TagExportGroup {
  article: Article;
  paragraphs: readonly Paragraph[];
  /** The article's exported file relative to the tag's, with `/`; `null` when it is not exported. */
  file: string | null;
  /** Whether that file has the article's paragraphs, so that quotes can link to them. */
  hasText: boolean;
  annotations: readonly AnnotationExport[];
}

export interface TagExport {
  tag: Tag;
  /** The tag's memo. */
  note?: Note | null;
  groups: readonly TagExportGroup[];
  codebook?: readonly Tag[];
  /** Relative to the file that is written. */
  pictures?: PictureAddress;
}

export interface IndexEntry {
  article: Article;
  /** Relative to the index, with `/`; `null` when the article is not exported. */
  file: string | null;
  annotations: number;
}

export interface IndexTag {
  tag: Tag;
  file: string | null;
  annotations: number;
}

export interface IndexExport {
  articles: readonly IndexEntry[];
  tags: readonly IndexTag[];
  /** The file with the archive's own notes, when there is one. */
  notesFile: string | null;
}
