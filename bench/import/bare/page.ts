import type { Article, ArticleText } from '@domain/model';
import { DATABASE_NAME } from '@renderer/data/database';
import { migrations } from '@renderer/data/migrations';
import { Dexie, type Table } from 'dexie';

/** What was written, and how long it took. Milliseconds. */
export interface BareResult {
  articles: number;
  sources: number;
  relaxed: number;
  strict: number;
}

/** Tables with one row for each source file. */
const OF_SOURCE = ['sourceFiles', 'sourceContents', 'sourceFingerprints'];

type Rows = Map<string, unknown[]>;

/** Copies the archive's rows into new databases of the same schema; only `bulkAdd` is timed. */
async function measure(batch: number): Promise<BareResult> {
  const archive = open(DATABASE_NAME, 'relaxed');
  const articles = await archive.table('articles').count();
  const sources = await archive.table('sourceFiles').count();
  const times = { relaxed: 0, strict: 0 };
  for (const durability of ['relaxed', 'strict'] as const) {
    const copy = open(`bare-${durability}`, durability);
    await copy.open();
    for await (const rows of batches(archive, batch, Math.ceil((sources * batch) / articles))) {
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

/** All rows, so many articles and so many source files at a time. */
async function* batches(archive: Dexie, articles: number, sources: number): AsyncGenerator<Rows> {
  const table: Table<Article, string> = archive.table('articles');
  const texts: Table<ArticleText, string> = archive.table('articleTexts');
  let after = '';
  let sourcesAfter = '';
  for (;;) {
    const batch = await table.where('id').above(after).limit(articles).toArray();
    const files = await archive
      .table('sourceFiles')
      .where('id')
      .above(sourcesAfter)
      .limit(sources)
      .toArray();
    if (batch.length === 0 && files.length === 0) return;
    after = batch.at(-1)?.id ?? after;
    sourcesAfter = files.at(-1)?.id ?? sourcesAfter;
    const rows: Rows = new Map();
    rows.set('articles', batch);
    rows.set('articleTexts', found(await texts.bulkGet(batch.map(({ id }) => id))));
    const ids = files.map(({ id }) => id);
    for (const name of OF_SOURCE) rows.set(name, found(await archive.table(name).bulkGet(ids)));
    yield rows;
  }
}

function found<Row>(rows: (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}

Object.assign(globalThis, { measure });
