import { unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { makePdf } from '../src/renderer/workers/extract/testing/make-pdf';
import { longArticle, manyArticles } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { startZhaiji } from './support/cli-process';
import { storedRows } from './support/database';
import { answerDialogs, writeFiles, writeTexts } from './support/files';
import { expect, test } from './support/launch';

const line = z.object({
  file: z.string(),
  status: z.enum(['imported', 'skipped', 'failed']),
  code: z.string().nullable(),
  articles: z.array(z.object({ id: z.string() })),
});
const check = z.object({ ok: z.boolean(), articles: z.number() });

async function checked(profile: string) {
  return check.parse((await zhaiji(profile, 'check', '--json')).json[0]);
}

/** From now on the import can store so many files more; then the storage says that it is full. */
async function fillDisk(page: Page, files: number): Promise<void> {
  const worker = page.workers().find((each) => each.url().includes('import-worker'));
  await worker?.evaluate((left) => {
    const { add } = IDBObjectStore.prototype;
    const stored = new Set<string>();
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, row: { id: string }) {
      if (this.name === 'sourceFiles' && !stored.has(row.id)) {
        if (stored.size === left) throw new DOMException('The disk is full', 'QuotaExceededError');
        stored.add(row.id);
      }
      return add.call(this, row);
    };
  }, files);
  expect(worker).toBeDefined();
}

test('killed in the middle, an import leaves whole files and goes on where it stopped', async ({
  folder,
  profile,
}) => {
  test.setTimeout(180_000);
  const inputs = path.join(folder, 'inputs');
  await writeTexts(inputs, manyArticles(400));
  for (const printed of [60, 150]) {
    const cli = startZhaiji(profile, 'import', '--json', inputs);
    await cli.printed(printed);
    await cli.kill();
    expect(cli.lines.length).toBeLessThan(400);
    const after = await checked(profile);
    expect(after.ok).toBe(true);
    expect(after.articles).toBeGreaterThan(0);
    expect(after.articles).toBeLessThan(400);
  }
  const before = await checked(profile);
  const rest = await zhaiji(profile, 'import', '--json', inputs);
  const lines = rest.json.map((each) => line.parse(each));
  const count = (status: string) => lines.filter((each) => each.status === status).length;
  expect(count('skipped')).toBe(before.articles);
  expect(count('imported')).toBe(400 - before.articles);
  expect(await checked(profile)).toEqual({ ok: true, articles: 400 });
});

test('a file that vanishes while others are read is told, the others come in', async ({
  folder,
  profile,
}) => {
  const long = longArticle(10_000).text;
  const paths = await writeFiles(folder, [
    ['1.txt', manyArticles(1)[0]?.text ?? ''],
    // Long enough that the last one is not yet fetched when the first is printed.
    ...[2, 3, 4, 5].map((index) => [`${index}.txt`, `${long}\n\n第${index}份。`] as const),
    ['6.txt', '会不见的文件，里面有一句完整的话。'],
  ]);
  const cli = startZhaiji(profile, 'import', '--json', ...paths);
  await cli.printed(1);
  await unlink(paths[5] ?? '');
  await cli.ended;
  expect(
    cli.lines.map((each) => line.parse(JSON.parse(each))).map(({ status, code }) => [status, code]),
  ).toEqual([...Array.from({ length: 5 }, () => ['imported', null]), ['failed', 'file-missing']]);
});

test('a file that takes too long is given up and the next one is read', async ({
  folder,
  profile,
}) => {
  // Very many pages: more than the time that it is given here, which is enough for the text.
  const text = { text: '页', x: 60, y: 80, size: 10 };
  const pages = Array.from({ length: 12_000 }, () => ({ runs: [text] }));
  const paths = await writeFiles(folder, [
    ['1.pdf', Buffer.from(makePdf(pages))],
    ['2.txt', manyArticles(1)[0]?.text ?? ''],
  ]);
  const run = await zhaiji(profile, 'import', '--json', '--timeout', '3', ...paths);
  expect(run.json).toMatchObject([
    { status: 'failed', code: 'file-timeout' },
    { status: 'imported', code: null },
  ]);
  expect(await checked(profile)).toEqual({ ok: true, articles: 1 });
});

test('a full disk ends the import with a clear message and nothing half-written', async ({
  start,
  folder,
  profile,
}) => {
  const reader = new ReaderWindow(await start());
  const inputs = path.join(folder, 'inputs');
  const long = longArticle(20);
  const files = Array.from({ length: 12 }, (_, index) => {
    return [`${index}.txt`, `${long.text}\n\n第${index}份。`] as const;
  });
  await writeFiles(inputs, files);
  await answerDialogs(reader.app.electron, [inputs]);
  await reader.page.keyboard.press('Control+Shift+O');
  await expect(reader.review.dialog).toBeVisible();
  await fillDisk(reader.page, 5);
  await reader.review.acceptAll();
  await expect(reader.report.dialog).toContainText('磁盘已满');
  await reader.report.finish();
  const stored = await storedRows(reader.page, 'sourceFiles');
  expect(stored.length).toBe(5);

  // With space again the rest comes in.
  await reader.page.keyboard.press('Control+Shift+O');
  await reader.review.acceptAll();
  await expect(reader.report.summary).toContainText(`导入 ${12 - stored.length} 个文件`);
  await reader.report.finish();
  await reader.app.close();
  expect(await checked(profile)).toMatchObject({ ok: true });
});
