import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { keepFocusOn, targetOf } from '@renderer/ui/list-keys';
import { rangeWith } from '@renderer/ui/range-with';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './line-box.module.css';

interface Props {
  /** What the rows are, for screen readers. */
  label: string;
  count: number;
  /** Index of the row that the keys work on, -1 for none. */
  active: number;
  /** Pixels that a row is thought to be high before it is measured. */
  rowHeight: (index: number) => number;
  /** Rows that belong to what is active. */
  isMarked: (index: number) => boolean;
  /** By the keyboard, or by a click on `target`. */
  onMove: (index: number, target: Element | null) => void;
  /** Where the arrow keys lead, when not to the next row. */
  step?: (from: number, step: 1 | -1) => number;
  children: (index: number) => ReactNode;
}

/**
 * Rows in one box: the browser cannot make a box higher than some 33 million pixels, and a file of
 * 200 MB has millions of lines.
 */
const PART = 50_000;

/** Rows of any number, of which one is active; only what is in view is drawn. */
export function LineBox({
  label,
  count,
  active,
  rowHeight,
  isMarked,
  onMove,
  step,
  children,
}: Props) {
  const t = useT();
  const baseId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(() => partOf(active));
  const parts = Math.max(1, Math.ceil(count / PART));
  const shown = Math.min(part, parts - 1);
  const from = shown * PART;
  const size = Math.min(PART, count - from);
  const activeHere = active - from;

  const virtual = useVirtualizer({
    count: size,
    estimateSize: (index) => rowHeight(from + index),
    getItemKey: (index) => from + index,
    getScrollElement: () => box.current,
    overscan: 10,
    // The active row stays in the page, for the box points at it by its id.
    rangeExtractor: rangeWith(activeHere < size ? activeHere : -1),
  });

  useEffect(() => {
    if (active < 0) return;
    setPart(partOf(active));
    const index = active % PART;
    const { startIndex = 0, endIndex = -1 } = virtual.range ?? {};
    const isOwn = box.current?.contains(document.activeElement) === true;
    if (isOwn) virtual.scrollToIndex(index, { align: 'auto' });
    else if (index <= startIndex || index >= endIndex) {
      virtual.scrollToIndex(index, { align: 'center' });
    }
  }, [active, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey || count === 0) return;
    const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
    const page = Math.max(1, endIndex - startIndex - 1);
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const target =
      isStep && step !== undefined
        ? step(active, event.key === 'ArrowDown' ? 1 : -1)
        : targetOf(event.key, active, count - 1, page);
    if (target === null) return;
    event.preventDefault();
    onMove(target, null);
  };

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest('[data-index]');
    if (row !== null) onMove(from + Number(row.getAttribute('data-index')), event.target);
  };

  return (
    <div className={styles.frame}>
      {parts > 1 && (
        <div className={styles.parts}>
          <IconButton
            icon="back"
            isDisabled={shown === 0}
            label={t('review.chunk.previous')}
            onPress={() => setPart(shown - 1)}
          />
          {t('review.chunk', { first: from + 1, last: from + size, total: count })}
          <IconButton
            icon="forward"
            isDisabled={shown === parts - 1}
            label={t('review.chunk.next')}
            onPress={() => setPart(shown + 1)}
          />
        </div>
      )}
      <div
        aria-label={label}
        aria-multiselectable="true"
        className={styles.box}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onMouseDown={keepFocusOn(box)}
        ref={box}
        role="listbox"
        tabIndex={0}
        {...(activeHere >= 0 && activeHere < size
          ? { 'aria-activedescendant': `${baseId}-${active}` }
          : {})}
      >
        <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = from + index;
            const isActive = row === active;
            return (
              <div
                aria-posinset={row + 1}
                aria-selected={isMarked(row)}
                aria-setsize={count}
                className={`${styles.row} ${isActive ? styles.active : ''}`}
                data-index={index}
                id={`${baseId}-${row}`}
                key={key}
                ref={virtual.measureElement}
                role="option"
                style={{ transform: `translateY(${start}px)` }}
                tabIndex={-1}
              >
                {children(row)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function partOf(index: number): number {
  return Math.max(0, Math.floor(index / PART));
}
