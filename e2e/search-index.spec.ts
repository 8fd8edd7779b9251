import type { Page } from '@playwright/test';
import { storedRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';
import { samplePieces, SearchWorker, scanned, storedWords } from './support/search-worker';

/** Asks the index and looks through everything, for pieces of what is stored now. */
async function expectExact(worker: SearchWorker, count = 24): Promise<void> {
  const stored = await storedWords(worker.page);
  for (const piece of samplePieces(stored, count)) {
    expect(await worker.places(piece), piece).toEqual(scanned(stored, piece));
  }
}

/** Until the index has everything and nothing is marked. */
async function untilTidy(page: Page): Promise<void> {
  await expect
    .poll(async () => (await storedRows(page, 'searchMarks')).length, { timeout: 20_000 })
    .toBe(0);
}

test('look', async ({ start, folder }) => {
  const { page, errors } = await start();
  await page.getByRole('button', { name: '打开示例档案库' }).click();
  await expect(page.getByRole('dialog')).toContainText('已导入');
  const worker = new SearchWorker(page);
  await expectExact(worker);
  console.log(await worker.call('indexProgress'));
  console.log(errors);
  await untilTidy(page);
  void writeFiles; void folder;
});
