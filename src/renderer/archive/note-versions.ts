import type { NoteVersion } from '@domain/model-history';
import { noteContent } from '@domain/note/content';
import { useLive } from '@renderer/data/live';
import { findVersion, noteOf, versionOf, versionsOf } from '@renderer/data/notes';
import { changed, newStamp } from '@renderer/data/records';
import { commit } from './history';

/** The earlier states of a target's note, the newest first; `undefined` while it reads. */
export function useNoteVersions(targetId: string): NoteVersion[] | undefined {
  return useLive(() => versionsOf(targetId), [targetId]);
}

/** Makes a note what it was, reversibly; what it says now is kept as a version too. */
export function restoreNoteVersion(versionId: string): Promise<void> {
  return commit({ name: 'restore-note', count: 1 }, async (journal) => {
    const version = await findVersion(versionId, journal.tables);
    if (version === null) return;
    const { targetKind, targetId, doc } = version;
    const note = await noteOf(targetId, journal.tables);
    if (note === null) {
      await journal.put('notes', { ...newStamp(), targetKind, targetId, ...noteContent(doc) });
      return;
    }
    await journal.put('noteVersions', versionOf(note));
    await journal.put('notes', changed(note, noteContent(doc)));
  });
}
