import type { AnnotationView } from '@renderer/archive/queries';
import { afterPaint } from '@renderer/ui/after-paint';
import { type RefObject, useEffect, useState } from 'react';
import { placeEntries } from './rail-layout';
import type { TextDom } from './text-dom';
import { paragraphIndexAt } from './text-offsets';
import { useLatest } from './use-stable';

/** An annotation in the margin. Pixels from the top of the scrolled content. */
export interface RailEntry {
  view: AnnotationView;
  top: number;
  height: number;
  /** How many more of this paragraph have no room. */
  left: number;
}

export interface Rail {
  entries: RailEntry[];
  left: number;
  width: number;
  /** No room for words. */
  narrow: boolean;
}

/** Pixels. */
const LINE = 20;
const GAP = 4;
const FROM_TEXT = 14;
const STRIP = 28;
const LEAST_WIDTH = 120;
const MOST_WIDTH = 220;
const SIGN = 24;

/** What stands in the margin about one screen around the view; null when there is no room at all. */
export function useRail(
  dom: TextDom,
  scroller: RefObject<HTMLElement | null>,
  views: readonly AnnotationView[],
): Rail | null {
  const [rail, setRail] = useState<Rail | null>(null);
  const lay = useLatest(() => {
    if (scroller.current !== null) setRail(railOf(scroller.current, dom, views));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: laid anew when these change
  useEffect(() => {
    let gone = false;
    // The text comes first.
    void afterPaint().then(() => {
      if (!gone) lay();
    });
    return () => {
      gone = true;
    };
  }, [dom, views, lay]);
  useEffect(() => {
    const from = scroller.current;
    if (from === null) return;
    let frame = 0;
    let laidAt = from.scrollTop;
    const again = () => {
      laidAt = from.scrollTop;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(lay);
    };
    const onScroll = () => {
      // A screen more than is seen is laid: most of the way there is nothing to do.
      if (Math.abs(from.scrollTop - laidAt) > from.clientHeight / 2) again();
    };
    const resized = new ResizeObserver(again);
    resized.observe(dom.root);
    resized.observe(from);
    from.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      from.removeEventListener('scroll', onScroll);
    };
  }, [dom, scroller, lay]);
  return rail;
}

function railOf(
  scroller: HTMLElement,
  dom: TextDom,
  views: readonly AnnotationView[],
): Rail | null {
  const view = scroller.getBoundingClientRect();
  const textEnd = dom.root.getBoundingClientRect().right - view.left;
  const room = scroller.offsetWidth - textEnd - FROM_TEXT - STRIP;
  const narrow = room < LEAST_WIDTH;
  if (room < SIGN / 2) return null;
  const zero = view.top - scroller.scrollTop;
  const high = scroller.clientHeight;
  const entries: RailEntry[] = [];
  const { layout } = dom;
  const above = dom.root.getBoundingClientRect().top - zero;
  const first = layout.firstBelow(scroller.scrollTop - above - high);
  if (first === -1) return null;
  const byParagraph = groups(dom, views, first);
  for (let index = first; index < dom.blocks.length; index += 1) {
    const place = layout.placeOf(index);
    const top = above + place.top;
    if (top > scroller.scrollTop + 2 * high) break;
    const here = byParagraph.get(index) ?? [];
    if (here.length === 0) continue;
    const wanted = here.map((one) => ({
      top: topOf(dom, one) - zero - top,
      height: heightOf(one, narrow),
    }));
    const { tops, left } = placeEntries(wanted, place.bottom - place.top, 0);
    tops.forEach((below, at) => {
      const one = here[at];
      if (one === undefined) return;
      const isLast = at === tops.length - 1;
      const height = (wanted[at]?.height ?? LINE) - GAP;
      entries.push({ view: one, top: top + below, height, left: isLast ? left : 0 });
    });
  }
  return {
    entries,
    left: textEnd + FROM_TEXT,
    width: narrow ? SIGN : Math.min(room, MOST_WIDTH),
    narrow,
  };
}

/** The annotations by the paragraph that they begin in, from one paragraph on. */
function groups(
  dom: TextDom,
  views: readonly AnnotationView[],
  from: number,
): Map<number, AnnotationView[]> {
  const start = dom.paragraphs[from]?.start ?? 0;
  const found = new Map<number, AnnotationView[]>();
  for (const view of views) {
    if (view.annotation.start < start) continue;
    const index = paragraphIndexAt(dom.paragraphs, view.annotation.start);
    const there = found.get(index);
    if (there === undefined) found.set(index, [view]);
    else there.push(view);
  }
  return found;
}

function topOf(dom: TextDom, { annotation: { start } }: AnnotationView): number {
  return dom.range({ start, end: start + 1 })?.getBoundingClientRect().top ?? 0;
}

function heightOf({ tags, note }: AnnotationView, narrow: boolean): number {
  const lines = narrow ? 1 : Number(tags.length > 0) + Number((note?.plain ?? '') !== '');
  return lines * LINE + GAP;
}
