import type { ReadingPlace } from '@domain/model-history';
import { db } from './database';

export async function findReadingPlace(articleId: string): Promise<ReadingPlace | null> {
  return (await db.readingPlaces.get(articleId)) ?? null;
}

/** Stores where the reader is; not a change that undo or the automatic backup take notice of. */
export async function putReadingPlace(place: ReadingPlace): Promise<void> {
  await db.readingPlaces.put(place);
}
