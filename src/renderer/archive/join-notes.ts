import type { Note } from '@domain/model';
import { noteContent } from '@domain/note/content';
import { joinNotes } from '@domain/note/join-notes';
import { type LinkTarget, leadLinksTo, linkKey } from '@domain/note/links';
import type { Journal } from '@renderer/data/journal';
import { noteOf } from '@renderer/data/notes';
import { changed } from '@renderer/data/records';

/**
 * Gives the note of one thing to another of the same kind. Two notes become one, the one that was
 * there first, and links to the other lead to it.
 */
export async function moveNote(journal: Journal, fromId: string, toId: string): Promise<void> {
  if (fromId === toId) return;
  const note = await noteOf(fromId, journal.tables);
  if (note === null) return;
  const there = await noteOf(toId, journal.tables);
  if (there === null) return journal.put('notes', changed(note, { targetId: toId }));
  const both = noteContent(joinNotes([there.doc, note.doc]));
  await journal.put('notes', changed(there, both));
  await leadLinks(journal, { kind: 'note', id: note.id }, { kind: 'note', id: there.id });
  await journal.remove('notes', note.id);
}

/** Lets all links to something that is taken into another lead to that. */
export async function leadLinks(journal: Journal, from: LinkTarget, to: LinkTarget): Promise<void> {
  const linking = await journal.tables
    .table<Note, string>('notes')
    .where('links')
    .equals(linkKey(from))
    .toArray();
  for (const note of linking) {
    await journal.put('notes', changed(note, noteContent(leadLinksTo(note.doc, from, to))));
  }
}
