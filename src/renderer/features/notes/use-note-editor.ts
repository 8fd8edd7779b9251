import type { NoteDoc, NoteNode } from '@domain/model';
import { type LinkTarget, linkHref, targetOf } from '@domain/note/links';
import { useT } from '@renderer/i18n';
import { takeKeys } from '@renderer/ui/held-keys';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type Editor, useEditor } from '@tiptap/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { focusEditor } from './focus-editor';
import content from './note-content.module.css';
import { noteExtensions } from './note-extensions';
import { takePictures } from './take-pictures';
import type { MenuKeys } from './use-typed-menu';

/** Where the cursor goes first: the end, or the letter under a point of the window. */
export type Caret = 'end' | { x: number; y: number };

/** What may change while the editor stays. */
export interface EditorProps {
  placeholder: string;
  /** What the text is called to a screen reader. */
  label: string;
  /** Escape was pressed in the text. */
  onEscape?: () => void;
  onOpenLink?: (href: string) => unknown;
}

interface EditorParts {
  tools: RefObject<HTMLFieldSetElement | null>;
  keys: RefObject<MenuKeys>;
  startFootnote: () => void;
}

/** An editor with the schema of notes, which begins with a document that is read once. */
export function useNoteEditor(
  begin: () => NoteDoc,
  latest: RefObject<EditorProps>,
  { tools, keys, startFootnote }: EditorParts,
): Editor {
  const t = useT();
  // Made once: the editor must not be set up anew with every letter.
  const [options] = useState(() => ({
    extensions: noteExtensions({
      placeholder: latest.current.placeholder,
      taskLabel: (words) => t('notes.task', { words }),
      onOpen: (href) => latest.current.onOpenLink?.(href),
      onFootnote: startFootnote,
    }),
    content: begin(),
    injectCSS: false,
    editorProps: {
      // The tools stay at the top of the page while it scrolls; the cursor must not get under them.
      scrollMargin: { top: 56, right: 0, bottom: 24, left: 0 },
      scrollThreshold: { top: 56, right: 0, bottom: 24, left: 0 },
      attributes: {
        class: content.content ?? '',
        'aria-label': latest.current.label,
        'aria-multiline': 'true',
        lang: 'zh-CN',
        role: 'textbox',
        spellcheck: 'false',
      },
      handlePaste: (view: EditorView, { clipboardData }: ClipboardEvent) =>
        takePictures(view, clipboardData, null),
      handleDrop: (view: EditorView, { dataTransfer, clientX, clientY }: DragEvent) =>
        takePictures(view, dataTransfer, { left: clientX, top: clientY }),
      handleKeyDown: (view: EditorView, event: globalThis.KeyboardEvent) => {
        if (event.isComposing || event.keyCode === 229) return false;
        if (keys.current(event)) return true;
        const link = event.key === 'Enter' ? selectedLink(view) : null;
        if (link !== null) return latest.current.onOpenLink?.(linkHref(link)) !== null;
        if (event.key === 'F10' && event.altKey) return focusFirstTool(tools.current);
        if (event.key !== 'Escape' || latest.current.onEscape === undefined) return false;
        latest.current.onEscape();
        return true;
      },
      handleDOMEvents: {
        click: (_: unknown, event: MouseEvent) => {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
          const href = link?.getAttribute('href');
          if (href === null || href === undefined) return false;
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) latest.current.onOpenLink?.(href);
          return false;
        },
      },
    },
  }));
  return useEditor(options);
}

/** The link that is selected as a whole. */
function selectedLink({ state }: EditorView): LinkTarget | null {
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return null;
  return targetOf(selection.node.toJSON() as NoteNode);
}

function focusFirstTool(tools: HTMLFieldSetElement | null): boolean {
  const button = tools?.querySelector('button');
  button?.focus();
  return button !== null && button !== undefined;
}

/** Puts the cursor into the text once, after what was typed ahead. */
export function useFirstFocus(editor: Editor, caret: Caret | null): void {
  const first = useRef(caret);
  useEffect(() => {
    if (first.current === null) return;
    const { current } = first;
    const found =
      current === 'end' ? null : editor.view.posAtCoords({ left: current.x, top: current.y });
    const ahead = takeKeys();
    focusEditor(editor, found?.pos ?? 'end');
    for (const [index, line] of ahead.split('\n').entries()) {
      if (index > 0) editor.commands.splitBlock();
      if (line !== '') editor.view.dispatch(editor.state.tr.insertText(line));
    }
  }, [editor]);
}
