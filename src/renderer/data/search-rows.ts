import type { Annotation, Article, Note, Tag } from '@domain/model';
import { db } from './database';
import { keptCatalogHead } from './kept-catalog';
import {
  INDEX_TABLES,
  type IndexMoment,
  indexMoment,
  readDead,
  readSegments,
} from './search-index';
import { markKey, SEARCHED_TABLES, type SearchedTable, type SearchMark } from './search-marks';
import type { DeadDocuments, KeptCatalog, StoredSegment } from './search-tables';
import type { Tables } from './tables';

/** What the rows of the searched tables are (but for the texts, which are read when needed). */
interface CatalogRows {
  articles: Article;
  notes: Note;
  annotations: Annotation;
  tags: Tag;
}
type CatalogTable = keyof CatalogRows;

/** Rows by their ids; `null` for what is gone. */
type Read<Row> = Map<string, Row | null>;

/** Rows that were written. */
export interface WrittenRows {
  articles: Read<Article>;
  notes: Read<Note>;
  annotations: Read<Annotation>;
  tags: Read<Tag>;
}

/** What has changed since a moment. */
export interface IndexChanges extends WrittenRows {
  moment: IndexMoment;
  /** Those that were not known. */
  segments: StoredSegment[];
  /** All of them and all marks, when any of them may have gone; otherwise `null`. */
  whole: { dead: DeadDocuments[]; marks: SearchMark[] } | null;
}

export interface KnownIndex {
  /** The serial of the last mark that was seen. */
  seen: number;
  generation: number;
  segmentIds: ReadonlySet<string>;
}

/** Whether nothing at all has changed: one short look. */
export async function isUnchanged(known: KnownIndex): Promise<boolean> {
  const names = INDEX_TABLES.filter((name) => name !== 'searchDead');
  const moment = await db.transaction('r', names, (tables) => indexMoment(known.seen, tables));
  return isSame(moment, known);
}

/** Whether a moment is the one that is known. @param moment with the marks above those that were seen */
export function isSame({ segmentIds, marks, state }: IndexMoment, known: KnownIndex): boolean {
  return (
    marks.length === 0 &&
    state.generation === known.generation &&
    segmentIds.length === known.segmentIds.size &&
    segmentIds.every((id) => known.segmentIds.has(id))
  );
}

/**
 * Reads what has changed as it is at one moment.
 * @param newArticles the articles of new segments that are not known yet
 */
export function readChanges(
  known: KnownIndex,
  newArticles: (segments: StoredSegment[]) => string[],
): Promise<IndexChanges> {
  return db.transaction('r', [...INDEX_TABLES, ...SEARCHED_TABLES], async (tables) => {
    const moment = await indexMoment(known.seen, tables);
    const segments = await readSegments(
      moment.segmentIds.filter((id) => !known.segmentIds.has(id)),
      tables,
    );
    const isOther = moment.state.generation !== known.generation;
    const marked = (table: SearchedTable) =>
      moment.marks.filter((mark) => mark.table === table).map(({ id }) => id);
    const read = <T extends CatalogTable>(table: T, ids: string[] = marked(table)) =>
      readRows(table, ids, tables);
    return {
      moment,
      segments,
      whole: isOther
        ? {
            dead: await readDead(tables),
            marks: (await indexMoment(0, tables)).marks,
          }
        : null,
      articles: await read('articles', [...marked('articles'), ...newArticles(segments)]),
      notes: await read('notes'),
      annotations: await read('annotations'),
      tags: await read('tags'),
    };
  });
}

async function readRows<T extends CatalogTable>(
  table: T,
  ids: string[],
  from: Tables,
): Promise<Read<CatalogRows[T]>> {
  const each = [...new Set(ids)];
  if (each.length === 0) return new Map();
  const rows = await from.table<CatalogRows[T], string>(table).bulkGet(each);
  return new Map(each.map((id, index) => [id, rows[index] ?? null]));
}

/** Visits all rows of a table, a batch at a time and each batch by itself. */
export async function eachRows<T extends CatalogTable>(
  table: T,
  visit: (rows: CatalogRows[T][]) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows: CatalogRows[T][] = await db
      .table<CatalogRows[T], string>(table)
      .where(':id')
      .above(after)
      .limit(ROWS)
      .toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    visit(rows);
    after = last.id;
  }
}
const ROWS = 1000;

/** The index as it is in the beginning: the rows are read after this, so they are not older. */
export function beginReading(): Promise<IndexMoment & { dead: DeadDocuments[] }> {
  return db.transaction('r', [...INDEX_TABLES], async (tables) => ({
    ...(await indexMoment(0, tables)),
    dead: await readDead(tables),
  }));
}

const CATALOG_TABLES = ['articles', 'notes', 'annotations', 'tags'] as const;

/** The index, and what has been written since a catalogue was kept. */
export interface SinceKept {
  moment: IndexMoment & { dead: DeadDocuments[] };
  written: WrittenRows;
}

/** All of it as it is at one moment; `null` when the kept catalogue is no longer good for anything. */
export function readSinceKept(kept: KeptCatalog): Promise<SinceKept | null> {
  const names = [...INDEX_TABLES, ...CATALOG_TABLES, 'searchCatalog'];
  return db.transaction('r', names, async (tables) => {
    const head = await keptCatalogHead(tables);
    const moment = { ...(await indexMoment(0, tables)), dead: await readDead(tables) };
    if (head?.stamp !== kept.stamp || moment.state.epoch !== kept.epoch) return null;
    const since = moment.marks.filter(({ serial }) => serial > kept.seen);
    const keys = [...head.changed, ...since.map(markKey)];
    const read = <T extends CatalogTable>(table: T) => {
      const own = keys.filter((key) => key.startsWith(`${table}/`));
      return readRows(
        table,
        own.map((key) => key.slice(table.length + 1)),
        tables,
      );
    };
    const written = {
      articles: await read('articles'),
      notes: await read('notes'),
      annotations: await read('annotations'),
      tags: await read('tags'),
    };
    return { moment, written };
  });
}

/** How many rows there are, and the moment of the index to which that belongs. */
export function countRows(
  after: number,
): Promise<{ moment: IndexMoment; counts: Record<CatalogTable, number> }> {
  return db.transaction('r', [...INDEX_TABLES, ...CATALOG_TABLES], async (tables) => {
    const moment = await indexMoment(after, tables);
    const [articles = 0, notes = 0, annotations = 0, tags = 0] = await Promise.all(
      CATALOG_TABLES.map((table) => tables.table(table).count()),
    );
    return { moment, counts: { articles, notes, annotations, tags } };
  });
}

/** Notes in the order asked for; `undefined` for one that is gone. */
export function readNotes(ids: string[]): Promise<(Note | undefined)[]> {
  return db.notes.bulkGet(ids);
}

export function readArticles(ids: string[]): Promise<(Article | undefined)[]> {
  return db.articles.bulkGet(ids);
}
