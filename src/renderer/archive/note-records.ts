import type { Note, NoteDoc } from '@domain/model';
import { parseLinkKey } from '@domain/note/links';
import { findAnnotation } from '@renderer/data/annotations';
import { findArticle } from '@renderer/data/articles';
import { allNotes, findNotes, noteOf } from '@renderer/data/notes';
import { findTags } from '@renderer/data/tags';
import { ZhaijiError } from '@shared/errors';
import { ARCHIVE_TARGET_ID } from '@shared/ids';
import { labelOf, nameOfTarget } from './note-links';
import { type NoteTarget, saveNote } from './notes';

/** A note with the names of what it is on and of what it links to. */
export interface NoteRecord {
  note: Note;
  /** Empty for the archive's journal and for what is gone. */
  about: string;
  /** `label` is `null` when the target is gone. */
  links: { kind: string; id: string; label: string | null }[];
}

/** Every note, the one modified last first. */
export async function noteRecords(): Promise<NoteRecord[]> {
  const notes = await allNotes();
  notes.sort((a, b) => (a.modified < b.modified ? 1 : -1));
  return Promise.all(notes.map(recordOf));
}

/**
 * The note with this id, or the one on the article, annotation, tag or `archive` with this id.
 * @throws ZhaijiError `note-missing`.
 */
export async function noteRecord(id: string): Promise<NoteRecord> {
  const note = (await findNotes([id]))[0] ?? (await noteOf(id));
  if (note === null) throw new ZhaijiError('note-missing', id);
  return recordOf(note);
}

/**
 * Makes a document the note with this id, or the note on the article, annotation, tag or `archive`
 * with this id; an empty one deletes it. What was there stays as an earlier version.
 * @throws ZhaijiError `note-missing` when there is nothing with this id.
 */
export async function setNote(id: string, doc: NoteDoc): Promise<NoteRecord | null> {
  const note = await saveNote(await targetWith(id), doc);
  return note === null ? null : recordOf(note);
}

async function targetWith(id: string): Promise<NoteTarget> {
  if (id === ARCHIVE_TARGET_ID) return { kind: 'archive', id };
  const [note] = await findNotes([id]);
  if (note !== undefined) return { kind: note.targetKind, id: note.targetId };
  if ((await findAnnotation(id)) !== null) return { kind: 'annotation', id };
  if ((await findArticle(id)) !== null) return { kind: 'article', id };
  if ((await findTags([id])).length > 0) return { kind: 'tag', id };
  throw new ZhaijiError('note-missing', id);
}

async function recordOf(note: Note): Promise<NoteRecord> {
  const targets = (note.links ?? []).flatMap((key) => parseLinkKey(key) ?? []);
  const links = await Promise.all(
    targets.map(async ({ kind, id }) => ({ kind, id, label: await labelOf({ kind, id }) })),
  );
  return { note, about: (await nameOfTarget(note)) ?? '', links };
}
