import { type Key, type ReactNode, useRef } from 'react';
import { useMeasuredRows } from './measured-rows';
import styles from './virtual-list.module.css';

interface Props<T> {
  /** What the list is of, for screen readers. */
  label: string;
  items: T[];
  keyOf: (item: T, index: number) => Key;
  children: (item: T) => ReactNode;
  /** Pixels a row is thought to be high before it is measured. */
  rowHeight?: number;
}

/** A list to read, of any length; only what is in view is drawn. Its height is that of its box. */
export function VirtualList<T>({ label, items, keyOf, children, rowHeight = 32 }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useMeasuredRows({
    items,
    keyOf: (index) => keyOf(items[index] as T, index),
    box,
    estimate: rowHeight,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <section aria-label={label} className={styles.box} ref={box} tabIndex={0}>
      <ul className={styles.list} style={{ height: rows.total }}>
        {rows.shown.map((row) => (
          <li
            aria-posinset={row.index + 1}
            aria-setsize={items.length}
            className={styles.row}
            data-index={row.index}
            key={row.key}
            style={{ transform: `translateY(${row.top}px)` }}
          >
            {children(items[row.index] as T)}
          </li>
        ))}
      </ul>
    </section>
  );
}
