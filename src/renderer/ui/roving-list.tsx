import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useMeasuredRows } from './measured-rows';
import { LIST_KEYS, nextRow } from './roving';
import styles from './roving-list.module.css';

interface Props<T> {
  /** What the list is of, for screen readers. */
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /**
   * A row. Its controls take `tabIndex`; the one that the arrow keys go to is marked with
   * `data-row-main`.
   */
  children: (item: T, tabIndex: 0 | -1) => ReactNode;
  /** Rows that only say something, such as the head of a group. */
  isHead?: (item: T) => boolean;
  /** Pixels a row is thought to be high before it is measured. */
  rowHeight: number;
}

/**
 * A list of any length whose rows are controls; only what is in view is drawn. One row is in the tab
 * order, the arrow keys go to the others. Fills the box around it.
 */
export function RovingList<T>({ label, items, keyOf, children, isHead, rowHeight }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const canBeActive = (index: number) => {
    const item = items[index];
    return item !== undefined && isHead?.(item) !== true;
  };
  // Another function of keys is no reason to look through all rows in each frame of scrolling.
  const latestKey = useRef(keyOf);
  latestKey.current = keyOf;
  const found = useMemo(
    () =>
      activeKey === null ? -1 : items.findIndex((item) => latestKey.current(item) === activeKey),
    [items, activeKey],
  );
  const active = found < 0 ? nextRow('first', -1, items.length, canBeActive) : found;
  const rows = useMeasuredRows({
    items,
    keyOf: (index) => keyOf(items[index] as T),
    box,
    estimate: rowHeight,
    // The row in the tab order is there even when it is scrolled out of view.
    keep: active,
  });

  useEffect(() => {
    if (wanted.current === null) return;
    const row = box.current?.querySelector(`[data-key="${CSS.escape(wanted.current)}"]`);
    const main = row?.querySelector<HTMLElement>('[data-row-main]');
    if (main === null || main === undefined) return;
    wanted.current = null;
    main.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const key = LIST_KEYS[event.key];
    if (key === undefined || event.defaultPrevented || event.ctrlKey || event.altKey) return;
    const { target } = event;
    // A field or a menu in a row has its own keys.
    if (!(target instanceof HTMLElement) || target.dataset.rowMain === undefined) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = nextRow(key, active, items.length, canBeActive, page);
    const item = items[next];
    event.preventDefault();
    if (item === undefined) return;
    wanted.current = keyOf(item);
    setActiveKey(keyOf(item));
    rows.reveal(next);
  };

  return (
    <div className={styles.box} ref={box}>
      <ul
        aria-label={label}
        className={styles.list}
        onKeyDown={onKeyDown}
        style={{ height: rows.total }}
      >
        {rows.shown.map((row) => {
          const item = items[row.index] as T;
          return (
            <li
              aria-posinset={row.index + 1}
              aria-setsize={items.length}
              className={styles.row}
              data-index={row.index}
              data-key={keyOf(item)}
              key={row.key}
              onFocus={() => setActiveKey(keyOf(item))}
              style={{ transform: `translateY(${row.top}px)` }}
            >
              {children(item, row.index === active ? 0 : -1)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
