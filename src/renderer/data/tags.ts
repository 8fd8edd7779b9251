import type { Tag } from '@domain/model';
import { db } from './database';

export function allTags(): Promise<Tag[]> {
  return db.tags.toArray();
}

export async function findTags(ids: string[]): Promise<Tag[]> {
  const rows = await db.tags.bulkGet(ids);
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
