import type { TextRevision } from '@domain/model-history';
import { db } from './database';
import type { Tables } from './tables';

/** An article's revisions, the last one first. */
export async function revisionsOf(articleId: string, from: Tables = db): Promise<TextRevision[]> {
  const rows = await from
    .table<TextRevision, string>('textRevisions')
    .where('articleId')
    .equals(articleId)
    .toArray();
  // Ids count up with time (UUID version 7).
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1));
}

export async function findRevision(id: string, from: Tables = db): Promise<TextRevision | null> {
  return (await from.table<TextRevision, string>('textRevisions').get(id)) ?? null;
}

export function allRevisions(): Promise<TextRevision[]> {
  return db.textRevisions.toArray();
}
