/** What is marked in a list: the rows chosen, and the one that the keys move from. */
export interface Selection {
  activeId: string | null;
  /** Where a range with Shift begins. */
  anchorId: string | null;
  ids: ReadonlySet<string>;
  /** All were chosen while rows were still arriving: those are chosen as they come. */
  all?: boolean;
}

export const EMPTY_SELECTION: Selection = { activeId: null, anchorId: null, ids: new Set() };

/** `move` leaves the chosen rows alone, `toggle` changes the one row, `range` runs to it. */
export type SelectMode = 'only' | 'range' | 'toggle' | 'move';

/** The selection after going to a row. `order` is the list as it is shown. */
export function select(
  selection: Selection,
  id: string,
  mode: SelectMode,
  order: readonly string[],
): Selection {
  switch (mode) {
    case 'only':
      return { activeId: id, anchorId: id, ids: new Set([id]) };
    case 'move':
      return { ...selection, activeId: id };
    case 'toggle': {
      const ids = new Set(selection.ids);
      if (!ids.delete(id)) ids.add(id);
      return { activeId: id, anchorId: id, ids };
    }
    case 'range': {
      const anchorId = selection.anchorId ?? selection.activeId ?? id;
      const from = order.indexOf(anchorId);
      const to = order.indexOf(id);
      if (from < 0 || to < 0) return select(selection, id, 'only', order);
      const ids = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
      return { activeId: id, anchorId, ids };
    }
  }
}

/** Chooses every row; `more`: also those that are still to arrive. */
export function selectAll(selection: Selection, order: readonly string[], more = false): Selection {
  return {
    ...(more ? { all: true } : {}),
    activeId: selection.activeId ?? order[0] ?? null,
    anchorId: order[0] ?? null,
    ids: new Set(order),
  };
}

/**
 * The selection when rows have gone: they are no longer chosen, and when the active row is among
 * them the one that took its place becomes active.
 */
export function keepShown(
  selection: Selection,
  before: readonly string[],
  order: readonly string[],
): Selection {
  const { activeId, anchorId } = selection;
  const shown = lookup(order, selection.ids.size + 2);
  const activeStays = activeId === null || shown.has(activeId);
  if (activeStays && [...selection.ids].every((id) => shown.has(id))) return selection;
  const ids = new Set([...selection.ids].filter((id) => shown.has(id)));
  const nextId = activeStays ? activeId : neighbour(activeId, before, new Set(order));
  if (ids.size === 0 && nextId !== null) ids.add(nextId);
  const anchor = anchorId !== null && shown.has(anchorId) ? anchorId : nextId;
  return { activeId: nextId, anchorId: anchor, ids };
}

/** A set of very many rows is only made when it is asked very often. */
function lookup(order: readonly string[], times: number): { has: (id: string) => boolean } {
  return times < 20 ? { has: (id) => order.includes(id) } : new Set(order);
}

function neighbour(
  id: string,
  before: readonly string[],
  shown: ReadonlySet<string>,
): string | null {
  const at = before.indexOf(id);
  const after = before.slice(at + 1).find((candidate) => shown.has(candidate));
  return after ?? before.slice(0, Math.max(0, at)).findLast((c) => shown.has(c)) ?? null;
}
