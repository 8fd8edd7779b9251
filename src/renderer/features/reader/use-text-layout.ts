import type { Settings } from '@renderer/archive/settings';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { SteadyPlace } from './steady-place';
import type { TextDom } from './text-dom';

/**
 * Keeps what is known of where the paragraphs lie true, and the words in view where they are. To be called
 * before all else that asks for it: observers are told in the order in which they were made.
 */
export function useTextLayout(
  dom: TextDom | null,
  scroller: RefObject<HTMLElement | null>,
  settings: Settings,
): void {
  const { readerFace, readerJustified, readerLeading, readerSize, readerWidth } = settings;
  const steady = useRef<SteadyPlace | null>(null);

  useLayoutEffect(() => {
    const view = scroller.current;
    const column = dom?.root.parentElement ?? null;
    if (dom === null || view === null || column === null) return;
    const place = new SteadyPlace(dom, view);
    steady.current = place;
    const remember = () => place.remember();
    view.addEventListener('scroll', remember, { passive: true });
    // What is around the text is told first, so that the text's own height is right in the same frame.
    const wider = new ResizeObserver(() => {
      if (dom.layout.isAsSet()) return;
      dom.layout.begin(view);
      place.restore();
    });
    wider.observe(column);
    const higher = new ResizeObserver(() => dom.layout.checkHeights());
    higher.observe(dom.root);
    return () => {
      view.removeEventListener('scroll', remember);
      wider.disconnect();
      higher.disconnect();
      dom.layout.end();
    };
  }, [dom, scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: how the text is set decides where it lies
  useLayoutEffect(() => {
    if (dom === null || scroller.current === null) return;
    dom.layout.begin(scroller.current);
    steady.current?.restore();
  }, [dom, scroller, readerFace, readerJustified, readerLeading, readerSize, readerWidth]);
}
