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

export function sourceArticles(sourceFileId: string, from: Tables = db): Promise<Article[]> {
  return from
    .table<Article, string>('articles')
    .where('sourceFileId')
    .equals(sourceFileId)
    .toArray();
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
