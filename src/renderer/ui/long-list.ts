import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { useAtRest } from './use-at-rest';

/** Where the rows of a list lie, in pixels from its top. */
export interface LongLayout {
  count: number;
  height: number;
  offsetOf(index: number): number;
  heightOf(index: number): number;
  /** The row at an offset. */
  indexAt(offset: number): number;
}

/** Rows that are all of one height. */
export function evenLayout(count: number, rowHeight: number): LongLayout {
  return {
    count,
    height: count * rowHeight,
    offsetOf: (index) => index * rowHeight,
    heightOf: () => rowHeight,
    indexAt: (offset) => Math.floor(offset / rowHeight),
  };
}

/** Browsers draw no element that is much higher; what is longer is scrolled in proportion. */
const HIGHEST = 12_000_000;
const OVERSCAN = 5;

export interface LongList {
  /** Height of the element that is scrolled, in pixels. */
  canvas: number;
  /** The rows to draw, `end` exclusive. */
  start: number;
  end: number;
  /** Pixels from the top of the canvas at which a row is drawn. */
  topOf(index: number): number;
  /** Brings a row into view, by as little as possible. */
  reveal(index: number): void;
  /** How many rows are in view. */
  page: number;
}

/** Height of the view that was measured last: the next list is mostly as high, and so drawn once. */
let usualView = 0;

/**
 * A virtual list of millions of rows of known heights: no row is measured and nothing is kept for each.
 * Where the canvas would be too high, small steps scroll as far as they say and large ones (the bar)
 * in proportion.
 *
 * @param of what the list is of: with another it begins at its top
 */
export function useLongList(
  box: RefObject<HTMLElement | null>,
  layout: LongLayout,
  of?: string,
): LongList {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  // While one list follows the other only what is seen is drawn.
  const overscan = useAtRest(of) ? OVERSCAN : 0;
  /** `top`: pixels of the list above the view; `bar`: of the canvas. */
  const at = useRef({ top: 0, bar: 0, view: usualView });
  const shown = useRef(of);
  if (shown.current !== of) {
    shown.current = of;
    at.current = { ...at.current, top: 0, bar: 0 };
  }
  const canvas = Math.min(layout.height, HIGHEST);
  const scaled = layout.height > HIGHEST;
  const latest = useRef({ layout, canvas, scaled });
  latest.current = { layout, canvas, scaled };

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let settle: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      const place = at.current;
      const bar = element.scrollTop;
      const now = latest.current;
      if (!now.scaled) place.top = bar;
      else {
        const step = bar - place.bar;
        const most = now.canvas - place.view;
        const isSmall = Math.abs(step) < place.view * 2 && bar > 0 && bar < most - 1;
        place.top = isSmall ? place.top + step : listOffset(bar, place.view, now);
        place.top = Math.max(0, Math.min(now.layout.height - place.view, place.top));
        clearTimeout(settle);
        settle = setTimeout(() => {
          place.bar = Math.round(barOffset(place.top, place.view, latest.current));
          element.scrollTop = place.bar;
          draw();
        }, 120);
      }
      place.bar = bar;
      draw();
    };
    const sizes = new ResizeObserver(() => {
      // Where it is not seen it keeps the height that it will have again.
      if (element.clientHeight === 0 || at.current.view === element.clientHeight) return;
      at.current.view = element.clientHeight;
      draw();
    });
    sizes.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(settle);
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [box]);

  // Before the next effect, which may draw again from the new top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the list is of decides
  useLayoutEffect(() => {
    if (box.current !== null && box.current.scrollTop !== at.current.bar) {
      box.current.scrollTop = at.current.bar;
    }
  }, [box, of]);

  // A list that became shorter is shown from where it still has rows.
  useLayoutEffect(() => {
    const place = at.current;
    const view = box.current?.clientHeight || place.view;
    const top = Math.min(place.top, Math.max(0, layout.height - view));
    usualView = view;
    if (view === place.view && top === place.top) return;
    place.view = view;
    place.top = top;
    draw();
  }, [box, layout]);

  const { top, bar, view } = at.current;
  const start = Math.max(0, Math.min(layout.count, layout.indexAt(top) - overscan));
  const end = Math.min(layout.count, layout.indexAt(top + view) + 1 + overscan);

  return {
    canvas,
    start,
    end,
    topOf: (index) => layout.offsetOf(index) - (scaled ? top - bar : 0),
    reveal: (index) => {
      const element = box.current;
      if (element === null) return;
      const place = at.current;
      const from = layout.offsetOf(index);
      const to = from + layout.heightOf(index);
      const wanted = from < place.top ? from : to > place.top + place.view ? to - place.view : null;
      if (wanted === null) return;
      place.top = Math.max(0, wanted);
      place.bar = scaled ? Math.round(barOffset(place.top, place.view, latest.current)) : place.top;
      element.scrollTop = place.bar;
      draw();
    },
    page: Math.max(1, layout.indexAt(top + view) - layout.indexAt(top) - 1),
  };
}

type Scale = { layout: LongLayout; canvas: number };

function listOffset(bar: number, view: number, { layout, canvas }: Scale): number {
  return (bar / Math.max(1, canvas - view)) * (layout.height - view);
}

function barOffset(top: number, view: number, { layout, canvas }: Scale): number {
  return (top / Math.max(1, layout.height - view)) * (canvas - view);
}
