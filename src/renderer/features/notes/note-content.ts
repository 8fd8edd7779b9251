import type { NoteDoc, NoteNode } from '@domain/model';
import { restoreNoteDoc } from '@domain/note/restore';

/**
 * An editor's document as it is stored: only what the domain knows, without the empty paragraphs at
 * its end, which the editor adds by itself so that the cursor can get below a table.
 */
export function toStoredDoc(json: unknown): NoteDoc {
  const doc = restoreNoteDoc(json);
  const blocks = doc.content ?? [];
  const last = blocks.findLastIndex((block) => !isBlank(block));
  return { ...doc, content: blocks.slice(0, Math.max(1, last + 1)) };
}

/** Whether two documents say the same, however they came to be. */
export function sameNote(a: NoteDoc, b: NoteDoc): boolean {
  return JSON.stringify(toStoredDoc(a)) === JSON.stringify(toStoredDoc(b));
}

function isBlank(block: NoteNode): boolean {
  return block.type === 'paragraph' && (block.content ?? []).length === 0;
}
