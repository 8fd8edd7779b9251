import type { Note, NoteDoc } from '@domain/model';
import { noteLinks } from './links';
import { noteToPlain } from './plain';

/** What is stored of a document: itself, its words and what it links to. */
export function noteContent(doc: NoteDoc): Pick<Note, 'doc' | 'plain' | 'links'> {
  const links = noteLinks(doc);
  // Dexie stores a field that is undefined as one that is there; it is left out of the index alike.
  return { doc, plain: noteToPlain(doc), links: links.length > 0 ? links : undefined };
}
