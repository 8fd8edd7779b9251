import type { ImportSettings } from '@domain/ingest/settings';
import type { Article, SourceFile, SourceLines } from '@domain/model';
import { articlesWithPartIn, findArticle, sourceArticles } from '@renderer/data/articles';
import { findSourceContent, findSourceFile } from '@renderer/data/sources';
import type { Tables } from '@renderer/data/tables';
import { inflate } from '@renderer/workers/import/deflate';
import { ZhaijiError } from '@shared/errors';
import type { ImportSource } from './import/task';

/** A source file of the archive as something to be read again. */
export interface KeptSource {
  file: SourceFile;
  source: ImportSource;
  /** With which it was read last. */
  settings: ImportSettings;
}

/** The files that can only be read again together: none of their articles has a part in another file. */
export interface KeptSet {
  /** In the order in which they were imported. */
  sources: KeptSource[];
  /** The parts of each article that was joined out of several of them. */
  joined: (readonly SourceLines[])[];
}

/** The source files of which an article has parts, each once, its own first. */
export function filesOf({ sourceFileId, partFileIds = [] }: Article): string[] {
  return [sourceFileId, ...partFileIds];
}

/**
 * The file that an article came from and those that share joined articles with it, each with its bytes
 * as they were imported.
 * @throws ZhaijiError `article-missing`; `source-not-kept`, whose subject names the file
 */
export async function keptSources(articleId: string): Promise<KeptSet> {
  const article = await findArticle(articleId);
  if (article === null) throw new ZhaijiError('article-missing', articleId);
  const ids = new Set(filesOf(article));
  const joined = new Map<string, readonly SourceLines[]>();
  // A set that grows while it is walked through: what is added is walked through too.
  for (const id of ids) {
    for (const one of await articlesOfFile(id)) {
      if (one.parts !== undefined) joined.set(one.id, one.parts);
      for (const other of filesOf(one)) ids.add(other);
    }
  }
  const sources: KeptSource[] = [];
  for (const id of [...ids].sort()) sources.push(await keptSource(id, article.title));
  return { sources, joined: [...joined.values()] };
}

/** With which a file of the set was read last. */
export function settingsOf(kept: KeptSet | null, source: ImportSource): ImportSettings {
  return kept?.sources.find((each) => each.source === source)?.settings ?? {};
}

/** The articles that have a part in a file. */
export async function articlesOfFile(sourceFileId: string, from?: Tables): Promise<Article[]> {
  return [
    ...(await sourceArticles(sourceFileId, from)),
    ...(await articlesWithPartIn(sourceFileId, from)),
  ];
}

async function keptSource(id: string, title: string): Promise<KeptSource> {
  const file = await findSourceFile(id);
  const content = file === null ? null : await findSourceContent(id);
  if (file === null || content === null) {
    throw new ZhaijiError('source-not-kept', file?.name ?? title);
  }
  const { name, size, settings = {} } = file;
  const source = { name, path: name, size, read: () => inflate(content.bytes) };
  return { file, source, settings };
}
