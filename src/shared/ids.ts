import { v7 } from 'uuid';

/** A new record id: UUID version 7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** The target id of notes on the archive itself. */
export const ARCHIVE_TARGET_ID = 'archive';
