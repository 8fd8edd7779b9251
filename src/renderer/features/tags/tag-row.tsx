import type { TagStep } from '@domain/codebook/tree';
import type { Tag } from '@domain/model';
import type { CodebookView } from '@renderer/archive/code-queries';
import { editTag } from '@renderer/archive/tags';
import { formatNumber, useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { ColorDot } from '@renderer/ui/color-dot';
import { Icon } from '@renderer/ui/icon';
import { MenuButton } from '@renderer/ui/menu';
import { ShortcutKeys } from '@renderer/ui/shortcut-keys';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { InlineEdit } from './inline-edit';
import type { TagDialog } from './tag-dialogs';
import styles from './tag-list.module.css';
import { useTagDrop } from './use-tag-drop';
import { type TagField, useTagTools } from './use-tag-tools';

interface Props {
  view: CodebookView;
  /** The whole codebook. */
  tags: readonly Tag[];
  /** How deep it lies in the tree. */
  depth: number;
  /** Whether what lies under it is shown; `null` when nothing does. */
  fold: 'open' | 'closed' | null;
  tabIndex: 0 | -1;
  /** What of it is being changed. */
  editing: TagField | null;
  onEdit: (field: TagField | null) => void;
  onFold: (fold: boolean) => void;
  onSelect: () => void;
  onDialog: (kind: TagDialog['kind']) => void;
  onExport: () => void;
  onBrowse: () => void;
  onSubTag: () => void;
}

const STEPS: Record<string, TagStep> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
};
/** Pixels that each level is set in. */
const INDENT = 16;

/**
 * A tag in the codebook. F2 renames it, Delete deletes it, Alt with the arrows moves it in the tree, the
 * left and right arrow fold it, the right mouse button opens its menu. It can be dragged.
 */
export function TagRow(props: Props) {
  const { view, tags, depth, fold, tabIndex, editing, onEdit, onFold, onSelect, ...wishes } = props;
  const t = useT();
  const { tag } = view;
  const { menuOf, remove, step, attempt } = useTagTools();
  const row = useRef<HTMLDivElement>(null);
  const { zone, handlers } = useTagDrop(tag, tags, attempt);
  useFocusAfterEdit(row, editing);
  const indent = { paddingInlineStart: depth * INDENT };

  if (editing !== null) {
    return (
      <div className={styles.editing} ref={row} style={indent}>
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
    const way = event.altKey ? STEPS[event.key] : undefined;
    if (way !== undefined) void step(tag, way);
    else if (event.key === 'F2') onEdit('name');
    else if (event.key === 'Delete') void remove(tag);
    else if (event.key === 'ArrowRight' && fold === 'closed') onFold(false);
    else if (event.key === 'ArrowLeft' && fold === 'open') onFold(true);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: another way to the menu button within
    <div
      className={`${styles.row} ${tag.archived === true ? styles.archived : ''}`}
      data-drop={zone}
      onContextMenu={(event) => {
        event.preventDefault();
        row.current?.querySelector<HTMLElement>('[data-row-menu]')?.click();
      }}
      ref={row}
      style={indent}
      {...handlers}
    >
      <Fold fold={fold} name={tag.name} onFold={onFold} />
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
          {depth > 0 && (
            <span className="visually-hidden">{t('tags.level', { level: depth + 1 })}</span>
          )}
          {tag.description !== '' && <span className={styles.description}>{tag.description}</span>}
        </span>
        {tag.archived === true && <span className={styles.count}>{t('tags.archived')}</span>}
        {tag.shortcut !== undefined && <ShortcutKeys shortcut={tag.shortcut} />}
        <Counts view={view} />
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

function Fold({ fold, name, onFold }: Pick<Props, 'fold' | 'onFold'> & { name: string }) {
  const t = useT();
  if (fold === null) return <span className={styles.fold} />;
  return (
    // The arrow keys do the same from the row.
    <button
      aria-expanded={fold === 'open'}
      aria-label={t(fold === 'open' ? 'tags.close' : 'tags.open', { name })}
      className={styles.fold}
      data-fold={fold}
      onClick={() => onFold(fold === 'open')}
      tabIndex={-1}
      type="button"
    >
      <Icon name="forward" size={12} />
    </button>
  );
}

/** How many passages carry it; with those of its sub-tags where these add some. */
function Counts({ view: { count, total, articleCount } }: { view: CodebookView }) {
  const t = useT();
  const said = [
    t('tags.passages', { count }),
    total === count ? '' : t('tags.withSub', { count: total }),
    articleCount === 0 ? '' : t('tags.articles', { count: articleCount }),
  ].filter((part) => part !== '');
  return (
    <span className={styles.count} title={said.join(' · ')}>
      <span aria-hidden="true">
        {formatNumber(count)}
        {total !== count && ` / ${formatNumber(total)}`}
      </span>
      <span className="visually-hidden">{said.join(' · ')}</span>
    </span>
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
