import type { Annotation, Article, ArticleText, Note, SourceFile, Tag } from '@domain/model';
import { ZhaijiError } from '@shared/errors';
import { db, type Setting } from './database';
import { LATEST_VERSION } from './migrations';

/** Every row of the archive, as it is backed up. */
export interface Snapshot {
  format: 'zhaiji-archive';
  version: number;
  tables: {
    articles: Article[];
    articleTexts: ArticleText[];
    sourceFiles: SourceFile[];
    annotations: Annotation[];
    notes: Note[];
    tags: Tag[];
    settings: Setting[];
  };
}

/** Reads everything in one transaction, so that the copy is of one moment. */
export function readSnapshot(): Promise<Snapshot> {
  return db.transaction('r', db.tables, async () => ({
    format: 'zhaiji-archive' as const,
    version: LATEST_VERSION,
    tables: {
      articles: await db.articles.toArray(),
      articleTexts: await db.articleTexts.toArray(),
      sourceFiles: await db.sourceFiles.toArray(),
      annotations: await db.annotations.toArray(),
      notes: await db.notes.toArray(),
      tags: await db.tags.toArray(),
      settings: await db.settings.toArray(),
    },
  }));
}

/**
 * Fills an empty archive from a snapshot, all of it or nothing.
 * @throws ZhaijiError `archive-not-empty` when there is an article or a note already.
 */
export function writeSnapshot({ tables }: Snapshot): Promise<void> {
  return db.transaction('rw', db.tables, async () => {
    if ((await db.articles.count()) > 0 || (await db.notes.count()) > 0) {
      throw new ZhaijiError('archive-not-empty');
    }
    await db.tags.clear();
    await db.sourceFiles.bulkAdd(tables.sourceFiles);
    await db.articles.bulkAdd(tables.articles);
    await db.articleTexts.bulkAdd(tables.articleTexts);
    await db.annotations.bulkAdd(tables.annotations);
    await db.notes.bulkAdd(tables.notes);
    await db.tags.bulkAdd(tables.tags);
    await db.settings.bulkPut(tables.settings);
  });
}
