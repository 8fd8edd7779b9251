import type { Page } from '@playwright/test';
import { checksum } from '../src/domain/search/checksum';
import { manyArticles, single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { annotateShrine } from './support/annotated';
import { zhaiji } from './support/cli';
import { deleteRows, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';
import { expectExact, SearchWorker } from './support/search-worker';

const title = single.expected[0]?.title ?? '';

/** Until the catalogue is kept; answers which. */
async function kept(page: Page): Promise<{ stamp: string; changed: string[] }> {
  const find = async () => (await storedRows(page, 'searchCatalog'))[0];
  await expect.poll(find, { timeout: 20_000 }).toBeTruthy();
  const { stamp, changed } = (await find()) ?? {};
  return { stamp: String(stamp), changed: Array.isArray(changed) ? changed.map(String) : [] };
}

/** Makes other pieces of those of a kind, with a checksum that is right or not. */
async function rewrite(
  page: Page,
  kind: string,
  change: (json: string) => string,
  isSound: boolean,
): Promise<void> {
  const texts = await page.evaluate(async () => {
    const opened = indexedDB.open('zhaiji');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const asked = opened.result
      .transaction('searchCatalogPieces')
      .objectStore('searchCatalogPieces')
      .getAll();
    await new Promise((resolve) => asked.addEventListener('success', resolve));
    opened.result.close();
    return asked.result.map(({ bytes }) => new TextDecoder().decode(bytes));
  });
  const changed = texts.flatMap((json, piece) => {
    if (!json.startsWith(`{"kind":"${kind}"`)) return [];
    const next = change(json);
    const check = checksum(new TextEncoder().encode(next));
    return [{ piece, json: next, check: isSound ? check : check ^ 1 }];
  });
  expect(changed.length).toBeGreaterThan(0);
  await page.evaluate(async (rows) => {
    const opened = indexedDB.open('zhaiji');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const writing = opened.result.transaction('searchCatalogPieces', 'readwrite');
    const store = writing.objectStore('searchCatalogPieces');
    for (const { piece, json, check } of rows) {
      const asked = store.get(piece);
      asked.addEventListener('success', () => {
        store.put({ ...asked.result, check, bytes: new TextEncoder().encode(json) });
      });
    }
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    opened.result.close();
  }, changed);
}

test('what was kept of the search for the next start is followed by all that was written since', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const others = manyArticles(31);
  const files = await writeTexts(folder, [single, ...others.slice(0, 30)]);
  const reader = new ReaderWindow(await start(files));
  await reader.imported();
  const { page, library } = reader;
  const before = await kept(page);

  const note = await annotateShrine(reader, title);
  await note.leave();
  const gone = others[0]?.expected[0]?.title ?? '';
  await library.row(gone).click();
  await page.keyboard.press('Delete');
  await expect(library.row(gone)).toHaveCount(0);
  // The index is tidied: marks go, and what they marked is remembered.
  await expect.poll(async () => (await kept(page)).changed.length, { timeout: 30_000 }).not.toBe(0);
  await reader.app.close();

  const second = new ReaderWindow(await start(await writeTexts(folder, others.slice(30))));
  await second.imported();
  await second.app.close();
  const { page: third } = await start();
  expect((await kept(third)).stamp).toBe(before.stamp);
  const worker = new SearchWorker(third);
  await expectExact(worker, '老祠堂', '祠堂', '食堂');
  expect(await worker.count('标签:地点')).toMatchObject({ articles: 1 });
});

test('what was kept is not believed when it is damaged, and not for long when rows are missing', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.imported();
  const { article, panel, page, library } = reader;
  await library.open(title);
  await article.highlight('老祠堂', '1');
  await page.keyboard.press('t');
  await panel.picker.put('地点');
  await panel.picker.close();
  await expect.poll(() => storedRows(page, 'annotations')).toHaveLength(1);
  await kept(page);
  await deleteRows(page, 'searchCatalog', ['catalog']);
  await page.reload();
  const { stamp } = await kept(page);

  await rewrite(page, 'articles', (json) => json.replace('桐埠晚报', '別處日報'), false);
  const worker = new SearchWorker(page);
  expect(await worker.count('来源:別處日報')).toMatchObject({ articles: 0 });
  expect(await worker.count('来源:桐埠晚报')).toMatchObject({ articles: 1 });
  await expect.poll(async () => (await kept(page)).stamp, { timeout: 20_000 }).not.toBe(stamp);

  await page.reload();
  const whole = (await kept(page)).stamp;
  const none = { ids: [], articles: { values: [], at: [] }, tags: { values: [], at: [] } };
  const empty = { kind: 'passages', ...none, starts: [], ends: [], marks: [] };
  await rewrite(page, 'passages', () => JSON.stringify(empty), true);
  expect(await worker.count('标签:地点')).toMatchObject({ articles: 0 });
  await worker.call('loadIndex');
  await worker.call('verifyIndex');
  expect(await worker.count('标签:地点')).toMatchObject({ articles: 1 });
  await expect.poll(async () => (await kept(page)).stamp, { timeout: 20_000 }).not.toBe(whole);
});

test('a check tells that what was kept is damaged or does not fit, and that the data is sound', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(120_000);
  const checked = async () => (await zhaiji(profile, 'check', '--json')).json[0];
  const remark = (detail: unknown) => ({
    ...{ ok: true, problems: [] },
    remarks: [{ kind: 'search-catalog', detail }],
  });
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.imported();
  const { stamp } = await kept(reader.page);
  // What was written since is read again, so that it is no fault.
  const note = await annotateShrine(reader, title);
  await note.leave();
  await reader.app.close();
  expect(await checked()).toMatchObject({ ok: true, problems: [], remarks: [] });

  const second = await start();
  await rewrite(second.page, 'articles', (json) => json.replace('桐埠晚报', '別處日報'), false);
  await second.close();
  expect(await checked()).toMatchObject(remark(expect.stringContaining('damaged')));

  const third = await start();
  await expect
    .poll(async () => (await kept(third.page)).stamp, { timeout: 20_000 })
    .not.toBe(stamp);
  await rewrite(third.page, 'articles', (json) => json.replace('桐埠晚报', '別處日報'), true);
  await third.close();
  expect(await checked()).toMatchObject(remark(expect.stringMatching(/^articles\/.* is another/)));
});
