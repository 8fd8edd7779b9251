import { useQueryHistory } from '@renderer/archive/saved-searches';
import { type KeyboardEvent, useRef } from 'react';

/** In the field the arrow up brings back what was asked before, as in a terminal. */
export function useHistoryKeys(
  query: string,
  onQuery: (query: string) => void,
): (event: KeyboardEvent) => void {
  const history = useQueryHistory();
  /** Which of the history is in the field; -1: something that was typed. */
  const at = useRef(-1);
  return (event) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') {
      at.current = -1;
      return;
    }
    if (history[at.current] !== query) at.current = -1;
    if (event.key === 'ArrowDown' && at.current === -1) return;
    const next = at.current + (event.key === 'ArrowUp' ? 1 : -1);
    // What is there already is not worth a key.
    const skips = event.key === 'ArrowUp' && history[next] === query ? 1 : 0;
    event.preventDefault();
    event.stopPropagation();
    if (next + skips >= history.length) return;
    at.current = next + skips;
    onQuery(next < 0 ? '' : (history[at.current] ?? ''));
  };
}
