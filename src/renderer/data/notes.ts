import type { Note } from '@domain/model';
import { db } from './database';

/** The note on an annotation, an article or the archive; the oldest should there be several. */
export async function noteOf(targetId: string): Promise<Note | null> {
  return (await db.notes.where('targetId').equals(targetId).first()) ?? null;
}

export function notesOf(targetIds: string[]): Promise<Note[]> {
  return db.notes.where('targetId').anyOf(targetIds).toArray();
}

export function allNotes(): Promise<Note[]> {
  return db.notes.toArray();
}

/** Writes the one note of a target inside one transaction; `null` deletes it. */
export function writeNote(
  targetId: string,
  write: (before: Note | null) => Note | null,
  targetExists: () => Promise<boolean>,
): Promise<Note | null> {
  return db.transaction('rw', db.notes, db.annotations, db.articles, async () => {
    const before = await noteOf(targetId);
    const after = write(before);
    // What is typed last into a note whose passage was just deleted must not bring it back.
    if (after !== null && !(await targetExists())) return null;
    if (after !== null) await db.notes.put(after);
    else if (before !== null) await db.notes.delete(before.id);
    return after;
  });
}
