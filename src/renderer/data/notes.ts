import type { Note } from '@domain/model';
import type { NoteVersion } from '@domain/model-history';
import { keepsVersion, thinVersions } from '@domain/note/versions';
import { db } from './database';
import { newStamp } from './records';
import type { Tables } from './tables';

/** The note on an annotation, an article or the archive; the oldest should there be several. */
export async function noteOf(targetId: string, from: Tables = db): Promise<Note | null> {
  const notes = from.table<Note, string>('notes');
  return (await notes.where('targetId').equals(targetId).first()) ?? null;
}

/** Targets that are asked for at once: with thousands, asking alone would hold up a frame. */
const PIECE = 100;

/**
 * The notes on these targets. What was made in one go has ids that lie together, and its notes are read
 * in one go. Otherwise each target is asked for by itself: a walk over the index is several times slower
 * where there are many.
 */
export function notesOf(targetIds: string[]): Promise<Note[]> {
  return db.transaction('r', db.notes, async () => {
    const byTarget = db.notes.where('targetId');
    const sorted = targetIds.toSorted();
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined) return [];
    const between = byTarget.between(first, last, true, true);
    if ((await between.count()) <= Math.max(PIECE, sorted.length)) {
      const wanted = new Set(sorted);
      return (await between.toArray()).filter(({ targetId }) => wanted.has(targetId));
    }
    const found: Note[] = [];
    for (let at = 0; at < sorted.length; at += PIECE) {
      const piece = sorted.slice(at, at + PIECE);
      const notes = await Promise.all(piece.map((id) => byTarget.equals(id).toArray()));
      found.push(...notes.flat());
    }
    return found;
  });
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
  const used = [db.notes, db.noteVersions, db.annotations, db.articles, db.tags];
  return db.transaction('rw', used, async (tables) => {
    const before = await noteOf(targetId, tables);
    const after = write(before);
    // What is typed last into a note whose passage was just deleted must not bring it back.
    if (after !== null && !(await targetExists(tables))) return null;
    if (before !== null) await keepVersion(before, after, tables);
    const notes = tables.table<Note, string>('notes');
    if (after !== null) await notes.put(after);
    else if (before !== null) await notes.delete(before.id);
    return after;
  });
}

/** When the last version of each note was kept, so that typing need not read them all. */
const lastVersions = new Map<string, string>();

async function keepVersion(before: Note, after: Note | null, tables: Tables): Promise<void> {
  const now = Date.now();
  const change = { before: before.plain, after: after?.plain ?? null, now };
  const known = lastVersions.get(before.id) ?? null;
  if (known !== null && !keepsVersion({ ...change, lastVersion: known })) return;
  const table = tables.table<NoteVersion, string>('noteVersions');
  const versions = await versionsOf(before.targetId, tables);
  const [last] = versions;
  const lastVersion = last?.created ?? null;
  if (last !== undefined) lastVersions.set(before.id, last.created);
  const same = last !== undefined && JSON.stringify(last.doc) === JSON.stringify(before.doc);
  if (same || !keepsVersion({ ...change, lastVersion })) return;
  const version = versionOf(before);
  await table.add(version);
  await table.bulkDelete(thinVersions([version, ...versions], now));
  lastVersions.set(before.id, version.created);
}

/** A note as it is now, to be kept as an earlier state. */
export function versionOf(note: Note): NoteVersion {
  const { targetKind, targetId, doc, plain } = note;
  return { ...newStamp(), noteId: note.id, targetKind, targetId, doc, plain };
}

/** The earlier states of a target's note, the newest first. */
export async function versionsOf(targetId: string, from: Tables = db): Promise<NoteVersion[]> {
  const table = from.table<NoteVersion, string>('noteVersions');
  const found = await table.where('targetId').equals(targetId).toArray();
  return found.sort((a, b) => (a.created < b.created ? 1 : -1));
}

export async function findVersion(id: string, from: Tables = db): Promise<NoteVersion | null> {
  return (await from.table<NoteVersion, string>('noteVersions').get(id)) ?? null;
}

export async function findNotes(ids: string[]): Promise<Note[]> {
  return (await db.notes.bulkGet(ids)).filter((note) => note !== undefined);
}

/** The notes that link to any of these, by keys as in `Note.links`. */
export function notesLinkingTo(keys: string[]): Promise<Note[]> {
  return db.notes.where('links').anyOf(keys).distinct().toArray();
}
