import type { StoredImage } from '@domain/model-history';
import { noteImages } from '@domain/note/links';
import { db } from './database';

export async function findImage(id: string): Promise<StoredImage | null> {
  return (await db.images.get(id)) ?? null;
}

/** What every picture is called by and made of, without the bytes. */
export async function imageHeads(): Promise<Map<string, Pick<StoredImage, 'sha256' | 'type'>>> {
  const heads = new Map<string, Pick<StoredImage, 'sha256' | 'type'>>();
  await db.images.each(({ id, sha256, type }) => {
    heads.set(id, { sha256, type });
  });
  return heads;
}

/** Stores a picture, or answers the one with the same bytes that is there already. */
export function keepImage(image: StoredImage): Promise<StoredImage> {
  return db.transaction('rw', db.images, async () => {
    const known = await db.images.where('sha256').equals(image.sha256).first();
    if (known === undefined) await db.images.add(image);
    return known ?? image;
  });
}

/** Deletes the pictures made before a time (ISO 8601) that no note, version or template shows. */
export function deleteUnusedImages(before: string): Promise<void> {
  const tables = [db.images, db.notes, db.noteVersions, db.noteTemplates];
  return db.transaction('rw', tables, async () => {
    const unused = new Set<string>();
    await db.images.each(({ id, created }) => {
      if (created < before) unused.add(id);
    });
    if (unused.size === 0) return;
    for (const table of [db.notes, db.noteVersions, db.noteTemplates]) {
      await table.each(({ doc }) => {
        for (const id of noteImages(doc.content ?? [])) unused.delete(id);
      });
    }
    await db.images.bulkDelete([...unused]);
  });
}
