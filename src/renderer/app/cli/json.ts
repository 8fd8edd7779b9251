import type { Article, Paragraph } from '@domain/model';
import { noteToMarkdown } from '@domain/note/markdown';
import type { ArticleSummary } from '@renderer/archive/articles';
import type { PreviewJoins } from '@renderer/archive/import/preview-joins';
import type { ImportLine } from '@renderer/archive/import-files';
import type { DecisionsOf } from '@renderer/archive/preview-files';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { t } from '@renderer/i18n';
import type { SearchResult } from '@renderer/workers/clients';
import type { FileReading, StoredArticle } from '@renderer/workers/import-types';

/**
 * The shapes that the command line prints with `--json`. They are a promise: fields are added,
 * never renamed or removed.
 */

export function importJson(line: ImportLine) {
  const { file, sha256, status, code, encoding, articles, invalidBytes } = line;
  const { format, invalid, broken, replaced, left, placed, unplaced, joins = [] } = line;
  return {
    file,
    sha256,
    status,
    reason: reasonOf(code),
    encoding,
    articles: articles.map(importedArticleJson),
    code,
    invalidBytes,
    format,
    invalidOffsets: invalid.offsets,
    brokenRows: broken,
    replaced,
    left,
    joins: joins.map(({ id, title, file: other, to }) => ({ id, title, file: other, to })),
    ...(placed === undefined ? {} : { placed, unplaced }),
  };
}

function importedArticleJson(article: StoredArticle) {
  const { id, title, outlet, date, paragraphs, confidence, decisions, duplicate } = article;
  return { id, title, outlet, date, paragraphs, confidence, decisions, duplicate };
}

/** The articles that an import would make of a file, in the shape of `show`. */
export function previewJson(
  file: string,
  reading: FileReading,
  joins: PreviewJoins,
  decisionsOf: DecisionsOf,
) {
  const { sha256, encoding, format, full, articles, invalid, broken } = reading;
  return full.map((read, index) => {
    const partOf = joins.partOf.get(index) ?? null;
    const whole = joins.joined.get(index);
    const kept = whole === undefined ? {} : { ...whole, issue: whole.issue ?? '' };
    const article = { ...read, ...kept, ...(partOf === null ? {} : NO_WORDS) };
    const parts = whole?.parts ?? [{ sourceFileId: file, ...linesOf(read) }];
    const { title, outlet, date, byline, page, text, paragraphs, firstLine, lastLine } = article;
    return {
      id: '',
      title,
      outlet,
      date,
      byline,
      page,
      text,
      paragraphs: paragraphsJson(text, paragraphs),
      source: { file, sha256, firstLine, lastLine },
      annotations: [],
      ...detailsJson(article),
      encoding,
      format,
      confidence: article.confidence,
      invalidBytes: invalid.count,
      brokenRows: broken,
      // Those of all files that the article's parts stand in.
      decisions: [{ file, index }, ...(joins.members.get(index) ?? [])].flatMap(decisionsOf),
      duplicate: articles[index]?.duplicate ?? null,
      parts: parts.map(({ sourceFileId, ...lines }) => ({ file: sourceFileId, ...lines })),
      partOf,
    };
  });
}

/** The words of a part stand where it was joined to. */
const NO_WORDS = { text: '', paragraphs: [] };

function linesOf({ firstLine, lastLine }: { firstLine: number; lastLine: number }) {
  return { firstLine, lastLine };
}

type Details = Pick<Article, 'subtitle' | 'issue' | 'place' | 'facts'>;

function detailsJson({ subtitle = '', issue = '', place = '', facts = {} }: Details) {
  return { subtitle, issue, place, facts };
}

function paragraphsJson(text: string, paragraphs: Paragraph[]) {
  return paragraphs.map(({ kind, start, end }) => ({
    kind,
    text: text.slice(start, end),
    start,
    end,
  }));
}

function reasonOf(code: ImportLine['code']): string | null {
  if (code === null) return null;
  if (code === 'same-file' || code === 'duplicate') return t(`import.${code}`);
  return t(`error.${code}`);
}

export function listJson(summary: ArticleSummary) {
  const { id, title, outlet, date, byline, page, characters, annotationCount, tags } = summary;
  const names = tags.map((tag) => tag.name);
  return {
    id,
    title,
    outlet,
    date,
    byline,
    page,
    characters,
    annotations: annotationCount,
    tags: names,
  };
}

export function articleJson(
  { article, text, source, parts }: OpenArticle,
  views: AnnotationView[],
) {
  const { id, title, outlet, date, byline, page, firstLine, lastLine } = article;
  return {
    id,
    title,
    outlet,
    date,
    byline,
    page,
    text: text.text,
    paragraphs: paragraphsJson(text.text, text.paragraphs),
    source: { file: source?.name ?? '', sha256: source?.sha256 ?? '', firstLine, lastLine },
    annotations: views.map(annotationJson),
    ...detailsJson(article),
    parts: parts.map((part) => ({
      file: part.source?.name ?? '',
      sha256: part.source?.sha256 ?? '',
      firstLine: part.firstLine,
      lastLine: part.lastLine,
    })),
  };
}

export function annotationJson({ annotation, tags, note }: AnnotationView) {
  const { id, start, end, exact, color } = annotation;
  return {
    id,
    start,
    end,
    exact,
    color,
    tags: tags.map((tag) => tag.name),
    // Without the line end of a file: what was given comes back as it was given.
    placed: annotation.unplaced !== true,
    note: note === null ? '' : noteToMarkdown(note.doc).replace(/\n$/, ''),
  };
}

export function searchJson({ query, total, articles, hits }: Omit<SearchResult, 'problem'>) {
  return { query, total, articles, hits };
}
