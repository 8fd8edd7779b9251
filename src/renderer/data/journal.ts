import type {
  Annotation,
  Article,
  ArticleText,
  Note,
  SourceContent,
  SourceFile,
  SourceFingerprints,
  Tag,
} from '@domain/model';
import type {
  NoteTemplate,
  NoteVersion,
  SavedSearch,
  StoredImage,
  TextRevision,
} from '@domain/model-history';
import type { Transaction } from 'dexie';

/** The tables whose rows can be changed with undo, and what their rows are. */
export interface Rows {
  articles: Article;
  articleTexts: ArticleText;
  sourceFiles: SourceFile;
  sourceContents: SourceContent;
  sourceFingerprints: SourceFingerprints;
  annotations: Annotation;
  notes: Note;
  tags: Tag;
  textRevisions: TextRevision;
  noteVersions: NoteVersion;
  noteTemplates: NoteTemplate;
  images: StoredImage;
  savedSearches: SavedSearch;
}
export type JournalTable = keyof Rows;

/** One row before and after a write; `null` where it did not exist. */
export type RowChange = {
  [T in JournalTable]: { table: T; key: string; before: Rows[T] | null; after: Rows[T] | null };
}[JournalTable];

/** Hears of a write while it goes on. What it throws undoes the whole write. */
export interface JournalWatch {
  /** So many more rows are going to be written. */
  expect(rows: number): void;
  wrote(change: Pick<RowChange, 'table' | 'key'>): void;
}

/** Rows that are read and written at once, so that neither takes long. */
const PIECE = 200;
/**
 * Where rows are few enough to be read again one by one, as many at once as Dexie tells the keys of; of
 * more it says only that the table has changed (Dexie 4, `observabilityMiddleware`).
 */
const TOLD_PIECE = 49;
const TOLD = 4000;

/**
 * Writes rows inside one transaction and remembers what they were. The tables are the transaction's
 * own: Dexie can lose track of the transaction that it is in after nested awaits, and `db.table`
 * would then write outside of it (dexie/Dexie.js#1186).
 */
export class Journal {
  readonly changes = new Map<string, RowChange>();

  /** `tables` is the transaction; whatever is read for the write is read through it. */
  constructor(
    readonly tables: Transaction,
    private readonly watch?: JournalWatch,
  ) {}

  async put<T extends JournalTable>(table: T, row: Rows[T]): Promise<void> {
    const key = keyOf(row);
    const before = await this.read(table, key);
    await this.tableOf(table).put(row);
    this.remember(table, key, before, row);
  }

  /** Puts rows of different keys, many at once: a round trip for each takes far longer. */
  async putAll<T extends JournalTable>(table: T, rows: readonly Rows[T][]): Promise<void> {
    for (const piece of inPieces(rows)) {
      await this.putPiece(table, piece, await this.readAll(table, piece.map(keyOf)));
    }
  }

  /** Makes other rows of those that there are among `keys`; one that is answered as it is stays. */
  async change<T extends JournalTable>(
    table: T,
    keys: readonly string[],
    next: (row: Rows[T]) => Rows[T],
  ): Promise<void> {
    this.watch?.expect(keys.length);
    for (const piece of inPieces(keys)) {
      const before: Rows[T][] = [];
      const after: Rows[T][] = [];
      for (const row of await this.readAll(table, piece)) {
        const made = row === undefined ? row : next(row);
        if (row === undefined || made === undefined || made === row) continue;
        before.push(row);
        after.push(made);
      }
      await this.putPiece(table, after, before);
    }
  }

