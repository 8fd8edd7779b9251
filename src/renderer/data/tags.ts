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

/** How many annotations carry each tag. */
export async function tagCounts(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const key of await db.annotations.orderBy('tagIds').keys()) {
    const id = String(key);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
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
