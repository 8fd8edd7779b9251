import { Dexie, type IntervalTree, type ObservabilitySet } from 'dexie';
import { DATABASE_NAME } from './database';
import type { JournalTable } from './journal';

/** By table the keys of the rows that were written or deleted; null: too many were to say which. */
export type ChangedRows = ReadonlyMap<JournalTable, readonly string[] | null>;

/**
 * Calls back after each transaction that wrote to one of these tables, in whatever window or worker, with
 * all that it wrote to them. Answers how to stop.
 */
export function onRowsChanged(
  tables: readonly JournalTable[],
  listener: (changed: ChangedRows) => void,
): () => void {
  const onMutated = (parts: ObservabilitySet) => {
    const changed = changedRows(tables, parts);
    if (changed.size > 0) listener(changed);
  };
  Dexie.on('storagemutated', onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}

/** Reads what Dexie tells of a transaction: ranges of primary keys are told under `idb://database/table/`. */
export function changedRows(
  tables: readonly JournalTable[],
  parts: ObservabilitySet,
): Map<JournalTable, string[] | null> {
  const changed = new Map<JournalTable, string[] | null>();
  for (const table of tables) {
    const ranges = parts[`idb://${DATABASE_NAME}/${table}/`];
    const keys = ranges === undefined ? [] : keysOf(ranges);
    if (keys === null || keys.length > 0) changed.set(table, keys);
  }
  return changed;
}

/** The keys of a tree of ranges that hold one key each; null when one holds more. */
function keysOf(tree: IntervalTree | null | undefined): string[] | null {
  if (tree === null || tree === undefined || !('from' in tree)) return [];
  if (tree.from !== tree.to) return null;
  const before = keysOf(tree.l);
  const after = keysOf(tree.r);
  return before === null || after === null ? null : [...before, String(tree.from), ...after];
}
