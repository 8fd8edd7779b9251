import type { LibraryRow } from '@renderer/archive/library';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EMPTY_SELECTION, keepShown, type SelectMode, select, selectAll } from './selection';

/**
 * The selection in a list of articles; it follows the open article and what is still shown.
 *
 * @param complete whether all rows have arrived
 */
export function useSelection(
  shown: readonly LibraryRow[],
  currentId: string | null,
  complete: boolean,
) {
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  const order = useMemo(() => shown.map((article) => article.id), [shown]);
  const before = useRef(order);

  useEffect(() => {
    const previous = before.current;
    before.current = order;
    setSelection((now) =>
      now.all === true ? selectAll(now, order, !complete) : keepShown(now, previous, order),
    );
  }, [order, complete]);

  // Only when another article is opened: later the list may go its own way.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === currentId) return;
    if (currentId !== null && !order.includes(currentId)) return;
    followed.current = currentId;
    if (currentId !== null) setSelection((now) => select(now, currentId, 'only', order));
  }, [currentId, order]);

  const activeId = selection.activeId ?? order[0] ?? null;
  const ids = useMemo(() => inOrder(selection.ids, order), [selection.ids, order]);
  return {
    selection: { ...selection, activeId },
    /** The chosen articles in the order of the list. */
    ids,
    /** More will be chosen as they arrive. */
    arriving: selection.all === true,
    onSelect: (id: string, mode: SelectMode) => setSelection((now) => select(now, id, mode, order)),
    onSelectAll: () => setSelection((now) => selectAll(now, order, !complete)),
  };
}

function inOrder(ids: ReadonlySet<string>, order: readonly string[]): string[] {
  if (ids.size > 1) return order.filter((id) => ids.has(id));
  return [...ids].filter((id) => order.includes(id));
}
