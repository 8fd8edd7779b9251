import type { ImportSettings } from '@domain/ingest/settings';
import type { ReconstructedArticle } from '@domain/ingest/types';
import type { Article, ArticleText, Encoding, FileFormat, SourceFile } from '@domain/model';
import { type Fingerprint, packFingerprints } from '@domain/similar/fingerprint';
import { countCodePoints } from '@domain/text/segments';
import { sha256OfTexts } from '@renderer/data/hash';
import { newStamp } from '@renderer/data/records';
import type { SourceRows } from '@renderer/data/sources';
import { idWithin } from '@shared/ids';
import { deflate } from './deflate';

export interface RowsInput {
  sourceFileId: string;
  name: string;
  container: string | null;
  sha256: string;
  bytes: Uint8Array;
  encoding: Encoding | null;
  format: FileFormat;
  settings: ImportSettings;
  articles: readonly ReconstructedArticle[];
  /** In the order of the articles. */
  fingerprints: readonly Fingerprint[];
}

/** Files whose deflated bytes are larger are not kept: the archive would grow by scans and pictures. */
const MAX_KEPT_CONTENT = 20 * 1024 * 1024;

/** The rows that one file brings into the archive. */
export async function sourceRows(input: RowsInput): Promise<SourceRows> {
  const source: SourceFile = {
    ...newStamp(input.sourceFileId),
    name: input.name,
    sha256: input.sha256,
    encoding: input.encoding,
    size: input.bytes.byteLength,
    format: input.format,
    ...(input.container === null ? {} : { container: input.container }),
    ...(Object.keys(input.settings).length === 0 ? {} : { settings: input.settings }),
  };
  // In the order of the files and of the articles in them, whichever file is stored first.
  const articles = input.articles.map((read, index) =>
    articleRow(read, source.id, idWithin(source.id, index)),
  );
  const hashes = await sha256OfTexts(input.articles.map(({ text }) => text));
  const texts = input.articles.map(({ text, paragraphs }, index): ArticleText => {
    const articleId = articles[index]?.id ?? '';
    return { articleId, text, sha256: hashes[index] ?? '', paragraphs };
  });
  const bytes = await deflate(input.bytes);
  return {
    source,
    articles,
    texts,
    content: bytes.byteLength > MAX_KEPT_CONTENT ? null : { sourceFileId: source.id, bytes },
    fingerprints: {
      sourceFileId: source.id,
      articleIds: articles.map((article) => article.id),
      ...packFingerprints(input.fingerprints),
    },
  };
}

/** An article's row without its words. */
export function articleRow(read: ReconstructedArticle, sourceFileId: string, id?: string): Article {
  const { title, outlet, date, byline, page, text, paragraphs, firstLine, lastLine } = read;
  const { subtitle, issue, place, facts, openParts } = read;
  return {
    ...newStamp(id),
    title,
    outlet,
    date,
    byline,
    page,
    characters: countCodePoints(text) - Math.max(0, paragraphs.length - 1),
    paragraphCount: paragraphs.length,
    sourceFileId,
    firstLine,
    lastLine,
    ...(openParts ? { openParts } : {}),
    ...(subtitle ? { subtitle } : {}),
    ...(issue === '' ? {} : { issue }),
    ...(place === '' ? {} : { place }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  };
}
