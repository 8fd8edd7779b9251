import type { NoteDoc } from '@domain/model';
import { isSafeHref } from '@domain/note/schema';
import type { Editor } from '@tiptap/react';

/**
 * Puts another document in place of the editor's, touching only what differs, so that the cursor
 * stays where it is. It counts neither as typing nor as a step to undo.
 */
export function replaceDocument(editor: Editor, doc: NoteDoc): void {
  const { state, schema, view } = editor;
  const next = schema.nodeFromJSON(doc);
  const start = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  // Where letters repeat, the two searches can cross each other.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = next.slice(start, end.b + overlap);
  view.dispatch(
    state.tr
      .replace(start, end.a + overlap, slice)
      .setMeta('preventUpdate', true)
      .setMeta('addToHistory', false),
  );
}

/** The address of the link at the cursor; empty when there is none. */
export function linkAtCursor(editor: Editor): string {
  const { href } = editor.getAttributes('link');
  return typeof href === 'string' ? href : '';
}

/**
 * What was typed as an address, with a scheme; empty for nothing, `null` when it cannot be one.
 */
export function toHref(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  if (/\s/.test(text)) return null;
  const href = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  return isSafeHref(href) && URL.canParse(href) ? href : null;
}

/** Links the selected words; without any, the address itself is written. An empty one unlinks. */
export function applyLink(editor: Editor, href: string): void {
  if (href === '') {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  } else if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }];
    editor.chain().focus().insertContent({ type: 'text', text: href, marks }).run();
  } else {
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    editor.commands.setTextSelection(editor.state.selection.to);
  }
}
