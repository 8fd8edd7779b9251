import type { Stamped } from '@domain/model';
import { newId } from '@shared/ids';

let authorId = '';

/** Says whose records are written from now on in this window or worker. */
export function setAuthor(id: string): void {
  authorId = id;
}

export function currentAuthor(): string {
  return authorId;
}

/** The identity and times of a new record. */
export function newStamp(id = newId()): Stamped {
  const now = new Date().toISOString();
  return { id, created: now, modified: now, authorId };
}

/** A record with changes and a new modified time. */
export function changed<T extends Stamped>(record: T, changes: Partial<NoInfer<T>>): T {
  return { ...record, ...changes, modified: new Date().toISOString() };
}
