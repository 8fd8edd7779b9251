import type { Note } from '@domain/model';
import { emptyNote } from '@domain/note/plain';
import type { NoteTarget } from '@renderer/archive/notes';
import { readNote } from '@renderer/archive/queries';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { replaceDocument } from './editor-commands';
import { sameNote, toStoredDoc } from './note-content';
import { noteSaverOf } from './note-savers';

/**
 * Keeps an editor and the stored note the same: what is typed is stored behind it, what something
 * else has stored (undo, the command line, another view) is shown as soon as nothing typed waits.
 */
export function useNoteDocument(editor: Editor, target: NoteTarget, note: Note | null): void {
  const { kind, id } = target;

  const known = useRef(note);
  useEffect(() => {
    const saver = noteSaverOf({ kind, id });
    // The editor itself may change its document at once, as when it adds a line below a table.
    if (!saver.busy) saver.loaded(toStoredDoc(known.current?.doc ?? emptyNote()));
    const onUpdate = () => {
      // A document never changes once made, so that it can be read whenever it is written.
      const { doc } = editor.state;
      saver.change(() => toStoredDoc(doc.toJSON()));
    };
    // A failure is shown where the note is; the words are kept and tried again.
    const flush = () => void saver.flush().catch(() => undefined);
    editor.on('update', onUpdate);
    editor.on('blur', flush);
    return () => {
      editor.off('update', onUpdate);
      editor.off('blur', flush);
      flush();
    };
  }, [editor, kind, id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `note` says that something wrote
  useEffect(() => {
    void showStored(editor, { kind, id });
  }, [editor, kind, id, note]);
}

/**
 * Shows what is stored, if that differs. What the screen was told may be older than what was just
 * typed and stored, so storage itself is asked, and only its answer to an undisturbed question holds.
 */
async function showStored(editor: Editor, target: NoteTarget): Promise<void> {
  const saver = noteSaverOf(target);
  await saver.settle();
  const { changes } = saver;
  if (saver.busy) return;
  const stored = await readNote(target.id);
  if (saver.busy || saver.changes !== changes) return;
  if (editor.isDestroyed || editor.view.composing) return;
  const doc = toStoredDoc(stored?.doc ?? emptyNote());
  saver.loaded(doc);
  if (!sameNote(doc, editor.getJSON() as typeof doc)) replaceDocument(editor, doc);
}
