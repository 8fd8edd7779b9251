import type { Tag } from '@domain/model';
import { db } from './database';
import type { Tables } from './tables';

export function allTags(from: Tables = db): Promise<Tag[]> {
  return from.table<Tag, string>('tags').toArray();
}

export async function findTags(ids: string[], from: Tables = db): Promise<Tag[]> {
  const rows = await from.table<Tag, string>('tags').bulkGet(ids);
  return rows.filter((row) => row !== undefined);
}

/** Which annotations carry a tag. */
export function annotationIdsWithTag(tagId: string, from: Tables = db): Promise<string[]> {
  return from.table<unknown, string>('annotations').where('tagIds').equals(tagId).primaryKeys();
}

/** Which articles carry a tag as a whole. */
export function articleIdsWithTag(tagId: string, from: Tables = db): Promise<string[]> {
  return from.table<unknown, string>('articles').where('tagIds').equals(tagId).primaryKeys();
}

/** How many annotations carry each tag. */
export async function tagCounts(): Promise<Map<string, number>> {
  // Counting each by itself reads no keys, which a walk over the index would.
  return db.transaction('r', db.annotations, db.tags, async () => {
    const ids = await db.tags.toCollection().primaryKeys();
    const counts = await Promise.all(
      ids.map((id) => db.annotations.where('tagIds').equals(id).count()),
    );
    return new Map(ids.map((id, index) => [id, counts[index] ?? 0]));
  });
}

/** What carries each tag, read from the indexes alone. */
export interface TagUses {
  /** Ids of annotations by tag. */
  annotations: Map<string, string[]>;
  /** Ids of articles by tag. */
  articles: Map<string, string[]>;
}

/** Reads all keys of a tag at once, which is much quicker than walking over the index. */
export function tagUses(tagIds: string[]): Promise<TagUses> {
  return db.transaction('r', db.annotations, db.articles, async () => {
    const [annotations, articles] = await Promise.all([
      Promise.all(tagIds.map((id) => db.annotations.where('tagIds').equals(id).primaryKeys())),
      Promise.all(tagIds.map((id) => db.articles.where('tagIds').equals(id).primaryKeys())),
    ]);
    return {
      annotations: new Map(tagIds.map((id, index) => [id, annotations[index] ?? []])),
      articles: new Map(tagIds.map((id, index) => [id, articles[index] ?? []])),
    };
  });
}
