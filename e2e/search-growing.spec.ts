import type { Page } from '@playwright/test';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, type Start, test } from './support/launch';

const ARTICLES = 6000;
const UNITS = 4000;

/**
 * Stores articles past the program, as an archive of before there was an index has them; every tenth
 * has the word twice.
 */
function storeMany(page: Page, like: object): Promise<void> {
  return page.evaluate(
    async ([like, articles, units]) => {
      const opened = indexedDB.open('zhaiji');
      await new Promise((resolve) => opened.addEventListener('success', resolve));
      const filler = '河边的路修好了，居民走得多了。'.repeat(units / 15);
      for (let from = 0; from < articles; from += 500) {
        const writing = opened.result.transaction(['articles', 'articleTexts'], 'readwrite');
        for (let at = from; at < from + 500; at += 1) {
          const id = `many-${String(at).padStart(5, '0')}`;
          const text = at % 10 === 0 ? `茶话会之后${filler}茶话会` : filler;
          const row = { ...like, id, title: `第${at}篇`, characters: text.length };
          writing.objectStore('articles').put(row);
          const paragraphs = [{ id: `${id}-p`, kind: 'body', start: 0, end: text.length }];
          writing
            .objectStore('articleTexts')
            .put({ articleId: id, text, sha256: '', paragraphs: paragraphs });
        }
        await new Promise((resolve) => writing.addEventListener('complete', resolve));
      }
      opened.result.close();
    },
    [like, ARTICLES, UNITS] as const,
  );
}

/** Keeps the program from making the index. */
function holdIndex(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('zhaiji-search-index', () => {
          held();
          return new Promise(() => undefined);
        });
      }),
  );
}

/** Opens the search of a large archive that has no index. */
async function withoutIndex(start: Start, folder: string): Promise<ReaderWindow> {
  const files = await writeFiles(folder, [['茶话.txt', '茶话\n\n　　茶话会在周五。\n']]);
  const reader = new ReaderWindow(await start(files));
  await reader.imported();
  const { page } = reader;
  const [like] = await storedRows(page, 'articles');
  await storeMany(page, like ?? {});
  await page.reload();
  await holdIndex(page);
  await reader.goTo('检索');
  await page.mouse.move(2, 2);
  return reader;
}

const PARTIAL = /^目前 [\d,]+ 处，[\d,]+ 篇$/;

test('where all texts have to be read, results are listed as they are found, and do not jump', async ({
  start,
  folder,
}) => {
  test.slow();
  const { page, search } = await withoutIndex(start, folder);
  // The pointer lies where the list will be, so that it is there before the search has ended.
  const pane = await page.getByRole('search').boundingBox();
  await page.mouse.move((pane?.x ?? 0) + 60, (pane?.y ?? 0) + 300);
  await search.field.fill('茶话会');
  await expect(search.status).toHaveText(PARTIAL, { timeout: 30_000 });
  await expect(page.getByText(/^已查 \d+%$/)).toBeVisible();
  // What is in the index comes first.
  await expect(search.hits.first()).toContainText('茶话会');
  await expect(page.getByText('先列出已找到的结果，检索仍在继续。')).toHaveCount(1);

  // Under the pointer the list stays as it is.
  await search.hits.first().hover();
  await page.screenshot({ path: test.info().outputPath('so-far.png') });
  const top = (await search.hits.first().boundingBox())?.y;
  const size = await search.hits.first().getAttribute('aria-setsize');
  const whole = `共 ${(2 * (ARTICLES / 10) + 1).toLocaleString('en')} 处，${ARTICLES / 10 + 1} 篇`;
  await expect(search.status).toHaveText(whole, { timeout: 60_000 });
  expect(await search.hits.first().getAttribute('aria-setsize')).toBe(size);
  const newest = page.getByRole('button', { name: '显示最新结果' });
  await expect(newest).toBeVisible();
  expect((await search.hits.first().boundingBox())?.y).toBe(top);
  await page.screenshot({ path: test.info().outputPath('held.png') });
  // A pointer that goes there leaves the list, which follows by itself then.
  await newest.press('Enter');
  await expect(newest).toHaveCount(0);
  await expect(search.hits.first()).toHaveAttribute('aria-setsize', String(ARTICLES / 5 + 1));
  await expect(search.status).toHaveText(whole);

  // The newest query wins.
  await page.mouse.move(2, 2);
  await search.field.fill('居民');
  await expect(search.status).toHaveText(PARTIAL, { timeout: 30_000 });
  await search.field.fill('茶话会之后');
  await expect(search.status).toHaveText(`共 ${ARTICLES / 10} 处，${ARTICLES / 10} 篇`, {
    timeout: 60_000,
  });
  await expect(search.hits.first()).toHaveAttribute('aria-setsize', String(ARTICLES / 10));
});

