import { v7 } from 'uuid';

/** A new record id: UUID version 7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of a UUID. */
export function isId(value: string): boolean {
  return UUID.test(value);
}

/** The target id of notes on the archive itself. */
export const ARCHIVE_TARGET_ID = 'archive';
