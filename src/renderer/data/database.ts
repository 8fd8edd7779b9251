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
  ReadingPlace,
  SavedSearch,
  StoredImage,
  TextRevision,
} from '@domain/model-history';
import { ZhaijiError } from '@shared/errors';
import { Dexie, type EntityTable, type Table } from 'dexie';
import { LATEST_VERSION, migrations } from './migrations';
import { type SearchMark, searchMarks } from './search-marks';
import type {
  DeadDocuments,
  KeptCatalog,
  KeptCatalogPiece,
  SearchPage,
  SearchState,
  StoredSegment,
} from './search-tables';
import type { StoredWordMarks } from './word-marks';

export const DATABASE_NAME = 'zhaiji';

export interface Setting {
  key: string;
  value: unknown;
}

/** The archive's one database. */
class ArchiveDatabase extends Dexie {
  declare articles: EntityTable<Article, 'id'>;
  declare articleTexts: Table<ArticleText, string>;
  declare sourceFiles: EntityTable<SourceFile, 'id'>;
  declare sourceContents: Table<SourceContent, string>;
  declare sourceFingerprints: Table<SourceFingerprints, string>;
  declare annotations: EntityTable<Annotation, 'id'>;
  declare notes: EntityTable<Note, 'id'>;
  declare tags: EntityTable<Tag, 'id'>;
  declare textRevisions: EntityTable<TextRevision, 'id'>;
  declare noteVersions: EntityTable<NoteVersion, 'id'>;
  declare noteTemplates: EntityTable<NoteTemplate, 'id'>;
  declare images: EntityTable<StoredImage, 'id'>;
  declare readingPlaces: Table<ReadingPlace, string>;
  declare settings: Table<Setting, string>;
  declare savedSearches: EntityTable<SavedSearch, 'id'>;
  declare searchSegments: EntityTable<StoredSegment, 'id'>;
  declare searchPages: Table<SearchPage, [segmentId: string, page: number]>;
  declare searchDead: Table<DeadDocuments, string>;
  declare searchMarks: EntityTable<SearchMark, 'serial'>;
  declare searchState: Table<SearchState, string>;
  declare searchCatalog: Table<KeptCatalog, string>;
  declare searchCatalogPieces: Table<KeptCatalogPiece, number>;
  declare wordMarks: EntityTable<StoredWordMarks, 'id'>;

  constructor(durability: 'strict' | 'relaxed') {
    super(DATABASE_NAME, { chromeTransactionDurability: durability });
    this.use(searchMarks);
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores(stores);
      if (upgrade !== undefined) step.upgrade(upgrade);
    }
  }
}

/** Strict durability: a write has reached the disk before we say that it is done. */
export const db = new ArchiveDatabase('strict');

/**
 * The same database for writing very many transactions one after the other: each is whole or not at
 * all and they reach the disk in order, but only the next strict one waits for it (`settleWrites`).
 */
export const bulkDb = new ArchiveDatabase('relaxed');

/** Resolves when everything that was written through `bulkDb` has reached the disk. */
export async function settleWrites(): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put({ key: 'lastImport', value: new Date().toISOString() });
  });
}

/**
 * Opens the archive's database.
 * @throws ZhaijiError `database-newer` when a newer Zhaiji wrote it, `database-unreadable` otherwise.
 */
export async function openDatabase(): Promise<void> {
  const version = await storedVersion(DATABASE_NAME);
  if (version > LATEST_VERSION) throw new ZhaijiError('database-newer', String(version));
  try {
    await db.open();
  } catch (error) {
    throw new ZhaijiError('database-unreadable', DATABASE_NAME, { cause: error });
  }
}

/** The version of a database as it lies on disk, 0 when there is none. Dexie stores ten times it. */
async function storedVersion(name: string): Promise<number> {
  const all = await indexedDB.databases();
  const found = all.find((database) => database.name === name);
  return (found?.version ?? 0) / 10;
}
