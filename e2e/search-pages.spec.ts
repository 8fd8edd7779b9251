import type { Page } from '@playwright/test';
import { manyArticles } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { damageIndex, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';
import { expectExact, SearchWorker } from './support/search-worker';

/** An index that is read from its pages as they are needed, as that of a very large archive is. */
const PAGED = 1;

/** The files that copies of the pages are in, and their bytes. */
function filesOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('search-pages', { create: true });
    const sizes: Record<string, number> = {};
    for await (const [name, file] of folder.entries()) {
      if (file instanceof FileSystemFileHandle) sizes[name] = (await file.getFile()).size;
    }
    return sizes;
  });
}

/** The bytes of each segment's pages. */
async function sizesOf(page: Page): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const { segmentId, bytes } of await storedRows(page, 'searchPages')) {
    sizes[String(segmentId)] = (sizes[String(segmentId)] ?? 0) + (bytes as Uint8Array).length;
  }
  return sizes;
}

/** Until each segment has a whole file, and nothing else has one. */
async function untilCopied(page: Page): Promise<Record<string, number>> {
  await expect(async () => {
    const files = await filesOf(page);
    expect(Object.keys(files)).not.toEqual([]);
    expect(files).toEqual(await sizesOf(page));
  }).toPass({ timeout: 30_000 });
  return filesOf(page);
}

/** Answers are right, and the index is not held for damaged. */
async function expectTrusted(worker: SearchWorker): Promise<void> {
  await expectExact(worker);
  const { documents, indexed } = await worker.progress();
  expect(indexed).toBe(documents);
}

test('pages are read from files, which may be damaged or missing', async ({ start, folder }) => {
  test.setTimeout(180_000);
  const reader = new ReaderWindow(await start(await writeTexts(folder, manyArticles(40))));
  await reader.imported();
  const { page } = reader;
  await expectExact(new SearchWorker(page, PAGED));
  const sizes = await untilCopied(page);
  const [id = ''] = Object.keys(sizes);

  // What the rows have is not looked at.
  await damageIndex(page, 'page');
  await page.reload();
  await expectTrusted(new SearchWorker(page, PAGED));
  await damageIndex(page, 'page');

  // As long as it was, and no longer.
  await page.reload();
  await overwrite(page, id, sizes[id] ?? 0);
  await expectTrusted(new SearchWorker(page, PAGED));

  await untilCopied(page);
  await page.reload();
  await overwrite(page, id, 10);
  const worker = new SearchWorker(page, PAGED);
  await expectTrusted(worker);
  await untilCopied(page);
  await expectExact(worker);
});

test('the file of a segment that is no more goes', async ({ start, folder }) => {
  test.setTimeout(120_000);
  const texts = manyArticles(30);
  const reader = new ReaderWindow(await start(await writeTexts(folder, texts)));
  await reader.imported();
  const { page, library } = reader;
  const worker = new SearchWorker(page, PAGED);
  await expectExact(worker);
  const before = Object.keys(await untilCopied(page));
  await library.list.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => filesOf(page), { timeout: 30_000 }).toEqual({});
  expect(before.length).toBeGreaterThan(0);
  await expectExact(worker);
});

function overwrite(page: Page, name: string, bytes: number): Promise<void> {
  return page.evaluate(
    async ({ name, bytes }) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('search-pages');
      const file = await (await folder.getFileHandle(name)).createWritable();
      await file.write(new Uint8Array(bytes).fill(0x55));
      await file.close();
    },
    { name, bytes },
  );
}
