import type { Article, MetadataField, Tag } from '@domain/model';
import { annotationIndex } from '@renderer/data/annotations';
import { allArticles, findArticle } from '@renderer/data/articles';
import { changed } from '@renderer/data/records';
import type { Tables } from '@renderer/data/tables';
import { allTags } from '@renderer/data/tags';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';

/** What the library shows of an article. */
export interface ArticleSummary extends Article {
  annotationCount: number;
  tags: Tag[];
}

/** Every article with its counts, unsorted; no text is loaded for it. */
export async function articleSummaries(): Promise<ArticleSummary[]> {
  const [articles, index, tags] = await Promise.all([allArticles(), annotationIndex(), allTags()]);
  const tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  return articles.map((article) => {
    // Its own first, then those of its passages.
    const ids = [...new Set([...(article.tagIds ?? []), ...(index.tagIds.get(article.id) ?? [])])];
    return {
      ...article,
      annotationCount: index.counts.get(article.id) ?? 0,
      tags: ids.map((id) => tagOf.get(id)).filter((tag) => tag !== undefined),
    };
  });
}

/** What is stored of an article at this moment, without its text; `null` when it is gone. */
export function readArticle(id: string): Promise<Article | null> {
  return findArticle(id);
}

export type ArticleEdit = Partial<Pick<Article, MetadataField>>;

/** Corrects an article's metadata. @throws ZhaijiError `article-missing`. */
export function editArticle(id: string, edit: ArticleEdit): Promise<void> {
  return commit({ name: 'edit-article', count: 1 }, async (journal) => {
    const article = await requireArticle(id, journal.tables);
    const { facts } = article;
    await journal.put('articles', changed(article, { ...edit, facts: without(facts, edit) }));
  });
}

/** Deletes articles with their texts, annotations and notes. */
export function deleteArticles(ids: string[]): Promise<void> {
  return commit({ name: 'delete-articles', count: ids.length }, async (journal) => {
    for (const id of ids) await journal.remove('articles', id);
  });
}

/** @throws ZhaijiError `article-missing`. */
async function requireArticle(id: string, tables: Tables): Promise<Article> {
  const article = await findArticle(id, tables);
  if (article === null) throw new ZhaijiError('article-missing', id);
  return article;
}

/** What the researcher wrote was not read anywhere. */
function without(facts: Article['facts'], edit: ArticleEdit): Article['facts'] {
  if (facts === undefined) return undefined;
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !(field in edit)));
}
