import { isSafeHref } from '@domain/note/schema';
import type { Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder, Selection } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { HanMarkRules } from './han-mark-rules';
import { type NoteNodeOptions, noteNodes } from './note-nodes';

export interface NoteExtensionOptions extends NoteNodeOptions {
  /** Shown while the note is empty. */
  placeholder: string;
  /** Names a task's checkbox by the task's words. */
  taskLabel: (words: string) => string;
}

/**
 * The editor's schema and its Markdown input rules. The names of nodes and marks are those of
 * `@domain/note/schema`, which a test beside this file holds it to.
 */
export function noteExtensions({
  placeholder,
  taskLabel,
  ...nodes
}: NoteExtensionOptions): Extensions {
  return [
    StarterKit.configure({
      dropcursor: { color: 'var(--cinnabar)', width: 2 },
      link: {
        // Chinese is written without spaces: with it, words typed after a link would join the link.
        autolink: false,
        linkOnPaste: true,
        markdownLinks: true,
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: null },
        isAllowedUri: (url) => isSafeHref(url),
      },
    }),
    HanMarkRules,
    ...noteNodes(nodes),
    TaskList,
    TaskItem.configure({
      nested: true,
      a11y: { checkboxLabel: (node) => taskLabel(node.firstChild?.textContent ?? '') },
    }),
    TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
    Placeholder.configure({ placeholder }),
    // Keeps the selected words visible while the address of a link is typed beside them.
    Selection.configure({ className: 'note-selection' }),
  ];
}
