import type { Page } from '@playwright/test';
import { z } from 'zod';
import { manyArticles, single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { TextEditor } from './pages/text-editor';
import { annotateShrine } from './support/annotated';
import { zhaiji } from './support/cli';
import { damageIndex, storedNotes, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';
import { expectExact, SearchWorker } from './support/search-worker';

const title = single.expected[0]?.title ?? '';

/** Until everything is in segments and nothing is marked but what has no words. */
async function untilTidy(worker: SearchWorker): Promise<void> {
  const words = /^(?:articles|articleTexts|notes)$/;
  await expect
    .poll(
      async () => {
        const marks = await storedRows(worker.page, 'searchMarks');
        const { documents, indexed } = await worker.progress();
        return documents - indexed + marks.filter(({ table }) => words.test(String(table))).length;
      },
      { timeout: 30_000 },
    )
    .toBe(0);
}

async function expectSound(profile: string): Promise<void> {
  const [result] = (await zhaiji(profile, 'check', '--json')).json;
  expect(z.object({ problems: z.array(z.unknown()) }).parse(result).problems).toEqual([]);
}

test('the index answers as a look through everything does, after every kind of write', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(240_000);
  const files = await writeTexts(folder, [single, ...manyArticles(40)]);
  const reader = new ReaderWindow(await start(files));
  await reader.imported();
  const { article, page, library } = reader;
  const worker = new SearchWorker(page);
  await expectExact(worker, '老祠堂', '老祠');
  expect(await storedRows(page, 'searchMarks')).toEqual([]);

  const note = await annotateShrine(reader, title);
  await expectExact(worker, '祠堂', '改成了食');
  expect(await worker.count('标签:地点')).toMatchObject({ articles: 1 });
  await untilTidy(worker);
  await expectExact(worker, '祠堂', '改成了食');
  await note.type('，饭菜很香');
  await expect.poll(() => storedNotes(page)).toEqual(['祠堂改成了食堂，饭菜很香']);
  await expectExact(worker, '祠堂', '饭菜');
  await note.leave();

  const editor = new TextEditor(page);
  await article.focusText();
  await editor.open();
  await editor.replace('老祠堂', '旧的宗祠');
  await editor.save();
  await expectExact(worker, '老祠堂', '旧的宗祠', '的宗');
  await untilTidy(worker);
  await expectExact(worker, '老祠堂', '旧的宗祠', '的宗');
  await article.focusText();
  await reader.undo();
  await expect(article.text).toContainText('老祠堂');
  await expectExact(worker, '老祠堂', '旧的宗祠', '的宗');

  await library.row(title).click();
  await page.keyboard.press('Delete');
  await expect(library.row(title)).toHaveCount(0);
  await expectExact(worker, '老祠堂', '祠堂');
  expect(await worker.places('老祠堂')).toEqual([]);
  expect(await worker.count('标签:地点')).toMatchObject({ articles: 0 });
  await untilTidy(worker);
  await reader.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(library.row(title)).toHaveCount(1);
  await expectExact(worker, '老祠堂', '祠堂');
  expect(await worker.count('标签:地点')).toMatchObject({ articles: 1 });
  await untilTidy(worker);
  await expectExact(worker, '老祠堂', '祠堂');
  await reader.app.close();
  await expectSound(profile);

  const again = new SearchWorker((await start()).page);
  await expectExact(again, '老祠堂', '祠堂', '饭菜');
  expect(await again.count('标签:地点')).toMatchObject({ articles: 1 });
});

for (const what of ['page', 'header', 'version'] as const) {
  test(`a segment with another ${what} is made again, and answers stay right meanwhile`, async ({
    start,
    folder,
    profile,
  }) => {
    test.setTimeout(120_000);
    const reader = new ReaderWindow(await start(await writeTexts(folder, manyArticles(30))));
    await reader.imported();
    const { page } = reader;
    const before = (await storedRows(page, 'searchSegments')).map(({ id }) => id);
    await damageIndex(page, what);
    const worker = new SearchWorker(page);
    await expectExact(worker);
    await untilTidy(worker);
    await expect
      .poll(async () => (await storedRows(page, 'searchSegments')).map(({ id }) => id))
      .not.toEqual(expect.arrayContaining(before));
    await expectExact(worker);
    await reader.app.close();
    await expectSound(profile);
  });
}

/** Keeps the program from tidying the index, until what is answered is called. */
async function holdIndex(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('zhaiji-search-index', () => {
          held();
          return new Promise((letGo) => addEventListener('let-go', letGo, { once: true }));
        });
      }),
  );
  return () => page.evaluate(() => void dispatchEvent(new Event('let-go')));
}

test('the search says how far the index is while it is made again', async ({ start, folder }) => {
  const texts = manyArticles(130);
  const reader = new ReaderWindow(await start(await writeTexts(folder, texts)));
  await reader.imported();
  const { page, search } = reader;
  const line = page.getByRole('search').getByText(/^正在建立索引 \d+%，结果照常完整$/);
  await search.open();
  await search.type('居民');
  // Not what its first character found.
  await expect(search.hits.first().locator('mark')).toHaveText('居民');
  await expect(search.status).toHaveText(/^共 \d+ 处/);
  const found = await search.status.textContent();
  await expect(line).toHaveCount(0);
  await damageIndex(page, 'version');
  await page.reload();
  const letGo = await holdIndex(page);
  await reader.goTo('检索');
  await expect(line).toBeVisible();
  await search.type('居民');
  await expect(search.status).toHaveText(found ?? '');
  await expect(line).toBeVisible();
  await letGo();
  // A write is another occasion to see to the index.
  await search.more('保存这次检索…');
  await page.keyboard.press('Enter');
  await expect(line).toHaveCount(0, { timeout: 30_000 });
  await expect(search.status).toHaveText(found ?? '');
});

/** Resolves when the index is being tidied, some looks after that was first seen. */
function whileTidying(page: Page, looks: number): Promise<void> {
  return page.evaluate(async (looks) => {
    for (let seen = 0; seen <= looks; ) {
      const { held = [] } = await navigator.locks.query();
      if (seen > 0 || held.some(({ name }) => name === 'zhaiji-search-index')) seen += 1;
    }
  }, looks);
}

test('killed while segments are put together, the archive stays exact', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(300_000);
  const articles = manyArticles(160);
  for (const [round, looks] of [0, 20, 60, 200].entries()) {
    // Each import brings a segment or two: enough for one round of putting together.
    for (const half of [0, 1]) {
      const from = round * 40 + half * 20;
      const files = await writeTexts(`${folder}/${from}`, articles.slice(from, from + 20));
      expect((await zhaiji(profile, 'import', ...files)).code).toBe(0);
    }
    const { page, kill } = await start();
    await new SearchWorker(page).progress();
    expect((await storedRows(page, 'searchSegments')).length).toBeGreaterThan(3);
    await whileTidying(page, looks);
    await kill();
    await expectSound(profile);
  }
  const { page, close } = await start();
  const worker = new SearchWorker(page);
  await expectExact(worker);
  await expect
    .poll(async () => (await storedRows(page, 'searchSegments')).length, { timeout: 20_000 })
    .toBeLessThan(4);
  await expectExact(worker);
  await close();
  await expectSound(profile);
});
