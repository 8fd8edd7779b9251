import { type RefObject, useEffect } from 'react';

const TABBABLE = 'a[href], button, input, select, textarea, [tabindex], [contenteditable=true]';

/**
 * Lets the Tab key go through the children of a box from the last to the first, as they are seen, where
 * the style shows them in that order. Within each child it goes as it always does.
 */
export function useTabOrder(box: RefObject<HTMLElement | null>, reversed: boolean): void {
  useEffect(() => {
    const element = box.current;
    if (!reversed || element === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const from = document.activeElement;
      if (from === null || from.closest('[role=dialog], [role=menu]') !== null) return;
      const order = orderOf(element);
      const at = order.indexOf(from);
      const to = order[at + (event.shiftKey ? -1 : 1)];
      // Where the two lie beside one another in the document too, the key knows its way.
      if (at === -1 || to === undefined || partOf(element, from) === partOf(element, to)) return;
      event.preventDefault();
      if (to instanceof HTMLElement) to.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [box, reversed]);
}

/** All that the Tab key stops at, in the order in which it is seen. */
function orderOf(box: HTMLElement): Element[] {
  const within = [...box.children].reverse().flatMap((child) => stopsIn(child));
  const others = stopsIn(document.body).filter((stop) => !box.contains(stop));
  const before = others.filter(
    (stop) => (stop.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return [...before, ...within, ...others.slice(before.length)];
}

function stopsIn(parent: Element): Element[] {
  return [...parent.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.matches(':disabled') &&
      stop.closest('[inert]') === null &&
      stop.checkVisibility({ visibilityProperty: true }),
  );
}

/** The child of the box that an element is in; null outside of it. */
function partOf(box: HTMLElement, element: Element): Element | null {
  return [...box.children].find((child) => child.contains(element)) ?? null;
}
