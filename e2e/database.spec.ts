import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { continued, pages } from './fixtures/pages';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { answerDialogs, writeFiles, writeTexts } from './support/files';
import { expect, test } from './support/launch';
import { SearchWorker } from './support/search-worker';

interface OldDatabase {
  /** As the browser counts: ten times Dexie's version. */
  version: number;
  /** Each table's key path and rows. */
  tables: Record<string, { keyPath: string; indexes: string[]; rows: object[] }>;
}

/**
 * Puts a database of some other version in the place of the archive's, without any code of ours:
 * the harness with which each migration is tested.
 */
async function replaceDatabase(page: Page, database: OldDatabase): Promise<void> {
  const program = page.url();
  // The program's workers would open the database again before the other one is in its place.
  const aside = await page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href,
  );
  await page.goto(aside ?? program);
  await page.evaluate(async ({ version, tables }) => {
    const finished = (request: IDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    await finished(indexedDB.deleteDatabase('zhaiji'));
    const opening = indexedDB.open('zhaiji', version);
    opening.onupgradeneeded = () => {
      for (const [name, { keyPath, indexes, rows }] of Object.entries(tables)) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) {
          const key = index.replace('*', '');
          store.createIndex(key, key, { multiEntry: index.startsWith('*') });
        }
        for (const row of rows) store.add(row);
      }
    };
    await finished(opening);
    opening.result.close();
  }, database);
  await page.goto(program);
}

const stamp = {
  created: '2026-01-02T03:04:05.000Z',
  modified: '2026-01-02T03:04:05.000Z',
  authorId: 'a',
};
const ARTICLE = '0198c0de-0000-7000-8000-000000000001';
const SOURCE = '0198c0de-0000-7000-8000-000000000002';

/** What version 1 stored, written out by hand: later migrations start from exactly this. */
const version1: OldDatabase = {
  version: 10,
  tables: {
    articles: {
      keyPath: 'id',
      indexes: ['sourceFileId'],
      rows: [
        {
          ...stamp,
          id: ARTICLE,
          title: '版本一里的文章',
          outlet: '云汀日报',
          date: '2024-05-01',
          byline: '',
          page: '',
          characters: 7,
          paragraphCount: 1,
          sourceFileId: SOURCE,
          firstLine: 1,
          lastLine: 3,
        },
      ],
    },
    articleTexts: {
      keyPath: 'articleId',
      indexes: [],
      rows: [
        {
          articleId: ARTICLE,
          text: '社工走进了院子',
          sha256: '',
          paragraphs: [{ kind: 'body', start: 0, end: 7, firstLine: 3, lastLine: 3 }],
        },
      ],
    },
    sourceFiles: {
      keyPath: 'id',
      indexes: ['sha256'],
      rows: [{ ...stamp, id: SOURCE, name: 'a.txt', sha256: 'x', encoding: 'utf-8', size: 9 }],
    },
    annotations: { keyPath: 'id', indexes: ['articleId', '*tagIds'], rows: [] },
    notes: { keyPath: 'id', indexes: ['targetId'], rows: [] },
    tags: { keyPath: 'id', indexes: ['name'], rows: [] },
    settings: { keyPath: 'key', indexes: [], rows: [] },
  },
};

test('an archive of version 1 opens with everything in it', async ({ start }) => {
  const { page } = await start();
  await replaceDatabase(page, version1);
  await expect(page.getByText('版本一里的文章')).toBeVisible();
});

/** Version 2 added what is needed to read files again and to find duplicates. */
const version2: OldDatabase = {
  version: 20,
  tables: {
    ...version1.tables,
    sourceContents: {
      keyPath: 'sourceFileId',
      indexes: [],
      rows: [{ sourceFileId: SOURCE, bytes: new Uint8Array() }],
    },
    sourceFingerprints: { keyPath: 'sourceFileId', indexes: [], rows: [] },
  },
};

test('an archive of version 2 opens, and joins what is imported now', async ({ start, folder }) => {
  const files = await writeTexts(
    folder,
    pages.map((page) => ({ ...page, expected: [] })),
  );
  const reader = new ReaderWindow(await start());
  await replaceDatabase(reader.page, version2);
  await expect(reader.page.getByText('版本一里的文章')).toBeVisible();
  await answerDialogs(reader.app.electron, files);
  await reader.page.keyboard.press('Control+o');
  await reader.review.acceptAll();
  await reader.report.finish();
  const rows = await storedRows(reader.page, 'articles');
  expect(rows.filter(({ parts }) => parts !== undefined)).toMatchObject([
    { title: continued.title, partFileIds: [expect.any(String), expect.any(String)] },
  ]);
  expect(rows).toHaveLength(3);
});

const NOTE = '0198c0de-0000-7000-8000-000000000003';

