import type { ArticleSummary } from '@renderer/archive/articles';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EMPTY_SELECTION, keepShown, type SelectMode, select, selectAll } from './selection';

/** The selection in a list of articles; it follows the open article and what is still shown. */
export function useSelection(shown: ArticleSummary[], currentId: string | null) {
  const [selection, setSelection] = useState(EMPTY_SELECTION);
  const order = useMemo(() => shown.map((article) => article.id), [shown]);
  const before = useRef(order);

  useEffect(() => {
    const previous = before.current;
    before.current = order;
    setSelection((now) => keepShown(now, previous, order));
  }, [order]);

  // Only when another article is opened: later the list may go its own way.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === currentId) return;
    if (currentId !== null && !order.includes(currentId)) return;
    followed.current = currentId;
    if (currentId !== null) setSelection((now) => select(now, currentId, 'only', order));
  }, [currentId, order]);

  const activeId = selection.activeId ?? order[0] ?? null;
  return {
    selection: { ...selection, activeId },
    /** The chosen articles in the order of the list. */
    ids: order.filter((id) => selection.ids.has(id)),
    onSelect: (id: string, mode: SelectMode) => setSelection((now) => select(now, id, mode, order)),
    onSelectAll: () => setSelection((now) => selectAll(now, order)),
  };
}
