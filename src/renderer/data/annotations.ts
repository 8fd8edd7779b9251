import type { Annotation } from '@domain/model';
import { db } from './database';
import type { Tables } from './tables';

/** An article's annotations in text order; those without a place come last. */
export async function annotationsOf(articleId: string): Promise<Annotation[]> {
  const rows = await db.annotations.where('articleId').equals(articleId).toArray();
  return rows.sort(byPlace);
}

/** An article's annotations, read inside of a transaction. */
export function annotationsIn(articleId: string, from: Tables): Promise<Annotation[]> {
  return from
    .table<Annotation, string>('annotations')
    .where('articleId')
    .equals(articleId)
    .toArray();
}

/** All annotations of these articles. */
export function annotationsOnAny(articleIds: string[], from: Tables): Promise<Annotation[]> {
  return from
    .table<Annotation, string>('annotations')
    .where('articleId')
    .anyOf(articleIds)
    .toArray();
}

type Placed = Pick<Annotation, 'id' | 'start' | 'end' | 'unplaced'>;

export function byPlace(a: Placed, b: Placed): number {
  const isPlaced = Number(a.unplaced ?? false) - Number(b.unplaced ?? false);
  return isPlaced || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);
}

export async function findAnnotation(id: string, from: Tables = db): Promise<Annotation | null> {
  return (await from.table<Annotation, string>('annotations').get(id)) ?? null;
}

export async function findAnnotations(ids: string[], from: Tables = db): Promise<Annotation[]> {
  const rows = await from.table<Annotation, string>('annotations').bulkGet(ids);
  return rows.filter((row) => row !== undefined);
}

/** Annotations in the order of their ids, after one of them: a whole archive piece by piece. */
export function annotationsAfter(id: string, limit: number): Promise<Annotation[]> {
  return db.annotations.where('id').above(id).limit(limit).toArray();
}

export function annotationsWithTag(tagId: string, from: Tables = db): Promise<Annotation[]> {
  return from.table<Annotation, string>('annotations').where('tagIds').equals(tagId).toArray();
}

export function allAnnotations(): Promise<Annotation[]> {
  return db.annotations.toArray();
}

export interface AnnotationIndex {
  /** How many annotations each article has. */
  counts: Map<string, number>;
  /** Which tags occur in each article. */
  tagIds: Map<string, Set<string>>;
}

/** Rows that are read at once. */
const PIECE = 2000;

/** What lists show of annotations. Reading the rows is much quicker than walking over their indexes. */
export async function annotationIndex(): Promise<AnnotationIndex> {
  const counts = new Map<string, number>();
  const tagIds = new Map<string, Set<string>>();
  await db.transaction('r', db.annotations, async () => {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows: Annotation[] = await annotationsAfter(after, PIECE);
      for (const row of rows) {
        counts.set(row.articleId, (counts.get(row.articleId) ?? 0) + 1);
        const known = tagIds.get(row.articleId) ?? new Set();
        for (const id of row.tagIds) known.add(id);
        tagIds.set(row.articleId, known);
      }
      after = rows.at(-1)?.id;
    }
  });
  // As an index over the tags would give them.
  for (const [id, known] of tagIds) tagIds.set(id, new Set([...known].sort()));
  return { counts, tagIds };
}
