import { type Key, type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { RowHeights } from './row-heights';

interface Options {
  /** Another array is another list, whose rows may be elsewhere. */
  items: readonly unknown[];
  keyOf: (index: number) => Key;
  /** What is scrolled; its drawn rows carry their index as `data-index`. */
  box: RefObject<HTMLElement | null>;
  /** Pixels a row is thought to be high before it is measured. */
  estimate: number;
  /** A row that is drawn wherever the view is, because it has the focus or is pointed at; -1: none. */
  keep?: number;
}

export interface MeasuredRows {
  /** Pixels. */
  total: number;
  /** The rows to draw, ascending, and where. */
  shown: { index: number; key: Key; top: number }[];
  /** Brings a row into view, by as little as possible. */
  reveal: (index: number) => void;
  /** How many rows are in view. */
  page: number;
}

const OVERSCAN = 6;

/**
 * A virtual list of rows that are as high as what is in them. What scrolling and measuring cost does not
 * depend on how many rows there are.
 */
export function useMeasuredRows({ items, keyOf, box, estimate, keep = -1 }: Options): MeasuredRows {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const view = useRef({ top: 0, height: 0 });
  const wanted = useRef<number | null>(null);
  const list = useRef({ items, keyOf, rows: new RowHeights(items.length, estimate) });
  if (list.current.items !== items) {
    const before = list.current;
    const rows = before.rows.follow(items.length, (index) => before.keyOf(index) === keyOf(index));
    list.current = { items, keyOf, rows };
  }
  const { rows } = list.current;
  const first = rows.indexAt(view.current.top);
  const last = rows.indexAt(view.current.top + view.current.height);
  const range = useRef({ first, last });
  range.current = { first, last };

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      view.current = { top: element.scrollTop, height: element.clientHeight };
      const { rows: now } = list.current;
      const isSame =
        now.indexAt(view.current.top) === range.current.first &&
        now.indexAt(view.current.top + view.current.height) === range.current.last;
      if (!isSame) draw();
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);

  const resized = useRef<ResizeObserver | null>(null);
  const observed = useRef(new Set<Element>());
  useEffect(
    () => () => {
      resized.current?.disconnect();
      resized.current = null;
      observed.current.clear();
    },
    [],
  );

  // Measured before they are painted, all together, so that layout is computed once.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (elements: Iterable<Element>, again: boolean) => {
      const { rows: now } = list.current;
      const { scrollTop } = element;
      let moved = 0;
      let changed = false;
      for (const row of elements) {
        const index = Number(row.getAttribute('data-index'));
        if (!row.isConnected || (!again && now.isMeasured(index))) continue;
        const height = row.getBoundingClientRect().height;
        if (height === 0) continue;
        const isAbove = now.offsetOf(index) + now.heightOf(index) <= scrollTop + moved;
        const step = now.set(index, height);
        changed ||= step !== 0;
        if (isAbove) moved += step;
      }
      if (changed) draw();
      // What is in view stays where it is.
      if (moved !== 0) element.scrollTop = scrollTop + moved;
    };
    const drawn = new Set<Element>(element.querySelectorAll('[data-index]'));
    measure(drawn, false);
    resized.current ??= new ResizeObserver((entries) =>
      measure(
        entries.map((entry) => entry.target),
        true,
      ),
    );
    for (const row of observed.current) if (!drawn.has(row)) resized.current.unobserve(row);
    for (const row of drawn) if (!observed.current.has(row)) resized.current.observe(row);
    observed.current = drawn;
    const top = element.scrollTop;
    const height = element.clientHeight;
    if (top !== view.current.top || height !== view.current.height) {
      view.current = { top, height };
      draw();
    }
    const index = wanted.current;
    if (index === null) return;
    // Once more when it was drawn and measured.
    if (list.current.rows.isMeasured(index)) wanted.current = null;
    bringIntoView(element, list.current.rows, index);
  });

  const shown: MeasuredRows['shown'] = [];
  const from = Math.max(0, first - OVERSCAN);
  const to = Math.min(items.length - 1, last + OVERSCAN);
  const add = (index: number) =>
    shown.push({ index, key: keyOf(index), top: rows.offsetOf(index) });
  if (keep >= 0 && keep < from) add(keep);
  for (let index = from; index <= to; index += 1) add(index);
  if (keep > to && keep < items.length) add(keep);

  return {
    total: rows.total,
    shown,
    reveal: (index) => {
      const element = box.current;
      if (element === null || index < 0 || index >= items.length) return;
      wanted.current = index;
      bringIntoView(element, rows, index);
      draw();
    },
    page: Math.max(1, last - first - 1),
  };
}

function bringIntoView(element: HTMLElement, rows: RowHeights, index: number): void {
  const top = rows.offsetOf(index);
  const bottom = top + rows.heightOf(index);
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight) {
    element.scrollTop = bottom - element.clientHeight;
  }
}
