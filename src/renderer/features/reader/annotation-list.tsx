import type { Annotation } from '@domain/model';
import { deleteAnnotations } from '@renderer/archive/annotate';
import type { AnnotationView, OpenArticle } from '@renderer/archive/queries';
import { useT } from '@renderer/i18n';
import { useIdle } from '@renderer/ui/use-idle';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { AnnotationCard, QUOTE } from './annotation-card';
import styles from './annotation-list.module.css';
import { attempt } from './attempt';
import { useReader } from './reader-context';
import type { ReaderSlots } from './slots';
import { useLatest } from './use-stable';

interface Props {
  open: OpenArticle;
  views: readonly AnnotationView[];
  slots: ReaderSlots;
}

/** Pixels a card is thought to be high before it is measured. */
const CARD = 132;

/** The annotations' cards. The arrow keys go from one to the next, Tab goes into one. */
export function AnnotationList({ open, views, slots }: Props) {
  const t = useT();
  const { selectedId, select, reveal, opening, open: ask } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  /** The card that has yet to take the focus, once it is drawn. */
  const [focusId, setFocusId] = useState<string | null>(null);

  const indexOf = (id: string | null) => views.findIndex((view) => view.annotation.id === id);
  // Those without a place come last, under a heading of their own.
  const firstUnplaced = views.findIndex(({ annotation }) => annotation.unplaced === true);
  const active = Math.max(0, indexOf(activeId ?? selectedId));
  const rows = useVirtualizer({
    count: views.length,
    estimateSize: () => CARD,
    getItemKey: (index) => views[index]?.annotation.id ?? index,
    getScrollElement: () => box.current,
    // First those in view; the others when nothing is more urgent.
    overscan: useIdle(true) ? 6 : 0,
    // Cards that find their height while the text is scrolled or marked can wait for their turn.
    useFlushSync: false,
  });

  // What is chosen in the text is brought into view here.
  const wanted = indexOf(opening?.annotationId ?? selectedId);
  useLayoutEffect(() => {
    if (wanted !== -1) rows.scrollToIndex(wanted, { align: 'auto' });
  }, [wanted, rows]);

  useEffect(() => {
    if (focusId === null) return;
    const button = box.current?.querySelector<HTMLElement>(`[${QUOTE}="${focusId}"]`);
    if (button === null || button === undefined) return;
    button.focus({ preventScroll: true });
    setFocusId(null);
  });

  const moveTo = (index: number) => {
    const id = views[Math.min(views.length - 1, Math.max(0, index))]?.annotation.id;
    if (id === undefined) return;
    setActiveId(id);
    setFocusId(id);
    rows.scrollToIndex(indexOf(id), { align: 'auto' });
  };

  const remove = useLatest((id: string) => {
    const index = indexOf(id);
    const next = views[index + 1] ?? views[index - 1];
    if (box.current?.contains(document.activeElement) === true && next !== undefined) {
      setActiveId(next.annotation.id);
      setFocusId(next.annotation.id);
    }
    void attempt(() => deleteAnnotations([id]));
  });
  const show = useLatest(({ id, start, end, unplaced }: Annotation) => {
    setActiveId(id);
    select(id);
    if (unplaced !== true) reveal({ start, end });
  });
  const opened = useCallback(() => ask(null), [ask]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const id = event.target instanceof Element ? event.target.getAttribute(QUOTE) : null;
    // Keys inside tags, note and menu are theirs.
    if (id === null) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(id);
    else {
      const target = destination(event.key, indexOf(id), views.length);
      if (target === null) return;
      moveTo(target);
    }
    event.preventDefault();
  };

  return (
    <div className={styles.box} ref={box}>
      <ul
        aria-label={t('reader.panel.list')}
        className={styles.list}
        onFocus={(event) => showCard(event.target)}
        onKeyDown={onKeyDown}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map((row) => {
          const view = views[row.index];
          if (view === undefined) return null;
          const { id } = view.annotation;
          return (
            <li
              aria-posinset={row.index + 1}
              aria-setsize={views.length}
              className={styles.row}
              data-index={row.index}
              key={row.key}
              ref={rows.measureElement}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {row.index === firstUnplaced && (
                <div className={styles.unplaced}>
                  <h3>{t('unplaced.title', { count: views.length - firstUnplaced })}</h3>
                  <p>{t('unplaced.help')}</p>
                </div>
              )}
              <AnnotationCard
                onOpened={opened}
                onRemove={remove}
                onShow={show}
                open={open}
                opening={opening?.annotationId === id ? opening.what : null}
                selected={id === selectedId}
                slots={slots}
                tabStop={row.index === active}
                view={view}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** An editor makes its card higher only after it has taken the focus. */
function showCard(inside: Element): void {
  setTimeout(() => inside.closest('li')?.scrollIntoView({ block: 'nearest' }), 50);
}

/** Where an arrow key goes; null for keys that go nowhere. */
function destination(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
