import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

/** Pixels that stay free above and below what is scrolled to. */
const MARGIN = 56;

/** Pixels of something that have to be seen for it to be in view. */
const EDGE = 8;

/** Scrolls so that a passage begins in the upper part of the view, unless it is in view already. */
export function scrollToPassage(scroller: HTMLElement, dom: TextDom, passage: Passage): void {
  const rect = dom.range(passage)?.getBoundingClientRect();
  if (rect === undefined) return;
  const view = scroller.getBoundingClientRect();
  if (rect.top >= view.top + MARGIN && rect.bottom <= view.bottom - MARGIN) return;
  scroller.scrollTop += rect.top - view.top - scroller.clientHeight * 0.3;
}

/** Scrolls as little as needed to have an element in view; what is taller shows its beginning. */
export function scrollToNearest(scroller: HTMLElement, element: Element): void {
  const rect = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const above = rect.top - (view.top + MARGIN);
  const below = rect.bottom - (view.bottom - MARGIN);
  if (above < 0 || rect.height > view.height - 2 * MARGIN) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
}

/** Whether some of an element is in view. */
export function isInView(scroller: HTMLElement, element: Element): boolean {
  const rect = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  return rect.bottom > view.top + EDGE && rect.top < view.bottom - EDGE;
}

/** The index of the first of the elements, which lie one below the other, that is in view; -1: none. */
export function firstInView(scroller: HTMLElement, elements: readonly Element[]): number {
  const top = scroller.getBoundingClientRect().top + EDGE;
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) <= top) low = middle + 1;
    else high = middle;
  }
  return low < elements.length ? low : -1;
}
