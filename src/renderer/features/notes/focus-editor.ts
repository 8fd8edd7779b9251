import type { Editor, FocusPosition } from '@tiptap/react';

/**
 * Takes the focus into a text at once. Tiptap's command alone waits for a frame, and what is typed
 * until then would go elsewhere.
 *
 * @param position where the cursor goes; it stays where it was when none is given
 */
export function focusEditor(editor: Editor, position?: FocusPosition): void {
  editor.commands.focus(position);
  editor.view.focus();
}
