/** Where a key goes in a list. */
export type ListKey = 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last';

/** By `KeyboardEvent.key`. */
export const LIST_KEYS: Readonly<Record<string, ListKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
};

/**
 * The row that a key leads to, passing over those that cannot be gone to.
 *
 * @param from the row that is active, -1 for none
 * @param page how many rows a page is
 * @returns `from` when there is nowhere to go, -1 when there is no row at all
 */
export function nextRow(
  key: ListKey,
  from: number,
  count: number,
  canBeActive: (index: number) => boolean,
  page = 10,
): number {
  const [start, step] = {
    next: [from + 1, 1],
    previous: [from - 1, -1],
    pageDown: [Math.min(count - 1, from + page), 1],
    pageUp: [Math.max(0, from - page), -1],
    first: [0, 1],
    last: [count - 1, -1],
  }[key] as [number, 1 | -1];
  for (let index = start; index >= 0 && index < count; index += step) {
    if (canBeActive(index)) return index;
  }
  return canBeActive(from) ? from : -1;
}
