import type { Note } from '@domain/model';
import { db } from './database';
import type { Tables } from './tables';

/** The note on an annotation, an article or the archive; the oldest should there be several. */
export async function noteOf(targetId: string, from: Tables = db): Promise<Note | null> {
  const notes = from.table<Note, string>('notes');
  return (await notes.where('targetId').equals(targetId).first()) ?? null;
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
  targetExists: (tables: Tables) => Promise<boolean>,
): Promise<Note | null> {
  return db.transaction('rw', db.notes, db.annotations, db.articles, async (tables) => {
    const before = await noteOf(targetId, tables);
    const after = write(before);
    // What is typed last into a note whose passage was just deleted must not bring it back.
    if (after !== null && !(await targetExists(tables))) return null;
    const notes = tables.table<Note, string>('notes');
    if (after !== null) await notes.put(after);
    else if (before !== null) await notes.delete(before.id);
    return after;
  });
}
