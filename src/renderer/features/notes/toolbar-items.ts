import type { TextKey } from '@renderer/i18n';
import type { IconName } from '@renderer/ui/icon';
import type { ChainedCommands } from '@tiptap/core';
import type { Editor } from '@tiptap/react';

/** A button that switches one form of the text on and off. */
export interface ToolbarItem {
  /** The node or mark of the schema. */
  name: string;
  icon: IconName;
  label: TextKey;
  shortcut?: string;
  toggle: (chain: ChainedCommands) => ChainedCommands;
}

export const markItems: ToolbarItem[] = [
  {
    name: 'bold',
    icon: 'bold',
    label: 'notes.bold',
    shortcut: 'Mod+b',
    toggle: (chain) => chain.toggleBold(),
  },
  {
    name: 'italic',
    icon: 'italic',
    label: 'notes.italic',
    shortcut: 'Mod+i',
    toggle: (chain) => chain.toggleItalic(),
  },
];

export const blockItems: ToolbarItem[] = [
  {
    name: 'bulletList',
    icon: 'bullets',
    label: 'notes.bulletList',
    shortcut: 'Mod+Shift+8',
    toggle: (chain) => chain.toggleBulletList(),
  },
  {
    name: 'orderedList',
    icon: 'numbers',
    label: 'notes.orderedList',
    shortcut: 'Mod+Shift+7',
    toggle: (chain) => chain.toggleOrderedList(),
  },
  {
    name: 'taskList',
    icon: 'tasks',
    label: 'notes.taskList',
    shortcut: 'Mod+Shift+9',
    toggle: (chain) => chain.toggleTaskList(),
  },
  {
    name: 'blockquote',
    icon: 'quote',
    label: 'notes.blockquote',
    shortcut: 'Mod+Shift+b',
    toggle: (chain) => chain.toggleBlockquote(),
  },
  {
    name: 'codeBlock',
    icon: 'code',
    label: 'notes.codeBlock',
    shortcut: 'Mod+Alt+c',
    toggle: (chain) => chain.toggleCodeBlock(),
  },
];

export const HEADING_LEVELS = [1, 2, 3] as const;

/** What the toolbar shows as switched on. */
export interface ToolbarState {
  active: Record<string, boolean>;
  /** 0: not a heading. */
  heading: number;
  inTable: boolean;
  /** Nothing is written. */
  empty: boolean;
}

/** Reads the state off the editor's selection. */
export function toolbarState(editor: Editor): ToolbarState {
  const items = [...markItems, ...blockItems];
  return {
    active: {
      ...Object.fromEntries(items.map(({ name }) => [name, editor.isActive(name)])),
      link: editor.isActive('link'),
    },
    heading: HEADING_LEVELS.find((level) => editor.isActive('heading', { level })) ?? 0,
    inTable: editor.isActive('table'),
    empty: editor.isEmpty,
  };
}
