import type { LibraryRow } from '@renderer/archive/library';
import { useT } from '@renderer/i18n';
import { keepFocusOn, targetOf } from '@renderer/ui/list-keys';
import { useMeasuredRows } from '@renderer/ui/measured-rows';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import styles from './article-list.module.css';
import { ArticleRow } from './article-row';
import { articleRowHeight } from './row-height';
import type { Selection, SelectMode } from './selection';

interface Props {
  articles: readonly LibraryRow[];
  /** The article that is open. */
  currentId: string | null;
  selection: Selection;
  onSelect: (id: string, mode: SelectMode) => void;
  onSelectAll: () => void;
  onOpen: (id: string) => void;
  onDelete: () => void;
  /** Opens the menu of the selection; window coordinates in pixels. */
  onMenu: (at: { x: number; y: number }) => void;
  /** Back to the filter, from the first row upwards or with Escape. */
  onLeave: () => void;
  listRef: RefObject<HTMLDivElement | null>;
}

const ROW_HEIGHT = 77;

/** The articles as a listbox that keeps the focus itself and points at its active row. */
export function ArticleList(props: Props) {
  const { articles, currentId, selection, listRef } = props;
  const t = useT();
  const baseId = useId();
  const { activeId } = selection;
  const activeIndex = useMemo(
    () => articles.findIndex((article) => article.id === activeId),
    [articles, activeId],
  );
  const width = useWidth(listRef);
  const rows = useMeasuredRows({
    items: articles,
    keyOf: (index) => articles[index]?.id ?? index,
    box: listRef,
    estimate: ROW_HEIGHT,
    foresee: (index) => articleRowHeight(articles[index]?.title ?? '', width),
    // For the list points at the active row by its id.
    keep: activeIndex,
  });

  useKeepInView(activeIndex, rows.reveal);
  const onKeyDown = useListKeys(props, activeIndex, rows.page);

  const onClick = (event: MouseEvent) => {
    const id = idAt(event);
    if (id === null) return;
    const mode = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    props.onSelect(id, mode);
    if (mode === 'only') props.onOpen(id);
  };

  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    const id = idAt(event);
    if (id !== null && !selection.ids.has(id)) props.onSelect(id, 'only');
    if (id !== null) return props.onMenu({ x: event.clientX, y: event.clientY });
    // With the keyboard's menu key the event comes from the list itself.
    const active = document.getElementById(`${baseId}-${selection.activeId}`);
    const box = active?.getBoundingClientRect();
    if (box !== undefined) props.onMenu({ x: box.left + 24, y: box.top + 24 });
  };

  return (
    <div
      aria-activedescendant={activeIndex < 0 ? undefined : `${baseId}-${selection.activeId}`}
      aria-label={t('library.list')}
      aria-multiselectable="true"
      className={styles.list}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onKeyDown={onKeyDown}
      onMouseDown={keepFocusOn(listRef)}
      ref={listRef}
      role="listbox"
      tabIndex={0}
    >
      <div className={styles.rows} role="presentation" style={{ height: rows.total }}>
        {rows.shown.map((row) => {
          const article = articles[row.index];
          if (article === undefined) return null;
          const isActive = row.index === activeIndex;
          return (
            <div
              aria-current={article.id === currentId ? 'true' : undefined}
              aria-posinset={row.index + 1}
              aria-selected={selection.ids.has(article.id)}
              aria-setsize={articles.length}
              className={`${styles.row} ${isActive ? styles.active : ''}`}
              data-id={article.id}
              data-index={row.index}
              id={`${baseId}-${article.id}`}
              key={row.key}
              role="option"
              style={{ transform: `translateY(${row.top}px)` }}
              tabIndex={-1}
            >
              <ArticleRow article={article} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Of the room for rows, in pixels; before anything is drawn that of the usual pane. */
function useWidth(list: RefObject<HTMLElement | null>): number {
  const width = useRef(255);
  useEffect(() => {
    if (list.current === null) return;
    const resizes = new ResizeObserver(([entry]) => {
      if (entry !== undefined) width.current = entry.contentRect.width;
    });
    resizes.observe(list.current);
    return () => resizes.disconnect();
  }, [list]);
  return width.current;
}

function idAt(event: MouseEvent): string | null {
  const row = event.target instanceof Element ? event.target.closest('[data-id]') : null;
  return row?.getAttribute('data-id') ?? null;
}

/** Scrolls when another row becomes active, not when the list around it changes. */
function useKeepInView(index: number, scrollTo: (index: number) => void): void {
  const last = useRef(-1);
  useEffect(() => {
    if (index >= 0 && index !== last.current) scrollTo(index);
    last.current = index;
  });
}

function useListKeys(
  { articles, selection, onSelect, onSelectAll, onOpen, onDelete, onLeave }: Props,
  activeIndex: number,
  pageSize: number,
) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const next = targetOf(event.key, activeIndex, articles.length - 1, pageSize);
    const { activeId } = selection;
    if (next !== null) {
      const article = articles[next];
      const atTop = event.key === 'ArrowUp' && activeIndex <= 0 && !event.shiftKey && !mod;
      if (atTop) onLeave();
      else if (article !== undefined) {
        onSelect(article.id, event.shiftKey ? 'range' : mod ? 'move' : 'only');
      }
    } else if (event.key === 'a' && mod) onSelectAll();
    else if (event.key === ' ' && activeId !== null) onSelect(activeId, mod ? 'toggle' : 'only');
    else if (event.key === 'Enter' && activeId !== null) onOpen(activeId);
    else if (event.key === 'Delete' && selection.ids.size > 0) onDelete();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
}
