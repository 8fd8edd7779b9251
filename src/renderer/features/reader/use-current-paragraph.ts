import { type RefObject, useEffect, useState } from 'react';
import { firstInView, isInView, scrollToNearest } from './scrolling';
import type { TextDom } from './text-dom';
import { useLatest } from './use-stable';
import { whenAtRest } from './when-at-rest';

/** The paragraph that the keys act on. It follows the reader, and is always in view. */
export function useCurrentParagraph(
  dom: TextDom | null,
  scroller: RefObject<HTMLElement | null>,
): { current: number; setCurrent(index: number): void; move(delta: 1 | -1): void } {
  const [current, setCurrent] = useState(0);

  const move = useLatest((delta: 1 | -1) => {
    const next = current + delta;
    const block = dom?.blocks[next];
    if (block === undefined || scroller.current === null) return;
    setCurrent(next);
    scrollToNearest(scroller.current, block);
  });

  const follow = useLatest(() => {
    const view = scroller.current;
    const block = dom?.blocks[current];
    if (dom === null || view === null || block === undefined || isInView(view, block)) return;
    const first = firstInView(view, dom);
    if (first !== -1) setCurrent(first);
  });

  useEffect(() => {
    const view = scroller.current;
    if (view !== null) return whenAtRest(view, follow);
  }, [scroller, follow]);

  return { current, setCurrent, move };
}
