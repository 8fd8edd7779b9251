import type { Article, ArticleText, SourceFile } from '@domain/model';
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

export async function findSourceFile(id: string): Promise<SourceFile | null> {
  return (await db.sourceFiles.get(id)) ?? null;
}

export async function findSourceByHash(sha256: string): Promise<SourceFile | null> {
  return (await db.sourceFiles.where('sha256').equals(sha256).first()) ?? null;
}

export function countArticles(): Promise<number> {
  return db.articles.count();
}

/** Stores a source file with its articles and their texts: all of it or nothing. */
export function addSource(
  source: SourceFile,
  articles: Article[],
  texts: ArticleText[],
): Promise<void> {
  return db.transaction('rw', db.sourceFiles, db.articles, db.articleTexts, async () => {
    await db.sourceFiles.add(source);
    await db.articles.bulkAdd(articles);
    await db.articleTexts.bulkAdd(texts);
  });
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
