import { rangeWith } from '@renderer/ui/range-with';
import { LIST_KEYS, nextRow } from '@renderer/ui/roving';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Column, type Sort, sortRows } from './columns';
import styles from './stats-table.module.css';

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  /** The first one heads each row. */
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Opening a row leads to what it is about; `openLabel` says where. */
  onOpen?: (row: Row) => void;
  openLabel?: (row: Row) => string;
  /** So many rows are in view at least, where what is around it scrolls. */
  inView?: number;
}

const ROW = 30;
const HEAD = 34;

/**
 * A table of any length, sorted by its heads; only the rows in view are drawn. One row is in the tab
 * order, the arrow keys go to the others, Enter opens what it is about.
 */
export function StatsTable<Row>(props: Props<Row>) {
  const { label, rows, columns, keyOf, sort, onSort, onOpen, openLabel, inView } = props;
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const [active, setActive] = useState(0);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const current = Math.min(active, sorted.length - 1);
  const virtual = useVirtualizer({
    count: sorted.length,
    estimateSize: () => ROW,
    getScrollElement: () => box.current,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // The row in the tab order is there even when it is scrolled out of view.
    rangeExtractor: rangeWith(current),
  });
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current
      ?.querySelector<HTMLElement>(`[data-word="${current}"]`)
      ?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset.word === undefined) return;
    const key = LIST_KEYS[event.key];
    if (key === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW) - 2);
    const next = nextRow(key, current, sorted.length, () => true, page);
    moved.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const widths = columns.map((column, index) => column.width ?? (index === 0 ? WORD : NUMBER));
  const grid = { gridTemplateColumns: widths.join(' ') };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in it
    <div
      className={styles.box}
      onKeyDown={onKeyDown}
      ref={box}
      style={
        inView === undefined ? {} : { flex: `1 0 ${heightOf(Math.min(inView, rows.length))}px` }
      }
      // Where no row is a control the keyboard must be able to scroll all the same.
      tabIndex={onOpen === undefined ? 0 : -1}
    >
      <table aria-label={label} aria-rowcount={sorted.length + 1} className={styles.table}>
        <thead className={styles.head}>
          <tr aria-rowindex={1} style={grid}>
            {columns.map((column, index) => (
              <th
                aria-sort={sort.id === column.id ? sort.direction : 'none'}
                className={index === 0 ? styles.first : styles.number}
                key={column.id}
                scope="col"
              >
                <button
                  className={styles.sorter}
                  onClick={() => onSort(nextSort(sort, column))}
                  title={column.label}
                  type="button"
                >
                  <span className={styles.name}>{column.label}</span>
                  <span aria-hidden="true" className={styles.arrow}>
                    {sort.id === column.id ? (sort.direction === 'ascending' ? '▲' : '▼') : ''}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = sorted[index] as Row;
            return (
              <tr
                aria-rowindex={index + 2}
                className={styles.row}
                key={keyOf(row)}
                style={{ ...grid, transform: `translateY(${start - HEAD}px)` }}
              >
                {columns.map((column, at) =>
                  at > 0 ? (
                    <td className={styles.number} key={column.id}>
                      {column.text(row)}
                    </td>
                  ) : (
                    <th className={styles.first} key={column.id} lang="zh-CN" scope="row">
                      {onOpen === undefined ? (
                        column.text(row)
                      ) : (
                        <button
                          className={styles.word}
                          data-word={index}
                          onClick={() => onOpen(row)}
                          onFocus={() => setActive(index)}
                          tabIndex={index === current ? 0 : -1}
                          title={openLabel?.(row)}
                          type="button"
                        >
                          {column.text(row)}
                        </button>
                      )}
                    </th>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const WORD = 'minmax(120px, 2fr)';
const NUMBER = 'minmax(74px, 1fr)';

/** Of the table with so many rows, its border and the bar below it. */
function heightOf(rows: number): number {
  return HEAD + rows * ROW + 14;
}

/** Numbers begin with the greatest, words with the first; a second press turns round. */
function nextSort<Row>(sort: Sort, column: Column<Row>): Sort {
  if (sort.id !== column.id) {
    return { id: column.id, direction: column.kind === 'number' ? 'descending' : 'ascending' };
  }
  const direction = sort.direction === 'ascending' ? 'descending' : 'ascending';
  return { id: column.id, direction };
}
