import { noteToMarkdown } from '@domain/note/markdown';
import type { ArticleSummary } from '@renderer/archive/articles';
import type { ImportLine } from '@renderer/archive/import-files';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { t } from '@renderer/i18n';
import type { SearchResult } from '@renderer/workers/clients';

/**
 * The shapes that the command line prints with `--json`. They are a promise: fields are added,
 * never renamed or removed.
 */

export function importJson(line: ImportLine) {
  const { file, sha256, status, code, encoding, invalidBytes, articles } = line;
  return { file, sha256, status, reason: reasonOf(code), encoding, articles, code, invalidBytes };
}

function reasonOf(code: ImportLine['code']): string | null {
  if (code === null) return null;
  return code === 'same-file' ? t('import.same-file') : t(`error.${code}`);
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

export function articleJson({ article, text, source }: OpenArticle, views: AnnotationView[]) {
  const { id, title, outlet, date, byline, page, firstLine, lastLine } = article;
  return {
    id,
    title,
    outlet,
    date,
    byline,
    page,
    text: text.text,
    paragraphs: text.paragraphs.map(({ kind, start, end }) => ({
      kind,
      text: text.text.slice(start, end),
      start,
      end,
    })),
    source: { file: source?.name ?? '', sha256: source?.sha256 ?? '', firstLine, lastLine },
    annotations: views.map(annotationJson),
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
    note: note === null ? '' : noteToMarkdown(note.doc).replace(/\n$/, ''),
  };
}

export function searchJson({ query, total, articles, hits }: SearchResult) {
  return { query, total, articles, hits };
}
