import type { NoteDoc } from '../model';

/** One note out of several, in their order, with a line between them. */
export function joinNotes(docs: readonly NoteDoc[]): NoteDoc {
  const content = docs.flatMap((doc, index) => [
    ...(index === 0 ? [] : [{ type: 'horizontalRule' }]),
    ...(doc.content ?? []),
  ]);
  return { type: 'doc', content };
}
