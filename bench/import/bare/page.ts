import type { Article, ArticleText, SourceFile } from '@domain/model';
import { DATABASE_NAME } from '@renderer/data/database';
import { migrations } from '@renderer/data/migrations';
import type { StoredSegment } from '@renderer/data/search-tables';
import { Dexie, type Table } from 'dexie';

/** What was written, and how long it took. Milliseconds. */
export interface BareResult {
  articles: number;
  sources: number;
  relaxed: number;
  strict: number;
}

/** Tables with one row for each row of `sourceFiles`. */
const OF_SOURCE = ['sourceContents', 'sourceFingerprints'];

type Rows = Map<string, unknown[]>;

/** Copies the archive's rows into new databases of the same schema; only `bulkAdd` is timed. */
async function measure(batch: number): Promise<BareResult> {
  const archive = open(DATABASE_NAME, 'relaxed');
  const articles = await archive.table('articles').count();
  const sources = await archive.table('sourceFiles').count();
  const segments = await archive.table('searchSegments').count();
  const times = { relaxed: 0, strict: 0 };
  for (const durability of ['relaxed', 'strict'] as const) {
    const copy = open(`bare-${durability}`, durability);
    await copy.open();
    const share = (count: number) => Math.ceil((count * batch) / articles);
    const sizes = { articles: batch, sources: share(sources), segments: share(segments) };
    for await (const rows of batches(archive, sizes)) {
      const before = performance.now();
      await add(copy, rows);
      times[durability] += performance.now() - before;
    }
    copy.close();
  }
  return { articles, sources, ...times };
}

function open(name: string, durability: 'relaxed' | 'strict'): Dexie {
  const database = new Dexie(name, { chromeTransactionDurability: durability });
  for (const { version, stores } of migrations) database.version(version).stores(stores);
  return database;
}

/** One transaction for all tables. */
function add(database: Dexie, rows: Rows): Promise<void> {
  return database.transaction('rw', [...rows.keys()], async () => {
    await Promise.all([...rows].map(([table, list]) => database.table(table).bulkAdd(list)));
  });
}

/** How many rows of a kind are added together. */
interface Sizes {
  articles: number;
  sources: number;
  segments: number;
}

/** All rows, so many of each kind at a time. */
async function* batches(archive: Dexie, sizes: Sizes): AsyncGenerator<Rows> {
  const texts: Table<ArticleText, string> = archive.table('articleTexts');
  const articles = walk<Article>(archive, 'articles', sizes.articles);
  const sources = walk<SourceFile>(archive, 'sourceFiles', sizes.sources);
  const segments = walk<StoredSegment>(archive, 'searchSegments', sizes.segments);
  for (;;) {
    const rows: Rows = new Map();
    const batch = await articles();
    rows.set('articles', batch);
    rows.set('articleTexts', found(await texts.bulkGet(batch.map(({ id }) => id))));
    const files = await sources();
    rows.set('sourceFiles', files);
    const ids = files.map(({ id }) => id);
    for (const name of OF_SOURCE) rows.set(name, found(await archive.table(name).bulkGet(ids)));
    const headers = await segments();
    rows.set('searchSegments', headers);
    const pages = archive.table('searchPages').where('segmentId');
    rows.set('searchPages', await pages.anyOf(headers.map(({ id }) => id)).toArray());
    if ([...rows.values()].every((list) => list.length === 0)) return;
    yield rows;
  }
}

/** Answers the next rows of a table by id with each call, so many at a time. */
function walk<Row extends { id: string }>(archive: Dexie, name: string, size: number) {
  const table: Table<Row, string> = archive.table(name);
  let after = '';
  return async (): Promise<Row[]> => {
    const rows = await table.where('id').above(after).limit(size).toArray();
    after = rows.at(-1)?.id ?? after;
    return rows;
  };
}

function found<Row>(rows: (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}

Object.assign(globalThis, { measure });
