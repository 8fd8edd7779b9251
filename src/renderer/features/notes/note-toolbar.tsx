import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { MenuButton, type MenuEntry } from '@renderer/ui/menu';
import { type Editor, useEditorState } from '@tiptap/react';
import { Group, Toolbar } from 'react-aria-components';
import styles from './note-toolbar.module.css';
import {
  blockItems,
  HEADING_LEVELS,
  markItems,
  type ToolbarItem,
  type ToolbarState,
  toolbarState,
} from './toolbar-items';

interface Props {
  editor: Editor;
  onLink: () => void;
  /** What can be done with a note as a whole; a template has none of it. */
  whole?: { onDelete: () => void; onVersions: () => void; onTemplates: () => void };
}

/** The forms a note's text can have. The arrow keys move within, Escape goes back to the text. */
export function NoteToolbar({ editor, onLink, whole }: Props) {
  const t = useT();
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => toolbarState(current),
  });
  const buttons = (items: ToolbarItem[]) =>
    items.map(({ name, icon, label, shortcut, toggle }) => (
      <IconButton
        icon={icon}
        key={name}
        label={t(label)}
        onPress={() => toggle(editor.chain().focus()).run()}
        pressed={state.active[name] === true}
        preventFocusOnPress
        {...(shortcut === undefined ? {} : { shortcut })}
      />
    ));
  return (
    <Toolbar aria-label={t('notes.toolbar')} className={styles.toolbar ?? ''}>
      <Group aria-label={t('notes.toolbar.text')} className={styles.group ?? ''}>
        {buttons(markItems)}
        <IconButton
          icon="link"
          label={t('notes.link')}
          onPress={onLink}
          pressed={state.active.link === true}
          preventFocusOnPress
        />
      </Group>
      <Group aria-label={t('notes.toolbar.blocks')} className={styles.group ?? ''}>
        <HeadingMenu editor={editor} state={state} />
        {buttons(blockItems)}
        <TableControl editor={editor} state={state} />
      </Group>
      {whole !== undefined && <WholeNote empty={state.empty} {...whole} />}
    </Toolbar>
  );
}

function WholeNote({
  empty,
  onDelete,
  onVersions,
  onTemplates,
}: NonNullable<Props['whole']> & { empty: boolean }) {
  const t = useT();
  return (
    <>
      <MenuButton
        entries={[
          { id: 'versions', label: t('notes.versions'), run: onVersions },
          { id: 'templates', label: t('notes.templates'), run: onTemplates },
        ]}
        label={t('notes.more')}
      >
        <IconButton icon="more" label={t('notes.more')} />
      </MenuButton>
      <IconButton icon="trash" isDisabled={empty} label={t('notes.delete')} onPress={onDelete} />
    </>
  );
}

/** Once the menu has closed and given the focus back. */
function later(run: () => unknown): () => void {
  return () => {
    requestAnimationFrame(() => run());
  };
}

function HeadingMenu({ editor, state }: { editor: Editor; state: ToolbarState }) {
  const t = useT();
  const entries: MenuEntry[] = [
    {
      id: 'paragraph',
      label: t('notes.paragraph'),
      checked: state.heading === 0,
      run: later(() => editor.chain().focus().setParagraph().run()),
    },
    ...HEADING_LEVELS.map((level) => ({
      id: `heading-${level}`,
      label: t(`notes.heading${level}`),
      shortcut: `Mod+Alt+${level}`,
      checked: state.heading === level,
      run: later(() => editor.chain().focus().setHeading({ level }).run()),
    })),
  ];
  return (
    <MenuButton entries={entries} label={t('notes.heading')}>
      <IconButton icon="heading" label={t('notes.heading')} pressed={state.heading > 0} />
    </MenuButton>
  );
}

function TableControl({ editor, state }: { editor: Editor; state: ToolbarState }) {
  const t = useT();
  if (!state.inTable) {
    return (
      <IconButton
        icon="table"
        label={t('notes.insertTable')}
        onPress={() =>
          editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
        }
        preventFocusOnPress
      />
    );
  }
  const entries: MenuEntry[] = [
    entry('rowAfter', () => editor.chain().focus().addRowAfter().run()),
    entry('columnAfter', () => editor.chain().focus().addColumnAfter().run()),
    entry('headerRow', () => editor.chain().focus().toggleHeaderRow().run()),
    { ...entry('deleteRow', () => editor.chain().focus().deleteRow().run()), separated: true },
    entry('deleteColumn', () => editor.chain().focus().deleteColumn().run()),
    entry('deleteTable', () => editor.chain().focus().deleteTable().run()),
  ];
  function entry(
    name: 'rowAfter' | 'columnAfter' | 'headerRow' | 'deleteRow' | 'deleteColumn' | 'deleteTable',
    run: () => unknown,
  ): MenuEntry {
    return { id: name, label: t(`notes.table.${name}`), run: later(run) };
  }
  return (
    <MenuButton entries={entries} label={t('notes.table')}>
      <IconButton icon="table" label={t('notes.table')} pressed />
    </MenuButton>
  );
}
