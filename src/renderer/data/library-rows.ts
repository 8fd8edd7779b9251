import type { Annotation, Article } from '@domain/model';
import { db } from './database';

/** What lists need of an article. */
export type ArticleParts = Pick<Article, 'id' | 'title' | 'outlet' | 'date' | 'tagIds'>;

/** What lists need of an annotation; its words are read where they are shown. */
export type AnnotationParts = Pick<
  Annotation,
  'id' | 'articleId' | 'tagIds' | 'start' | 'end' | 'unplaced'
>;

/** The first articles in the order of their import, or the last ones with the latest first. */
export async function firstArticles(descending: boolean, limit: number): Promise<ArticleParts[]> {
  const ordered = db.articles.orderBy('id');
  const rows = await (descending ? ordered.reverse() : ordered).limit(limit).toArray();
  return rows.map(articleParts);
}

/** Articles in the order of their ids, after one of them. */
export async function articlesAfter(id: string, limit: number): Promise<ArticleParts[]> {
  return (await db.articles.where('id').above(id).limit(limit).toArray()).map(articleParts);
}

/** Those of these articles that there are. */
export async function articlesAmong(ids: string[]): Promise<ArticleParts[]> {
  return present(await db.articles.bulkGet(ids)).map(articleParts);
}

/** Annotations in the order of their ids, after one of them. */
export async function annotationPartsAfter(id: string, limit: number): Promise<AnnotationParts[]> {
  return (await db.annotations.where('id').above(id).limit(limit).toArray()).map(annotationParts);
}

/** Those of these annotations that there are. */
export async function annotationsAmong(ids: string[]): Promise<AnnotationParts[]> {
  return present(await db.annotations.bulkGet(ids)).map(annotationParts);
}

/** All annotations of these articles. */
export function annotationsOn(articleIds: string[]): Promise<AnnotationParts[]> {
  return db.transaction('r', db.annotations, async () => {
    const found = await Promise.all(
      articleIds.map((id) => db.annotations.where('articleId').equals(id).toArray()),
    );
    return found.flat().map(annotationParts);
  });
}

function articleParts({ id, title, outlet, date, tagIds }: Article): ArticleParts {
  return { id, title, outlet, date, ...(tagIds === undefined ? {} : { tagIds }) };
}

function annotationParts(annotation: Annotation): AnnotationParts {
  const { id, articleId, tagIds, start, end, unplaced } = annotation;
  return { id, articleId, tagIds, start, end, ...(unplaced === undefined ? {} : { unplaced }) };
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}
