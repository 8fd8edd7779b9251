import type { MouseEvent, RefObject } from 'react';

/**
 * Where a key leads from row `active` of a list whose last row is `last`; `null` for a key that does
 * not move. `page` is how many rows a page key goes.
 */
export function targetOf(key: string, active: number, last: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(last, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/**
 * For `onMouseDown` of a listbox that points at its active row: a row that took the focus would take
 * it along when it is scrolled out of the page.
 */
export function keepFocusOn(list: RefObject<HTMLElement | null>) {
  return (event: MouseEvent) => {
    event.preventDefault();
    list.current?.focus();
  };
}
