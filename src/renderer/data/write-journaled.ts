import { db } from './database';
import { Journal, type JournalTable, type JournalWatch, type RowChange } from './journal';

const TABLES: JournalTable[] = [
  'articles',
  'articleTexts',
  'sourceFiles',
  'sourceContents',
  'sourceFingerprints',
  'annotations',
  'notes',
  'tags',
  'textRevisions',
  'noteVersions',
  'noteTemplates',
  'images',
  'savedSearches',
];

/**
 * Runs reversible writes as one transaction: all of them or none.
 * @returns what the work returned and the rows it changed, in the order of the writes.
 */
export async function writeJournaled<R>(
  work: (journal: Journal) => Promise<R>,
  watch?: JournalWatch,
): Promise<{ result: R; changes: RowChange[] }> {
  return db.transaction('rw', TABLES, async (transaction) => {
    const journal = new Journal(transaction, watch);
    const result = await work(journal);
    return { result, changes: [...journal.changes.values()] };
  });
}

/**
 * Brings rows back to what they were before (or after) some changes, as one transaction. Answers the
 * rows that this changed.
 */
export async function revert(
  changes: RowChange[],
  side: 'before' | 'after',
  watch?: JournalWatch,
): Promise<RowChange[]> {
  const inTurn = side === 'before' ? [...changes].reverse() : changes;
  // First what comes back: a row that goes takes along all that still hangs on it.
  const ordered = [
    ...inTurn.filter((change) => change[side] !== null),
    ...inTurn.filter((change) => change[side] === null),
  ];
  const isLike = (a: RowChange, b: RowChange) =>
    a.table === b.table && (a[side] === null) === (b[side] === null);
  const written = await writeJournaled(async (journal) => {
    watch?.expect(ordered.length);
    for (let from = 0, to = 0; from < ordered.length; from = to) {
      const first = ordered[from];
      for (to = from + 1; to < ordered.length; to += 1) {
        const change = ordered[to];
        if (first === undefined || change === undefined || !isLike(first, change)) break;
      }
      await journal.restore(ordered.slice(from, to), side);
    }
  }, watch);
  return written.changes;
}
