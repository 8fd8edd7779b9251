import { useEffect, useRef } from 'react';

/** Long enough for a menu that closes to give the focus back. */
const PATIENCE = 120;

/**
 * Handlers that tell when the focus has left an element and all that belongs to it: React passes on
 * focus events also from menus, which lie elsewhere in the page. Leaving the window does not count.
 */
export function useLeave(onLeave: () => void) {
  const latest = useRef(onLeave);
  latest.current = onLeave;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onFocus: () => clearTimeout(timer.current),
    onBlur: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (document.hasFocus()) latest.current();
      }, PATIENCE);
    },
  };
}
