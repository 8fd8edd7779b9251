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