/** Version 4 added histories, pictures, templates and reading places, and tags on articles. */
const version4: OldDatabase = {
  version: 40,
  tables: {
    ...version2.tables,
    articles: {
      keyPath: 'id',
      indexes: ['sourceFileId', '*partFileIds', 'openParts.length', '*tagIds'],
      rows: version1.tables.articles?.rows ?? [],
    },
    notes: {
      keyPath: 'id',
      indexes: ['targetId', '*links'],
      rows: [
        {
          ...stamp,
          id: NOTE,
          targetKind: 'article',
          targetId: ARTICLE,
          doc: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: '院子在哪里' }] }],
          },
          plain: '院子在哪里',
        },
      ],
    },
    textRevisions: { keyPath: 'id', indexes: ['articleId'], rows: [] },
    noteVersions: { keyPath: 'id', indexes: ['noteId', 'targetId'], rows: [] },
    noteTemplates: { keyPath: 'id', indexes: [], rows: [] },
    images: { keyPath: 'id', indexes: ['sha256'], rows: [] },
    readingPlaces: { keyPath: 'articleId', indexes: [], rows: [] },
  },
};

for (const [name, old, found] of [
  ['1', version1, 1],
  ['4', version4, 2],
] as const) {
  test(`an archive of version ${name} is searched at once, and gets an index`, async ({
    start,
  }) => {
    const { page } = await start();
    await replaceDatabase(page, old);
    await expect(page.getByText('版本一里的文章')).toBeVisible();
    const worker = new SearchWorker(page);
    expect(await worker.places('院子')).toHaveLength(found);
    await expect.poll(async () => (await storedRows(page, 'searchSegments')).length).toBe(1);
    await expect
      .poll(async () => {
        const { documents, indexed } = await worker.progress();
        return documents - indexed;
      })
      .toBe(0);
    expect(await worker.places('院子')).toHaveLength(found);
    expect(await worker.places('版本')).toHaveLength(1);
  });
}

test('what version 1 did not keep is told or made when it is needed', async ({ start, folder }) => {
  const [copy = ''] = await writeFiles(folder, [
    ['又一份.txt', '版本一里的文章\n\n社工走进了院子\n'],
  ]);
  const reader = new ReaderWindow(await start());
  await replaceDatabase(reader.page, version1);
  await reader.library.open('版本一里的文章');
  await reader.library.choose('用其他读法重新导入');
  await expect(reader.page.getByText(/没有保存来源文件“.+”/)).toBeVisible();
  await answerDialogs(reader.app.electron, [copy]);
  await reader.page.keyboard.press('Control+o');
  await expect(reader.review.summary).toContainText('1 篇重复');
});

test('an archive of a newer version is refused and left as it is', async ({ start }) => {
  const { page } = await start();
  await replaceDatabase(page, { ...version1, version: 990 });
  await expect(page.getByRole('alert')).toContainText('更新版本');
  const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(990);
});

test('closing after a change leaves a backup outside the database', async ({ start, profile }) => {
  const { page, close } = await start();
  await page.getByRole('button', { name: '打开示例档案库' }).click();
  await expect(page.getByRole('dialog')).toContainText('已导入');
  await close();
  const backups = await readdir(path.join(profile, 'backups'));
  expect(backups).toHaveLength(1);
  expect(backups[0]).toMatch(/^zhaiji-\d{8}-\d{6}\.json\.gz$/);
});

test('a backup has saved searches and no index; what comes back is searched and indexed', async ({
  start,
  profile,
}) => {
  const saved = { ...stamp, id: NOTE, name: '院子', query: '院子 OR 楼道' };
  const first = await start();
  await replaceDatabase(first.page, version4);
  await expect(first.page.getByText('版本一里的文章')).toBeVisible();
  await first.page.evaluate(async (row) => {
    const opening = indexedDB.open('zhaiji');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const transaction = opening.result.transaction('savedSearches', 'readwrite');
    transaction.objectStore('savedSearches').add(row);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    opening.result.close();
  }, saved);
  // Whatever is written makes a backup due.
  const before = new ReaderWindow(first);
  await before.library.row('版本一里的文章').click();
  await before.page.keyboard.press('Delete');
  await before.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await first.close();
  const [name = ''] = await readdir(path.join(profile, 'backups'));
  const backup: unknown = JSON.parse(
    gunzipSync(await readFile(path.join(profile, 'backups', name))).toString(),
  );
  expect(backup).toMatchObject({ tables: { savedSearches: [saved] } });
  expect(JSON.stringify(backup)).not.toContain('searchSegments');

  const again = new ReaderWindow(await start());
  const worker = new SearchWorker(again.page);
  expect(await worker.places('院子')).toHaveLength(2);
  await again.library.row('版本一里的文章').click();
  await again.page.keyboard.press('Delete');
  await expect(again.library.rows).toHaveCount(0);
  expect(await worker.places('院子')).toEqual([]);
  await again.goTo('设置');
  await again.page
    .getByRole('button', { name: /^恢复 / })
    .last()
    .click();
  await expect(again.page.getByText('已从备份恢复。')).toBeVisible();
  expect(await worker.places('院子')).toHaveLength(2);
  expect(await storedRows(again.page, 'savedSearches')).toEqual([saved]);
  await expect.poll(async () => (await storedRows(again.page, 'searchSegments')).length).toBe(1);
  expect(await worker.places('院子')).toHaveLength(2);
});