  private async putPiece<T extends JournalTable>(
    table: T,
    rows: Rows[T][],
    before: readonly (Rows[T] | undefined)[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.tableOf(table).bulkPut(rows);
    for (const [at, row] of rows.entries()) {
      this.remember(table, keyOf(row), before[at] ?? null, row);
    }
  }

  /** Deletes annotations and everything that cannot be without them, many at once. */
  async removeAnnotations(keys: readonly string[]): Promise<void> {
    for (const piece of inPieces(keys)) {
      const before = await this.readAll('annotations', piece);
      await this.removeWhere('notes', 'targetId', piece);
      await this.removeWhere('noteVersions', 'targetId', piece);
      await this.tableOf('annotations').bulkDelete(piece);
      for (const row of before) {
        if (row !== undefined) this.remember('annotations', row.id, row, null);
      }
    }
  }

  /** Deletes a row and everything that cannot be without it. */
  async remove(table: JournalTable, key: string): Promise<void> {
    const before = await this.read(table, key);
    if (before === null) return;
    await this.removeDependants(table, key);
    await this.tableOf(table).delete(key);
    this.remember(table, key, before, null);
  }

  /** Makes rows of one table what they were before (or after) changes. */
  async restore(changes: readonly RowChange[], side: 'before' | 'after'): Promise<void> {
    const [first] = changes;
    if (first === undefined) return;
    const rows = changes.map((change) => change[side]).filter((row) => row !== null);
    if (rows.length > 0) return this.putAll(first.table, rows);
    const keys = changes.map(({ key }) => key);
    if (first.table === 'annotations') return this.removeAnnotations(keys);
    for (const key of keys) await this.remove(first.table, key);
  }

  private async read<T extends JournalTable>(table: T, key: string): Promise<Rows[T] | null> {
    return (await this.tableOf(table).get(key)) ?? null;
  }

  private async readAll<T extends JournalTable>(
    table: T,
    keys: string[],
  ): Promise<(Rows[T] | undefined)[]> {
    return this.tableOf(table).bulkGet(keys);
  }

  private async removeDependants(table: JournalTable, key: string): Promise<void> {
    if (table === 'annotations' || table === 'articles' || table === 'tags') {
      await this.removeWhere('notes', 'targetId', [key]);
      // Also those of a note that was emptied before.
      await this.removeWhere('noteVersions', 'targetId', [key]);
    }
    if (table === 'notes') await this.removeWhere('noteVersions', 'noteId', [key]);
    if (table === 'sourceFiles') {
      await this.remove('sourceContents', key);
      await this.remove('sourceFingerprints', key);
    }
    if (table !== 'articles') return;
    await this.removeWhere('annotations', 'articleId', [key]);
    await this.removeWhere('textRevisions', 'articleId', [key]);
    await this.remove('articleTexts', key);
    const article = await this.read('articles', key);
    if (article === null) return;
    // The record of a file whose last article goes would only keep it from being imported again.
    for (const id of [article.sourceFileId, ...(article.partFileIds ?? [])]) {
      if ((await this.countArticlesOf(id)) === 1) await this.remove('sourceFiles', id);
    }
  }

  /** How many articles a source file has or has a part of. */
  private async countArticlesOf(sourceFileId: string): Promise<number> {
    const articles = this.tables.table<Article, string>('articles');
    const own = await articles.where('sourceFileId').equals(sourceFileId).count();
    return own + (await articles.where('partFileIds').equals(sourceFileId).count());
  }

  private async removeWhere(table: JournalTable, index: string, of: string[]): Promise<void> {
    const keys = await this.tables
      .table<unknown, string>(table)
      .where(index)
      .anyOf(of)
      .primaryKeys();
    for (const each of keys) await this.remove(table, each);
  }

  private tableOf<T extends JournalTable>(table: T): RowTable<Rows[T]> {
    return this.tables.table<Rows[T], string>(table);
  }

  private remember<T extends JournalTable>(
    table: T,
    key: string,
    before: Rows[T] | null,
    after: Rows[T] | null,
  ): void {
    const id = `${table}/${key}`;
    const first = this.changes.get(id);
    const change = { table, key, before: first === undefined ? before : first.before, after };
    this.changes.set(id, change as RowChange);
    this.watch?.wrote({ table, key });
  }
}

function* inPieces<T>(all: readonly T[]): Generator<T[]> {
  const size = all.length > TOLD ? PIECE : TOLD_PIECE;
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

function keyOf(row: Rows[JournalTable]): string {
  if ('id' in row) return row.id;
  return 'articleId' in row ? row.articleId : row.sourceFileId;
}

interface RowTable<R> {
  get(key: string): PromiseLike<R | undefined>;
  put(row: R): PromiseLike<unknown>;
  delete(key: string): PromiseLike<void>;
  bulkGet(keys: string[]): PromiseLike<(R | undefined)[]>;
  bulkPut(rows: R[]): PromiseLike<unknown>;
  bulkDelete(keys: string[]): PromiseLike<void>;
}
