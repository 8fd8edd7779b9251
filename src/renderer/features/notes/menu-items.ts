import type { NoteTemplate } from '@domain/model-history';
import { quotationNode, referenceNode } from '@domain/note/links';
import { fitsPinyin } from '@domain/text/pinyin';
import type { LinkCandidate } from '@renderer/archive/note-links';
import type { Translate } from '@renderer/i18n';
import type { IconName } from '@renderer/ui/icon';
import type { Range } from '@tiptap/core';
import type { Editor } from '@tiptap/react';
import { linkIcons } from './reference-chip';
import { blockItems, HEADING_LEVELS } from './toolbar-items';

/** One line of the list that opens while a note is typed. */
export interface MenuItem {
  id: string;
  icon: IconName;
  label: string;
  detail: string;
  /** `range` is what was typed for it. */
  run: (editor: Editor, range: Range) => unknown;
}

export interface CommandContext {
  templates: readonly NoteTemplate[];
  t: Translate;
  /** Opens the list of links; with `passages` for one to be quoted. */
  startLink: (editor: Editor, passages: boolean) => void;
  startFootnote: () => void;
}

/** The commands of the slash menu whose name, pinyin or English name has what was typed. */
export function commandItems(query: string, context: CommandContext): MenuItem[] {
  const wanted = query.toLowerCase();
  return allCommands(context)
    .filter(
      ({ label, words }) =>
        label.toLowerCase().includes(wanted) || words.includes(wanted) || fitsPinyin(label, wanted),
    )
    .map(({ words, ...item }) => ({ ...item, detail: item.detail || words.split(' ')[0] || '' }));
}

interface Command extends MenuItem {
  /** English names. */
  words: string;
}

function allCommands({ templates, t, startLink, startFootnote }: CommandContext): Command[] {
  const base = { detail: '' };
  return [
    ...HEADING_LEVELS.map(
      (level): Command => ({
        ...base,
        id: `heading${level}`,
        icon: 'heading',
        label: t(`notes.heading${level}`),
        words: `heading${level} h${level}`,
        run: (editor, range) =>
          editor.chain().focus().deleteRange(range).setHeading({ level }).run(),
      }),
    ),
    ...blockItems.map(
      ({ name, icon, label, toggle }): Command => ({
        ...base,
        id: name,
        icon,
        label: t(label),
        words: name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
        run: (editor, range) => toggle(editor.chain().focus().deleteRange(range)).run(),
      }),
    ),
    {
      ...base,
      id: 'table',
      icon: 'table',
      label: t('notes.table'),
      words: 'table',
      run: (editor, range) =>
        editor
          .chain()
          .focus()
          .deleteRange(range)
          .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
          .run(),
    },
    {
      ...base,
      id: 'rule',
      icon: 'more',
      label: t('notes.rule'),
      words: 'divider rule line',
      run: (editor, range) => editor.chain().focus().deleteRange(range).setHorizontalRule().run(),
    },
    {
      ...base,
      id: 'link',
      icon: 'link',
      label: t('notes.command.link'),
      words: 'link [[',
      run: (editor, range) => {
        editor.chain().focus().deleteRange(range).run();
        startLink(editor, false);
      },
    },
    {
      ...base,
      id: 'quotation',
      icon: 'highlighter',
      label: t('notes.command.quotation'),
      words: 'passage quotation embed',
      run: (editor, range) => {
        editor.chain().focus().deleteRange(range).run();
        startLink(editor, true);
      },
    },
    {
      ...base,
      id: 'footnote',
      icon: 'text',
      label: t('notes.footnote'),
      words: 'footnote',
      run: (editor, range) => {
        editor.chain().focus().deleteRange(range).run();
        startFootnote();
      },
    },
    ...templates.map(
      (template): Command => ({
        id: template.id,
        icon: 'articles',
        label: template.name,
        detail: t('notes.template'),
        words: 'template',
        run: (editor, range) =>
          editor
            .chain()
            .focus()
            .deleteRange(range)
            .insertContent(template.doc.content ?? [])
            .run(),
      }),
    ),
  ];
}

/** What can be linked to; as a passage it is put in as a quotation. */
export function linkItem(candidate: LinkCandidate, quoted: boolean, t: Translate): MenuItem {
  const { kind, id, label, detail } = candidate;
  return {
    id: `${kind}:${id}`,
    icon: linkIcons[kind],
    label,
    detail: detail === '' ? t(`notes.link.${kind}`) : detail,
    run: (editor, range) => {
      // Words go on below a quotation: typed while it is selected they would take its place.
      const nodes = quoted
        ? [quotationNode(id, label), { type: 'paragraph' }]
        : [referenceNode(candidate, label)];
      return editor.chain().focus().deleteRange(range).insertContent(nodes).run();
    },
  };
}
