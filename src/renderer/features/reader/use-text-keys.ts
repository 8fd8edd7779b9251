import type { KeyboardEvent, RefObject } from 'react';
import { isPlain } from './page-events';

/** The keys of the text itself: those of the caret mode, and the arrows from paragraph to paragraph. */
export function useTextKeys(
  root: RefObject<HTMLElement | null>,
  onModeKey: (event: KeyboardEvent) => boolean,
  moveParagraph: (delta: 1 | -1) => void,
) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.target === root.current && onModeKey(event)) event.preventDefault();
    else if (isPlain(event) && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      moveParagraph(event.key === 'ArrowDown' ? 1 : -1);
      if (event.target !== root.current) root.current?.focus({ preventScroll: true });
    }
  };
}
