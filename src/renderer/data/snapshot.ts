import type { Annotation, Article, ArticleText, Note, SourceFile, Tag } from '@domain/model';
import type {
  NoteTemplate,
  NoteVersion,
  SavedSearch,
  StoredImage,
  TextRevision,
} from '@domain/model-history';
import { ZhaijiError } from '@shared/errors';
import { toBase64 } from './base64';
import { db, type Setting } from './database';
import { LATEST_VERSION } from './migrations';
import { forgetIndex } from './search-steps';

/** Every row of the archive, as it is backed up. */
export interface Snapshot {
  format: 'zhaiji-archive';
  version: number;
  tables: {
    articles: Article[];
    articleTexts: ArticleText[];
    sourceFiles: SourceFile[];
    annotations: Annotation[];
    notes: Note[];
    tags: Tag[];
    textRevisions: TextRevision[];
    noteVersions: NoteVersion[];
    noteTemplates: NoteTemplate[];
    images: StoredImage[];
    savedSearches: SavedSearch[];
    settings: Setting[];
  };
}

/**
 * The tables in a backup. What was made of the sources (their bytes, fingerprints) and the search
 * index are not in it.
 */
const TABLES = [
  'articles',
  'articleTexts',
  'sourceFiles',
  'annotations',
  'notes',
  'tags',
  'textRevisions',
  'noteVersions',
  'noteTemplates',
  'images',
  'savedSearches',
  'settings',
] as const satisfies (keyof Snapshot['tables'])[];

/** Rows read at a time. */
const BATCH = 500;

/**
 * Hands out the archive as the JSON of a `Snapshot`, in pieces and in one transaction, so that it is
 * of one moment. `take` must be synchronous: the transaction would end while it waits.
 */
export function eachSnapshotPart(take: (json: string) => void): Promise<void> {
  return db.transaction(
    'r',
    TABLES.map((name) => db.table(name)),
    async (transaction) => {
      take(`{"format":"zhaiji-archive","version":${LATEST_VERSION},"tables":{`);
      for (const [index, name] of TABLES.entries()) {
        take(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:[`);
        const table = transaction.table<unknown, string>(name);
        const key = table.schema.primKey.keyPath;
        let after: string | null = null;
        for (;;) {
          const rows: unknown[] = await (after === null
            ? table.orderBy(':id')
            : table.where(':id').above(after)
          )
            .limit(BATCH)
            .toArray();
          const last = rows.at(-1);
          if (last === undefined) break;
          const json = rows.map((row) => JSON.stringify(row, bytesAsBase64)).join(',');
          take(after === null ? json : `,${json}`);
          after = String(Reflect.get(Object(last), String(key)));
        }
        take(']');
      }
      take('}}');
    },
  );
}

/** Pictures are the only bytes in a backup; JSON has no form for them. */
function bytesAsBase64(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toBase64(value) : value;
}

/**
 * Fills an empty archive from a snapshot, all of it or nothing.
 * @throws ZhaijiError `archive-not-empty` when there is an article or a note already.
 */
export function writeSnapshot({ tables }: Snapshot): Promise<void> {
  return db.transaction('rw', db.tables, async (transaction) => {
    if ((await db.articles.count()) > 0 || (await db.notes.count()) > 0) {
      throw new ZhaijiError('archive-not-empty');
    }
    await db.tags.clear();
    await db.sourceFiles.bulkAdd(tables.sourceFiles);
    await db.articles.bulkAdd(tables.articles);
    await db.articleTexts.bulkAdd(tables.articleTexts);
    await db.annotations.bulkAdd(tables.annotations);
    await db.notes.bulkAdd(tables.notes);
    await db.tags.bulkAdd(tables.tags);
    await db.textRevisions.bulkAdd(tables.textRevisions);
    await db.noteVersions.bulkAdd(tables.noteVersions);
    await db.noteTemplates.clear();
    await db.noteTemplates.bulkAdd(tables.noteTemplates);
    await db.images.bulkAdd(tables.images);
    // An archive without articles and notes may have some of its own.
    await db.savedSearches.bulkPut(tables.savedSearches);
    await db.settings.bulkPut(tables.settings);
    await forgetIndex(transaction);
  });
}
