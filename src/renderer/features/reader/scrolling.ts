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

/** The index of the first paragraph that is in view; -1: none. */
export function firstInView(scroller: HTMLElement, dom: TextDom): number {
  const zero = dom.root.getBoundingClientRect().top;
  return dom.layout.firstBelow(scroller.getBoundingClientRect().top + EDGE - zero);
}

/** The first character whose line begins in view; 0 at the very top. UTF-16 offset. */
export function offsetAtTop(scroller: HTMLElement, dom: TextDom): number {
  if (scroller.scrollTop === 0) return 0;
  const first = firstInView(scroller, dom);
  const paragraph = dom.paragraphs[first];
  if (paragraph === undefined) return 0;
  const top = scroller.getBoundingClientRect().top;
  let low = paragraph.start;
  let high = paragraph.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    const rect = dom.range({ start: middle, end: middle + 1 })?.getBoundingClientRect();
    if (rect !== undefined && rect.top < top - 1) low = middle + 1;
    else high = middle;
  }
  return low < paragraph.end ? low : (dom.paragraphs[first + 1]?.start ?? paragraph.start);
}

/** Scrolls so that the line with a character is the first in view; 0 is the very top. */
export function scrollToTop(scroller: HTMLElement, dom: TextDom, offset: number): void {
  if (offset === 0) {
    scroller.scrollTop = 0;
    return;
  }
  const rect = dom.range({ start: offset, end: offset + 1 })?.getBoundingClientRect();
  if (rect !== undefined) scroller.scrollTop += rect.top - scroller.getBoundingClientRect().top;
}
