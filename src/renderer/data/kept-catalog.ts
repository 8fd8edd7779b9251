import { checksum } from '@domain/search/checksum';
import { newId } from '@shared/ids';
import { bulkDb, db } from './database';
import { NO_STATE } from './search-index';
import { markKey, type SearchMark } from './search-marks';
import type { KeptCatalog, KeptCatalogPiece, SearchState } from './search-tables';
import type { Tables } from './tables';

/** More rows than this are not named one by one: then all are read again. */
const MOST_CHANGED = 10_000;

const KEPT_TABLES = ['searchCatalog', 'searchCatalogPieces'] as const;

/** The kept catalogue as it was written; `null` when there is none of this version. */
export async function readKeptCatalog(
  version: number,
): Promise<{ head: KeptCatalog; pieces: Uint8Array[] } | 'damaged' | null> {
  const { head, pieces } = await db.transaction('r', [...KEPT_TABLES], async (tables) => {
    const known = await keptCatalogHead(tables);
    if (known?.version !== version) return { head: undefined, pieces: [] };
    const table = tables.table<KeptCatalogPiece, number>('searchCatalogPieces');
    return { head: known, pieces: await table.toArray() };
  });
  if (head === undefined) return null;
  if (pieces.length !== head.pieces) return 'damaged';
  const isSound = pieces.every(
    ({ piece, stamp, bytes, check }, index) =>
      piece === index && stamp === head.stamp && checksum(bytes) === check,
  );
  return isSound ? { head, pieces: pieces.map(({ bytes }) => bytes) } : 'damaged';
}

export function keptCatalogHead(from: Tables): Promise<KeptCatalog | undefined> {
  return Promise.resolve(from.table<KeptCatalog, string>('searchCatalog').get('catalog'));
}

/**
 * Keeps a catalogue in the place of what was kept before. It need not be on the disk at once: what a
 * crash takes away is made again.
 * @returns whether it was written: not when marks have gone since that it has not seen
 */
export function writeKeptCatalog(
  about: Pick<KeptCatalog, 'version' | 'epoch' | 'seen'>,
  pieces: readonly Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const stamp = newId();
  const rows = pieces.map((bytes, piece) => ({ piece, stamp, bytes, check: checksum(bytes) }));
  return bulkDb.transaction('rw', [...KEPT_TABLES, 'searchState'], async (tables) => {
    const known = await tables.table<SearchState, string>('searchState').get('index');
    const { epoch, trimmed } = known ?? NO_STATE;
    if (epoch !== about.epoch || trimmed > about.seen) return false;
    await forgetKeptCatalog(tables);
    await tables.table<KeptCatalogPiece, number>('searchCatalogPieces').bulkAdd(rows);
    const head: KeptCatalog = {
      ...{ key: 'catalog', stamp, pieces: rows.length, changed: [] },
      ...about,
    };
    await tables.table<KeptCatalog, string>('searchCatalog').put(head);
    return true;
  });
}

/** Marks go: what they mark is remembered for the kept catalogue, in the same transaction. */
export async function rememberChanged(marks: readonly SearchMark[], tables: Tables): Promise<void> {
  if (marks.length === 0) return;
  const head = await keptCatalogHead(tables);
  if (head === undefined) return;
  const changed = new Set(head.changed);
  for (const mark of marks) {
    // Texts are not part of it.
    if (mark.serial > head.seen && mark.table !== 'articleTexts') changed.add(markKey(mark));
  }
  if (changed.size === head.changed.length) return;
  const heads = tables.table<KeptCatalog, string>('searchCatalog');
  if (changed.size > MOST_CHANGED) await heads.clear();
  else await heads.put({ ...head, changed: [...changed] });
}

/** Part of a write that replaces everything. */
export async function forgetKeptCatalog(tables: Tables): Promise<void> {
  for (const name of KEPT_TABLES) await tables.table<unknown, string>(name).clear();
}
