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
import { db } from './database';

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
 * Writes rows inside one transaction and remembers what they were. The tables are the transaction's
 * own: Dexie can lose track of the transaction that it is in after nested awaits, and `db.table`
 * would then write outside of it (dexie/Dexie.js#1186).
 */
export class Journal {
  readonly changes = new Map<string, RowChange>();

  /**
   * `tables` is the transaction; whatever is read for the write is read through it. `onChange` hears of
   * each row; what it throws undoes the whole write.
   */
  constructor(
    readonly tables: Transaction,
    private readonly onChange: (change: Pick<RowChange, 'table' | 'key'>) => void = () => undefined,
  ) {}

  async put<T extends JournalTable>(table: T, row: Rows[T]): Promise<void> {
    const key = keyOf(row);
    const before = await this.read(table, key);
    await this.tableOf(table).put(row);
    this.remember(table, key, before, row);
  }

  /** Deletes a row and everything that cannot be without it. */
  async remove(table: JournalTable, key: string): Promise<void> {
    const before = await this.read(table, key);
    if (before === null) return;
    await this.removeDependants(table, key);
    await this.tableOf(table).delete(key);
    this.remember(table, key, before, null);
  }

  /** Makes a row what it was before (or after) a change. */
  async restore(change: RowChange, side: 'before' | 'after'): Promise<void> {
    const row = change[side];
    if (row === null) await this.remove(change.table, change.key);
    else await this.put(change.table, row);
  }

  private async read<T extends JournalTable>(table: T, key: string): Promise<Rows[T] | null> {
    return (await this.tableOf(table).get(key)) ?? null;
  }

  private async removeDependants(table: JournalTable, key: string): Promise<void> {
    if (table === 'annotations' || table === 'articles' || table === 'tags') {
      await this.removeWhere('notes', 'targetId', key);
      // Also those of a note that was emptied before.
      await this.removeWhere('noteVersions', 'targetId', key);
    }
    if (table === 'notes') await this.removeWhere('noteVersions', 'noteId', key);
    if (table === 'sourceFiles') {
      await this.remove('sourceContents', key);
      await this.remove('sourceFingerprints', key);
    }
    if (table !== 'articles') return;
    await this.removeWhere('annotations', 'articleId', key);
    await this.removeWhere('textRevisions', 'articleId', key);
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

  private async removeWhere(table: JournalTable, index: string, key: string): Promise<void> {
    const keys = await this.tables
      .table<unknown, string>(table)
      .where(index)
      .equals(key)
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
    this.onChange({ table, key });
  }
}

/**
 * Runs reversible writes as one transaction: all of them or none.
 * @returns what the work returned and the rows it changed, in the order of the writes.
 */
export async function writeJournaled<R>(
  work: (journal: Journal) => Promise<R>,
  onChange?: (change: Pick<RowChange, 'table' | 'key'>) => void,
): Promise<{ result: R; changes: RowChange[] }> {
  return db.transaction('rw', TABLES, async (transaction) => {
    const journal = new Journal(transaction, onChange);
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
  onChange?: (change: Pick<RowChange, 'table' | 'key'>) => void,
): Promise<RowChange[]> {
  const ordered = side === 'before' ? [...changes].reverse() : changes;
  const written = await writeJournaled(async (journal) => {
    for (const change of ordered) await journal.restore(change, side);
  }, onChange);
  return written.changes;
}

function keyOf(row: Rows[JournalTable]): string {
  if ('id' in row) return row.id;
  return 'articleId' in row ? row.articleId : row.sourceFileId;
}

interface RowTable<R> {
  get(key: string): PromiseLike<R | undefined>;
  put(row: R): PromiseLike<unknown>;
  delete(key: string): PromiseLike<void>;
}
