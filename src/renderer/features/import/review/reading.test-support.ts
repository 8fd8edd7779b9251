import { reconstruct } from '@domain/ingest/reconstruct';
import type { ImportSettings } from '@domain/ingest/settings';
import type { SessionFile } from '@renderer/archive/import-session';
import type { FileReading, ReadArticle } from './types';

/** A text as the import worker would have understood it. */
export function readingOf(text: string, settings: ImportSettings = {}): FileReading {
  const { articles, decisions } = reconstruct(text, {
    corrections: settings.corrections ?? [],
    single: settings.single ?? false,
  });
  return {
    ...fileOf({
      articles: articles.map(({ paragraphs, ...article }) =>
        readArticle({ ...article, paragraphs: paragraphs.length }),
      ),
    }),
    settings,
    text,
    full: articles,
    decisions,
    table: null,
  };
}

export function readArticle(values: Partial<ReadArticle> = {}): ReadArticle {
  return {
    title: '',
    outlet: '',
    date: '',
    paragraphs: 1,
    confidence: 1,
    decisions: { split: 1, title: 0, join: 0, lift: 0, drop: 0 },
    firstLine: 1,
    duplicate: null,
    ...values,
  };
}

export function fileOf(values: Partial<SessionFile> = {}): SessionFile {
  return {
    id: 0,
    file: '来稿.txt',
    size: 100,
    settings: {},
    choices: new Map(),
    excluded: false,
    sha256: '',
    status: 'ready',
    code: null,
    format: 'txt',
    encoding: 'utf-8',
    invalid: { count: 0, firstOffset: -1, offsets: [] },
    articles: [],
    broken: [],
    confidence: 1,
    ...values,
  };
}
