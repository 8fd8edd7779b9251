import { newId } from '@shared/ids';
import { bulkDb } from './database';
import { forgetKeptCatalog, rememberChanged } from './kept-catalog';
import { INDEX_TABLES, NO_STATE, readPages, readSegments, type SegmentRows } from './search-index';
import { markKey, type SearchMark } from './search-marks';
import type { DeadDocuments, SearchPage, SearchState, StoredSegment } from './search-tables';
import type { Tables } from './tables';

/** Documents of a segment by their ordinals in it. */
export interface SegmentPart {
  segmentId: string;
  documents: Uint32Array;
}

/** One change of the index, made from what was read at a generation of it. */
export interface IndexStep {
  /** The generation that the step was prepared for; at another one nothing is written. */
  generation: number;
  added: SegmentRows[];
  removed: string[];
  dead: SegmentPart[];
  /** Marks that are done with: those of these rows up to a serial, by `markKey`. */
  marks: { upTo: number; keys: ReadonlySet<string> };
}

const TABLES = [...INDEX_TABLES, 'searchPages'];
const STEP_TABLES = [...TABLES, 'searchCatalog'];

/**
 * Writes a step, all of it or nothing. It is short, since what is typed meanwhile has to wait for it,
 * and need not be on the disk at once: what a crash takes away is made again.
 * @returns whether it was written: not when the index has changed since it was prepared
 */
export function writeStep(step: IndexStep): Promise<boolean> {
  return bulkDb.transaction('rw', STEP_TABLES, async (tables) => {
    const states = tables.table<SearchState, string>('searchState');
    const state = (await states.get('index')) ?? NO_STATE;
    if (state.generation !== step.generation) return false;
    const segments = tables.table<StoredSegment, string>('searchSegments');
    const pages = tables.table<SearchPage, [string, number]>('searchPages');
    const dead = tables.table<DeadDocuments, string>('searchDead');
    await segments.bulkAdd(step.added.map(({ segment }) => segment));
    await pages.bulkAdd(step.added.flatMap((rows) => rows.pages));
    await segments.bulkDelete(step.removed);
    await dead.bulkDelete(step.removed);
    for (const id of step.removed) await pages.where(':id').between([id], [id, []]).delete();
    for (const { segmentId, documents } of step.dead) {
      const known = (await dead.get(segmentId))?.documents ?? [];
      const all = new Set([...known, ...documents]);
      await dead.put({ segmentId, documents: Uint32Array.from(all).sort() });
    }
    const trimmed = await deleteMarks(step.marks, tables);
    const generation = state.generation + 1;
    await states.put({ ...state, generation, trimmed: Math.max(state.trimmed, trimmed) });
    return true;
  });
}

/** Answers the highest serial that is gone. */
async function deleteMarks({ upTo, keys }: IndexStep['marks'], tables: Tables): Promise<number> {
  const marks = tables.table<SearchMark, number>('searchMarks');
  const seen = await marks.where(':id').belowOrEqual(upTo).toArray();
  // As ranges: all windows are told of each, and very many single keys hold them up.
  let last = 0;
  const gone: SearchMark[] = [];
  for (let from = 0; from < seen.length; ) {
    let to = from;
    for (let mark = seen[to]; mark !== undefined && keys.has(markKey(mark)); mark = seen[to]) {
      last = mark.serial;
      gone.push(mark);
      to += 1;
    }
    const first = seen[from];
    if (to > from && first !== undefined) {
      await marks.where(':id').between(first.serial, last, true, true).delete();
    }
    from = to + 1;
  }
  await rememberChanged(gone, tables);
  return last;
}

/** What a merge needs of a segment, as it was at one moment. */
export interface StoredParts {
  segment: StoredSegment;
  pages: Uint8Array[];
  dead: Uint32Array;
}

/** Segments with all of their pages; those that are gone are left out. */
export function readParts(ids: string[]): Promise<{ generation: number; parts: StoredParts[] }> {
  return bulkDb.transaction('r', TABLES, async (tables) => {
    const state = await tables.table<SearchState, string>('searchState').get('index');
    const parts: StoredParts[] = [];
    for (const segment of await readSegments(ids, tables)) {
      const dead = await tables.table<DeadDocuments, string>('searchDead').get(segment.id);
      const pages = await readPages(segment.id, tables);
      parts.push({ segment, pages, dead: dead?.documents ?? new Uint32Array() });
    }
    return { generation: (state ?? NO_STATE).generation, parts };
  });
}

/** The index is of rows that are no more; it is made again. Part of the write that replaces them. */
export async function forgetIndex(tables: Tables): Promise<void> {
  for (const name of ['searchSegments', 'searchPages', 'searchDead', 'searchMarks']) {
    await tables.table<unknown, string>(name).clear();
  }
  await forgetKeptCatalog(tables);
  const states = tables.table<SearchState, string>('searchState');
  const state = (await states.get('index')) ?? NO_STATE;
  await states.put({ ...state, epoch: newId(), generation: state.generation + 1 });
}
