import { type RefObject, useEffect } from 'react';
import { firstInView } from './scrolling';
import type { TextDom } from './text-dom';

/** Keeps the words at the top of the view there when the text is set anew, wider or larger. */
export function useSteadyPlace(dom: TextDom | null, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = scroller.current;
    if (dom === null || view === null) return;
    /** The first paragraph in view, and how much of it is above, as a share of its height. */
    let place: { block: HTMLElement; share: number } | null = null;
    let size = sizeOf(dom.root);

    const remember = () => {
      // Set anew already, but not yet put back where it was.
      if (sizeOf(dom.root) !== size) return;
      const block = dom.blocks[firstInView(view, dom)];
      if (block === undefined || view.scrollTop === 0) place = null;
      else {
        const rect = block.getBoundingClientRect();
        const above = view.getBoundingClientRect().top - rect.top;
        place = { block, share: above / Math.max(1, rect.height) };
      }
    };
    const restore = () => {
      size = sizeOf(dom.root);
      if (place === null) return;
      const rect = place.block.getBoundingClientRect();
      const wanted = view.getBoundingClientRect().top - place.share * rect.height;
      view.scrollTop += rect.top - wanted;
    };

    const resizes = new ResizeObserver(restore);
    resizes.observe(dom.root);
    view.addEventListener('scroll', remember, { passive: true });
    return () => {
      resizes.disconnect();
      view.removeEventListener('scroll', remember);
    };
  }, [dom, scroller]);
}

function sizeOf(element: HTMLElement): string {
  const { width, height } = element.getBoundingClientRect();
  return `${width}×${height}`;
}
