import type { Note, NoteDoc, NoteTargetKind } from '@domain/model';
import { noteContent } from '@domain/note/content';
import { isEmptyNote } from '@domain/note/plain';
import { findAnnotation } from '@renderer/data/annotations';
import { findArticle } from '@renderer/data/articles';
import { noteOf, writeNote } from '@renderer/data/notes';
import { changed, newStamp } from '@renderer/data/records';
import { findTags } from '@renderer/data/tags';
import { commit } from './history';

export interface NoteTarget {
  kind: NoteTargetKind;
  /** An annotation's, article's or tag's id, or `ARCHIVE_TARGET_ID`. */
  id: string;
}

/**
 * Stores what a note says now. An empty document deletes the note. Answers what is stored, `null`
 * when nothing is (also when the target was deleted in the meantime).
 */
export function saveNote(target: NoteTarget, doc: NoteDoc): Promise<Note | null> {
  const write = (before: Note | null): Note | null => {
    if (isEmptyNote(doc)) return null;
    const content = noteContent(doc);
    if (before !== null) return changed(before, content);
    return { ...newStamp(), targetKind: target.kind, targetId: target.id, ...content };
  };
  return writeNote(target.id, write, async (tables) => {
    if (target.kind === 'annotation') return (await findAnnotation(target.id, tables)) !== null;
    if (target.kind === 'article') return (await findArticle(target.id, tables)) !== null;
    if (target.kind === 'tag') return (await findTags([target.id], tables)).length > 0;
    return true;
  });
}

/** Deletes the note of a target, reversibly. */
export function deleteNote(targetId: string): Promise<void> {
  return commit({ name: 'delete-note', count: 1 }, async (journal) => {
    const note = await noteOf(targetId, journal.tables);
    if (note !== null) await journal.remove('notes', note.id);
  });
}
