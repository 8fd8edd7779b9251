import { reconstruct } from '@domain/ingest/reconstruct';
import type { Article, ArticleText, Encoding, SourceFile } from '@domain/model';
import { decodeText } from '@domain/text/decode';
import { countCodePoints } from '@domain/text/segments';
import { addSource, findSourceByHash } from '@renderer/data/articles';
import { openDatabase } from '@renderer/data/database';
import { sha256Of, sha256OfText } from '@renderer/data/hash';
import { newStamp, setAuthor } from '@renderer/data/records';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { expose } from 'comlink';

export interface ImportedArticle {
  id: string;
  title: string;
  outlet: string;
  date: string;
  /** How many paragraphs of every kind. */
  paragraphs: number;
  /** 0 to 1. */
  confidence: number;
}

/** What became of one file. */
export interface FileOutcome {
  sha256: string;
  status: 'imported' | 'skipped' | 'failed';
  /** Why it was skipped or failed. */
  code: ErrorCode | 'same-file' | null;
  encoding: Encoding | null;
  /** Bytes that fit no character of the encoding and became U+FFFD. */
  invalidBytes: number;
  articles: ImportedArticle[];
}

const service = {
  /** Must be called first. */
  async open(authorId: string): Promise<void> {
    setAuthor(authorId);
    await openDatabase();
  },

  /** Reads one file's bytes and stores its articles, all of them or none. Never throws. */
  async importFile(name: string, bytes: Uint8Array): Promise<FileOutcome> {
    const outcome = blankOutcome(await sha256Of(bytes));
    try {
      if ((await findSourceByHash(outcome.sha256)) !== null) {
        return { ...outcome, status: 'skipped', code: 'same-file' };
      }
      return await store(name, bytes, outcome);
    } catch (error) {
      return { ...outcome, status: 'failed', code: errorCodeOf(error) };
    }
  },
};
export type ImportService = typeof service;

async function store(name: string, bytes: Uint8Array, outcome: FileOutcome): Promise<FileOutcome> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ...outcome, code: `file-${decoded.reason}` };
  const format = /\.(md|markdown)$/i.test(name) ? 'md' : 'txt';
  const { articles: found } = reconstruct(decoded.text, { fileName: name, format });
  const readable = found.filter((article) => article.text.trim() !== '' || article.title !== '');
  if (readable.length === 0) return { ...outcome, code: 'file-no-text' };
  const source: SourceFile = {
    ...newStamp(),
    name,
    sha256: outcome.sha256,
    encoding: decoded.encoding,
    size: bytes.byteLength,
  };
  const articles: Article[] = [];
  const texts: ArticleText[] = [];
  for (const { title, outlet, date, byline, page, text, paragraphs, ...lines } of readable) {
    const article: Article = {
      ...newStamp(),
      title,
      outlet,
      date,
      byline,
      page,
      characters: countCodePoints(text) - Math.max(0, paragraphs.length - 1),
      paragraphCount: paragraphs.length,
      sourceFileId: source.id,
      firstLine: lines.firstLine,
      lastLine: lines.lastLine,
    };
    articles.push(article);
    texts.push({ articleId: article.id, text, sha256: await sha256OfText(text), paragraphs });
  }
  await addSource(source, articles, texts);
  return {
    ...outcome,
    status: 'imported',
    encoding: decoded.encoding,
    invalidBytes: decoded.invalid.count,
    articles: articles.map((article, index) => ({
      id: article.id,
      title: article.title,
      outlet: article.outlet,
      date: article.date,
      paragraphs: article.paragraphCount,
      confidence: readable[index]?.confidence ?? 0,
    })),
  };
}

function blankOutcome(sha256: string): FileOutcome {
  return { sha256, status: 'failed', code: null, encoding: null, invalidBytes: 0, articles: [] };
}

expose(service);
