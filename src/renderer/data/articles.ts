import type { Article, ArticleText } from '@domain/model';
import { db } from './database';
import type { Tables } from './tables';

export function allArticles(): Promise<Article[]> {
  return db.articles.toArray();
}

export async function findArticle(id: string, from: Tables = db): Promise<Article | null> {
  return (await from.table<Article, string>('articles').get(id)) ?? null;
}

export async function findArticleText(id: string, from: Tables = db): Promise<ArticleText | null> {
  return (await from.table<ArticleText, string>('articleTexts').get(id)) ?? null;
}

/** The words of articles in the order asked for; `undefined` for one that is gone. */
export async function findArticleTexts(
  ids: string[],
  from: Tables = db,
): Promise<(ArticleText | undefined)[]> {
  return from.table<ArticleText, string>('articleTexts').bulkGet(ids);
}

export function sourceArticles(sourceFileId: string, from: Tables = db): Promise<Article[]> {
  return from
    .table<Article, string>('articles')
    .where('sourceFileId')
    .equals(sourceFileId)
    .toArray();
}

/** Articles with a part in a file that is not the one they are kept under. */
export function articlesWithPartIn(sourceFileId: string, from: Tables = db): Promise<Article[]> {
  return from
    .table<Article, string>('articles')
    .where('partFileIds')
    .equals(sourceFileId)
    .toArray();
}

/** Articles with marks whose other part has not been found. */
export function openArticles(): Promise<Article[]> {
  return db.articles.where('openParts.length').above(0).toArray();
}

export async function findArticles(ids: string[], from: Tables = db): Promise<Article[]> {
  const rows = await from.table<Article, string>('articles').bulkGet(ids);
  return rows.filter((row) => row !== undefined);
}

export function countArticles(): Promise<number> {
  return db.articles.count();
}

/** Walks over all texts in batches, so that an archive of any size fits. */
export async function eachTextBatch(
  size: number,
  visit: (batch: ArticleText[]) => boolean | Promise<boolean>,
): Promise<void> {
  let after = '';
  for (;;) {
    const batch = await db.articleTexts.where('articleId').above(after).limit(size).toArray();
    const last = batch.at(-1);
    if (last === undefined || !(await visit(batch))) return;
    after = last.articleId;
  }
}
