import { type Key, type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { RowHeights } from './row-heights';

interface Options {
  /** Another array is another list, whose rows may be elsewhere. */
  items: readonly unknown[];
  keyOf: (index: number) => Key;
  /** What is scrolled; its drawn rows carry their index as `data-index`. */
  box: RefObject<HTMLElement | null>;
  /** Pixels a row is thought to be high as long as it was not near the view. */
  estimate: number;
  /**
   * How high a row will be, for rows whose text tells: then nothing is measured before it is painted, and
   * where this was wrong it is mended after.
   */
  foresee?: (index: number) => number;
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

/** What the hook knows from one drawing to the next. */
interface State {
  items: readonly unknown[];
  keyOf: (index: number) => Key;
  rows: RowHeights;
  /** The view as it was seen last. */
  top: number;
  height: number;
  /** The rows in it. */
  first: number;
  last: number;
  /** By how much rows above the view turned out to be higher since. */
  grown: number;
  /** A row that is to be brought into view. */
  wanted: number | null;
  observed: Set<Element>;
}

/**
 * A virtual list of rows that are as high as what is in them. What scrolling and measuring cost does not
 * depend on how many rows there are.
 */
export function useMeasuredRows(options: Options): MeasuredRows {
  const { items, keyOf, box, estimate, foresee, keep = -1 } = options;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const ref = useRef<State | null>(null);
  ref.current ??= begin(items, keyOf, estimate);
  const state = ref.current;
  if (state.items !== items) {
    const before = state.keyOf;
    state.rows = state.rows.follow(items.length, (index) => before(index) === keyOf(index));
    state.items = items;
  }
  state.keyOf = keyOf;
  const { from, to } = rangeOf(state, foresee);
  const { rows, first, last } = state;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      state.top = element.scrollTop;
      const now = state.rows;
      const isSame =
        now.indexAt(state.top) === state.first && now.indexAt(bottomOf(state)) === state.last;
      if (!isSame) draw();
    };
    const resizes = new ResizeObserver(() => {
      state.height = element.clientHeight;
      look();
    });
    resizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, state]);

  const sizes = useRef<ResizeObserver | null>(null);
  useEffect(() => {
    return () => {
      sizes.current?.disconnect();
      sizes.current = null;
      state.observed.clear();
    };
  }, [state]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (state.height === 0) {
      state.height = element.clientHeight;
      if (state.height > 0) draw();
    }
    const drawn = new Set<Element>(element.querySelectorAll('[data-index]'));
    // Before they are painted, all together, so that layout is computed once.
    if (foresee === undefined) {
      const fresh = [...drawn].filter((row) => !state.rows.isMeasured(indexOf(row)));
      if (resized(state, fresh, (row) => row.getBoundingClientRect().height)) draw();
    }
    sizes.current ??= new ResizeObserver((entries) => {
      const boxes = new Map(entries.map((entry) => [entry.target, entry.borderBoxSize[0]]));
      if (resized(state, boxes.keys(), (row) => boxes.get(row)?.blockSize ?? 0)) draw();
    });
    for (const row of state.observed) if (!drawn.has(row)) sizes.current.unobserve(row);
    for (const row of drawn) if (!state.observed.has(row)) sizes.current.observe(row);
    state.observed = drawn;
    // What is in view stays where it is.
    if (state.grown !== 0) scrollTo(element, state, state.top + state.grown);
    const { wanted } = state;
    if (wanted === null) return;
    // Once more when it was drawn and its height is known.
    if (state.rows.isMeasured(wanted)) state.wanted = null;
    if (bringIntoView(element, state, wanted)) draw();
  });

  const shown: MeasuredRows['shown'] = [];
  const add = (index: number) => {
    shown.push({ index, key: keyOf(index), top: rows.offsetOf(index) });
  };
  if (keep >= 0 && keep < from) add(keep);
  for (let index = from; index <= to; index += 1) add(index);
  if (keep > to && keep < items.length) add(keep);

  return {
    total: rows.total,
    shown,
    reveal: (index) => {
      const element = box.current;
      if (element === null || index < 0 || index >= items.length) return;
      state.wanted = index;
      bringIntoView(element, state, index);
      draw();
    },
    page: Math.max(1, last - first - 1),
  };
}

function begin(items: readonly unknown[], keyOf: Options['keyOf'], estimate: number): State {
  const rows = new RowHeights(items.length, estimate);
  const nowhere = { top: 0, height: 0, first: 0, last: 0, grown: 0, wanted: null };
  return { items, keyOf, rows, ...nowhere, observed: new Set() };
}

/** The rows to draw, with those beside the view; their heights are foreseen on the way. */
function rangeOf(state: State, foresee: Options['foresee']): { from: number; to: number } {
  const { rows, items } = state;
  const before = state.last + OVERSCAN;
  const leapt = rows.indexAt(state.top) > before || rows.indexAt(bottomOf(state)) < state.first;
  state.first = rows.indexAt(state.top);
  const from = Math.max(0, state.first - OVERSCAN);
  const expect = (index: number) => {
    if (foresee === undefined || rows.isMeasured(index)) return 0;
    return rows.set(index, foresee(index));
  };
  for (let index = from; index < state.first; index += 1) {
    const step = expect(index);
    // After a leap nothing is in view yet that could stay where it is.
    if (!leapt) state.grown += step;
  }
  if (leapt) state.first = rows.indexAt(state.top);
  state.last = rows.indexAt(bottomOf(state));
  for (let index = state.first; index <= state.last; index += 1) {
    if (expect(index) !== 0) state.last = rows.indexAt(bottomOf(state));
  }
  const to = Math.min(items.length - 1, state.last + OVERSCAN);
  for (let index = state.last + 1; index <= to; index += 1) expect(index);
  return { from, to };
}

function bottomOf({ top, height, grown }: State): number {
  return top + grown + height;
}

/** Takes heights over; answers whether any is another one than was thought. */
function resized(state: State, drawn: Iterable<Element>, heightOf: (row: Element) => number) {
  const { rows } = state;
  let changed = false;
  for (const row of drawn) {
    const index = indexOf(row);
    const height = row.isConnected ? heightOf(row) : 0;
    if (height === 0) continue;
    const isAbove = rows.offsetOf(index) + rows.heightOf(index) <= state.top + state.grown;
    const step = rows.set(index, height);
    changed ||= step !== 0;
    if (isAbove) state.grown += step;
  }
  return changed;
}

function indexOf(row: Element): number {
  return Number(row.getAttribute('data-index'));
}

/** Answers whether it had to scroll. */
function bringIntoView(element: HTMLElement, state: State, index: number): boolean {
  const top = state.rows.offsetOf(index);
  const bottom = top + state.rows.heightOf(index);
  if (top < state.top) scrollTo(element, state, top);
  else if (bottom > state.top + state.height) scrollTo(element, state, bottom - state.height);
  else return false;
  return true;
}

function scrollTo(element: HTMLElement, state: State, top: number): void {
  element.scrollTop = top;
  state.top = element.scrollTop;
  state.grown = 0;
}
