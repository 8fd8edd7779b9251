import { findReadingPlace, putReadingPlace } from '@renderer/data/reading-places';

/** Where an article was left: the first character in view, a UTF-16 offset; 0 when never read. */
export async function readingOffset(articleId: string): Promise<number> {
  return (await findReadingPlace(articleId))?.offset ?? 0;
}

/** Remembers where the reader is. */
export function saveReadingOffset(articleId: string, offset: number): Promise<void> {
  return putReadingPlace({ articleId, offset, modified: new Date().toISOString() });
}
