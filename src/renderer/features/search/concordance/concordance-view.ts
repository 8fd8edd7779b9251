import { type KwicOrder, USUAL_WIDTH } from '@domain/search/kwic';
import { useSyncExternalStore } from 'react';

/** How the concordance is looked at; it stays for coming back from a place. */
export interface ConcordanceView extends KwicOrder {
  /** UTF-16 units on either side. */
  width: number;
  /** The line that was gone to last. */
  line: number;
}

let view: ConcordanceView = {
  keys: ['right1', 'left1', 'place'],
  unit: 'word',
  width: USUAL_WIDTH,
  line: 0,
};
const listeners = new Set<() => void>();

export function useConcordanceView(): ConcordanceView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

export function changeView(changes: Partial<ConcordanceView>): void {
  view = { ...view, ...changes };
  for (const listener of listeners) listener();
}
