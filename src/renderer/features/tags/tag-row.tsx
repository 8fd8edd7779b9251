import type { TagView } from '@renderer/archive/queries';
import { editTag } from '@renderer/archive/tags';
import { formatNumber, useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { ColorDot } from '@renderer/ui/color-dot';
import { MenuButton } from '@renderer/ui/menu';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { InlineEdit } from './inline-edit';
import styles from './tag-list.module.css';
import { type TagField, useTagTools } from './use-tag-tools';

interface Props {
  view: TagView;
  tabIndex: 0 | -1;
  /** What of it is being changed. */
  editing: TagField | null;
  onEdit: (field: TagField | null) => void;
  onSelect: () => void;
  onMerge: () => void;
  onExport: () => void;
}

/** A tag in the codebook. F2 renames it, Delete deletes it, the right mouse button opens its menu. */
export function TagRow({ view, tabIndex, editing, onEdit, onSelect, ...wishes }: Props) {
  const t = useT();
  const { tag, count } = view;
  const { menuOf, remove } = useTagTools();
  const row = useRef<HTMLDivElement>(null);
  useFocusAfterEdit(row, editing);

  if (editing !== null) {
    return (
      <div className={styles.editing} ref={row}>
        <ColorDot color={tag.color} />
        <InlineEdit
          label={t(`tags.${editing}Of`, { name: tag.name })}
          multiline={editing === 'description'}
          onClose={() => onEdit(null)}
          onSave={(value) => editTag(tag.id, { [editing]: value })}
          value={tag[editing]}
        />
      </div>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'F2') onEdit('name');
    else if (event.key === 'Delete') void remove(tag);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: another way to the menu button within
    <div
      className={styles.row}
      onContextMenu={(event) => {
        event.preventDefault();
        row.current?.querySelector<HTMLElement>('[data-row-menu]')?.click();
      }}
      ref={row}
    >
      <button
        className={styles.main}
        data-row-main
        onClick={onSelect}
        onKeyDown={onKeyDown}
        tabIndex={tabIndex}
        type="button"
      >
        <ColorDot color={tag.color} />
        <span className={styles.words} lang="zh-CN">
          <span className={styles.name}>{tag.name}</span>
          {tag.description !== '' && <span className={styles.description}>{tag.description}</span>}
        </span>
        <span className={styles.count}>
          <span aria-hidden="true">{formatNumber(count)}</span>
          <span className="visually-hidden">{t('tags.passages', { count })}</span>
        </span>
      </button>
      <MenuButton entries={menuOf(tag, { onEdit, ...wishes })} label={tag.name}>
        <IconButton
          data-row-menu
          excludeFromTabOrder={tabIndex === -1}
          icon="more"
          label={t('tags.menuOf', { name: tag.name })}
        />
      </MenuButton>
    </div>
  );
}

/** The field that had the focus is gone: it goes back to where it came from. */
function useFocusAfterEdit(row: RefObject<HTMLDivElement | null>, editing: TagField | null): void {
  const before = useRef(editing);
  useEffect(() => {
    const ended = before.current !== null && editing === null;
    before.current = editing;
    if (!ended || document.activeElement !== document.body) return;
    row.current?.querySelector<HTMLElement>('[data-row-main]')?.focus();
  }, [editing, row]);
}
