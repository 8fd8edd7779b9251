import { nextTurn } from '@domain/search/turn';
import { writeKeptCatalog } from '@renderer/data/kept-catalog';
import type { SearchEngine } from './engine';
import { KEPT_VERSION, keptPieces } from './kept-catalog';

/** So many rows that have changed since are read one by one at the next start. */
const DRIFT = 1000;

/** Keeps the catalogue for the next start when the one that was kept is too far from it. */
export async function keepCatalog(engine: SearchEngine): Promise<void> {
  await engine.refresh();
  const { held } = engine;
  const { drift, seen, state } = held;
  if (drift < DRIFT) return;
  // From here on it is as it was at this moment, whatever is written.
  const rows = held.catalog.rows();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (const piece of keptPieces(rows)) {
    pieces.push(piece);
    await nextTurn();
  }
  const about = { version: KEPT_VERSION, epoch: state.epoch, seen };
  if (await writeKeptCatalog(about, pieces)) held.wasKept(drift);
}
