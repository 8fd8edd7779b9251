import type { KeyboardEvent } from 'react';

/** Whether a key was pressed alone. */
export function isPlain({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !metaKey && !shiftKey;
}

export function isInToolbar(element: Element | null): boolean {
  return element !== null && element.closest('[role=toolbar]') !== null;
}