test('Enter waits for what its own words find, and the next place is that of the list shown', async ({
  start,
  folder,
}) => {
  test.slow();
  const { page, search, article } = await withoutIndex(start, folder);
  await search.field.fill('居民');
  await expect(search.status).toHaveText(PARTIAL, { timeout: 30_000 });
  await expect(search.hits.first()).toContainText('居民');
  // What is listed is what other words have found so far.
  await search.field.fill('茶话会之后');
  await search.field.press('Enter');
  await expect(article.title).toHaveText(/^第\d*0篇$/, { timeout: 60_000 });
  await expect(search.hits.first()).toContainText('茶话会之后');
  const chosen = search.results.getByRole('option', { selected: true });
  await expect(chosen).toHaveAttribute('aria-posinset', '1');

  // Who goes through a list stays in it, whatever is found meanwhile.
  const size = await search.hits.first().getAttribute('aria-setsize');
  const newest = page.getByRole('button', { name: '显示最新结果' });
  await expect(newest).toBeVisible({ timeout: 60_000 });
  await page.mouse.move(2, 2);
  for (const row of ['2', '3']) {
    await page.keyboard.press('Control+g');
    await expect(chosen).toHaveAttribute('aria-posinset', row);
    await expect(chosen).toHaveAttribute('aria-setsize', size ?? '');
    const title = (await chosen.textContent())?.match(/第\d+篇/)?.[0] ?? '';
    await expect(article.title).toHaveText(title);
  }
  const whole = `共 ${ARTICLES / 10} 处，${ARTICLES / 10} 篇`;
  await expect(search.status).toHaveText(whole, { timeout: 60_000 });
  await page.keyboard.press('Control+g');
  await expect(chosen).toHaveAttribute('aria-posinset', '4');
  await expect(chosen).toHaveAttribute('aria-setsize', size ?? '');
  await newest.click();
  await expect(search.hits.first()).toHaveAttribute('aria-setsize', String(ARTICLES / 10));
  await page.keyboard.press('Control+g');
  await expect(chosen).toHaveAttribute('aria-posinset', '1');
});

test('a search within results grows too, in these results alone', async ({ start, folder }) => {
  test.slow();
  const { page, search } = await withoutIndex(start, folder);
  await search.field.fill('标题:篇');
  await expect(search.status).toHaveText(/^共 6,000 处/, { timeout: 60_000 });
  await search.more('在结果中检索');
  await page.mouse.move(2, 2);
  await search.field.fill('茶话会');
  await expect(search.status).toHaveText(PARTIAL, { timeout: 30_000 });
  await expect(page.getByText(/^已查 \d+%$/)).toBeVisible();
  await expect(page.getByText('在“标题:篇”的结果中')).toBeVisible();
  // The first article has the word, but not in these results.
  const whole = `共 ${(2 * (ARTICLES / 10)).toLocaleString('en')} 处，${ARTICLES / 10} 篇`;
  await expect(search.status).toHaveText(whole, { timeout: 60_000 });
});
