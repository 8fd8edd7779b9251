import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { encodeText } from '../src/domain/text/testing/encode-text';
import { continued, pages } from './fixtures/pages';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { deleteRows, storedRows, storedState, storeRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** An article that came from several files, whose files are read again together. */

const other = '红枫镇组建助老队';
/** It begins in the first file and ends in the second. */
const ACROSS = '由志愿者把饭菜送到家里去';
const ON_SECOND = '灶火也不能熄';
const ON_THIRD = '邻村的人也来取经';
const AGAIN = '用其他读法重新导入';

const whole = z.object({ id: z.string(), title: z.string() });
const shown = z.object({
  text: z.string(),
  annotations: z.array(z.object({ exact: z.string(), note: z.string(), placed: z.boolean() })),
});

const STAMP = { created: '2026-01-02', modified: '2026-01-02', authorId: 'a' };

/** The three pages, each in its own encoding, with half-width commas in the last. */
function files() {
  return pages.map(({ fileName, text }, index) => {
    const words = index === 2 ? text.replaceAll('，', ',') : text;
    return [fileName, Buffer.from(encodeText(words, index === 0 ? 'utf-8' : 'gb18030'))] as const;
  });
}

/** With all imported and the joined article open. */
async function opened(app: ConstructorParameters<typeof ReaderWindow>[0]): Promise<ReaderWindow> {
  const reader = new ReaderWindow(app);
  await expect(reader.review.dialog).toBeVisible();
  await reader.review.acceptAll();
  await reader.report.finish();
  await reader.library.open(continued.title);
  return reader;
}

test('the files of a joined article are read again together, and its annotations stay', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(120_000);
  const reader = await opened(await start(await writeFiles(folder, files())));
  const { review, library, article, panel } = reader;
  await article.highlight(ACROSS);
  await article.highlight(ON_THIRD, '3');
  await expect.poll(() => panel.quotes()).toEqual([ACROSS, ON_THIRD]);
  const own = (await storedRows(reader.page, 'articles')).find(
    ({ title }) => title === continued.title,
  );
  const id = own?.id;
  const tag = { ...STAMP, id: 'a1', name: '互助', color: 'blue', description: '', parentId: null };
  await storeRows(reader.page, 'tags', [{ ...tag, order: 1 }]);
  await storeRows(reader.page, 'articles', [{ ...own, tagIds: [tag.id] }]);
  const before = await storedState(reader.page);

  // An article beside it in the same file has to be read again with all of them too.
  await library.open(other);
  await library.choose(AGAIN);
  await expect(review.files).toHaveCount(3);
  await review.cancel();
  await library.open(continued.title);

  // Each file has its own settings; what was joined is shown and stays joined.
  await library.choose(AGAIN);
  await expect(review.files).toHaveCount(3);
  await review.openFile('page4.txt');
  await expect(review.dialog.getByText(/^接 page1.txt 的/)).toBeVisible();
  await review.openFile('page5.txt');
  await expect(review.dialog.getByText(/^接 page4.txt 的/)).toBeVisible();
  await review.setSwitch('修整标点', true);
  await expect(review.row('入秋以后，')).toBeVisible();
  await review.acceptAll();
  await expect(reader.report.summary).toContainText('2 处跨文件的下转、上接已接成一篇');
  await reader.report.finish();
  await library.open(continued.title);
  await expect(reader.page.getByText('入秋以后，邻村')).toBeVisible();
  await expect.poll(() => panel.quotes()).toEqual([ACROSS, ON_THIRD]);
  await expect
    .poll(() => article.painted())
    .toMatchObject({ 'zj-yellow-0': [ACROSS], 'zj-green-0': [ON_THIRD] });
  const after = await storedRows(reader.page, 'articles');
  expect(after.map((row) => row.title).sort()).toEqual([continued.title, other].sort());
  expect(after.find((row) => row.id === id)?.tagIds).toEqual([tag.id]);
  const settings = (await storedRows(reader.page, 'sourceFiles')).map((row) => [
    row.name,
    Object(row.settings).repair,
  ]);
  expect(Object.fromEntries(settings)).toEqual({
    'page1.txt': undefined,
    'page4.txt': undefined,
    'page5.txt': { punctuation: true },
  });

  // As one step it goes back to what it was, and forth again.
  const then = await storedState(reader.page);
  await reader.undo();
  await expect.poll(() => storedState(reader.page)).toEqual(before);
  await reader.redo();
  await expect.poll(() => storedState(reader.page)).toEqual(then);
  await reader.app.close();
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({
    ok: true,
    articles: 2,
    annotations: 2,
  });
});

test('what no longer joins comes apart with its annotations, and is found again', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(180_000);
  const reader = await opened(await start(await writeFiles(folder, files())));
  const { review, library, article, panel } = reader;
  await article.highlight(ACROSS);
  await article.highlight(ON_SECOND, '2');
  const before = await storedState(reader.page);

  // The mark that says 上接 is text now: the second and third file are an article of their own.
  await library.choose(AGAIN);
  await review.openFile('page4.txt');
  await review.chooseLine(3);
  await review.press('1');
  await expect(review.dialog.getByText(/^接 page1.txt 的/)).toHaveCount(0);
  await review.openFile('page1.txt');
  await expect(review.dialog.getByText('下接 page4.txt')).toHaveCount(0);
  await review.acceptAll();
  await expect(reader.report.summary).toContainText('1 处跨文件的下转、上接已接成一篇');
  await reader.report.finish();
  await expect(library.rows).toHaveCount(3);
  const apart = await storedRows(reader.page, 'articles');
  const rest = apart.find(({ title }) => title !== continued.title && title !== other);
  // Its first part is still the article that it was, and open.
  await expect(panel.region).toContainText('未定位 (1)');
  await expect(panel.region).toContainText(ACROSS);
  await library.open(String(rest?.title));
  await expect.poll(() => panel.quotes()).toEqual([ON_SECOND]);
  const after = await storedState(reader.page);
  await reader.undo();
  await expect.poll(() => storedState(reader.page)).toEqual(before);
  await reader.redo();
  await expect.poll(() => storedState(reader.page)).toEqual(after);

  // The two that are left share no article with the first, but its mark is still open.
  await library.open(String(rest?.title));
  await library.choose(AGAIN);
  await expect(review.files).toHaveCount(2);
  await review.openFile('page4.txt');
  await review.chooseLine(3);
  await review.press('0');
  await expect(review.dialog.getByText(/^接 page1.txt 的/)).toBeVisible();
  await review.acceptAll();
  await reader.report.finish();
  await expect(library.rows).toHaveCount(2);
  await library.open(continued.title);
  await expect(reader.page.getByText(continued.healed)).toBeVisible();
  // What lost its place waits; what had one has it still.
  await expect(panel.region).toContainText('未定位 (1)');
  await expect.poll(() => panel.quotes()).toEqual([ON_SECOND, ACROSS]);
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-red-0': [ON_SECOND] });
  await reader.app.close();
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({
    ok: true,
    articles: 2,
    annotations: 2,
  });
});

test('what was left apart stays apart when its files are read again, until it is said otherwise', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeFiles(folder, files())));
  const { review, library } = reader;
  await review.openFile('page1.txt');
  await review.press('l');
  await review.acceptAll();
  await reader.report.finish();
  await expect(library.rows).toHaveCount(3);

  await library.row(continued.title).click();
  await library.choose(AGAIN);
  await expect(review.dialog.getByText('下接 page4.txt')).toBeVisible();
  await review.acceptAll();
  await reader.report.finish();
  await expect(library.rows).toHaveCount(3);

  await library.choose(AGAIN);
  await review.dialog.getByRole('button', { name: '接上' }).click();
  await review.acceptAll();
  await expect(reader.report.summary).toContainText('1 处跨文件的下转、上接已接成一篇');
  await reader.report.finish();
  await expect(library.rows).toHaveCount(2);
  await expect(reader.page.getByText(continued.healed)).toBeVisible();
});

test('a file that cannot be read leaves everything as it was, and one that is not there is named', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(120_000);
  const reader = await opened(await start(await writeFiles(folder, files())));
  const { review, library } = reader;
  const [third] = (await storedRows(reader.page, 'sourceFiles')).filter(
    ({ name }) => name === 'page5.txt',
  );
  const nothing = { sourceFileId: third?.id, bytes: new Uint8Array(deflateRawSync('')) };
  await storeRows(reader.page, 'sourceContents', [nothing]);
  const before = await storedState(reader.page);
  await library.choose(AGAIN);
  await expect(review.file('page5.txt')).toContainText('失败');
  await review.openFile('page4.txt');
  await review.setSwitch('修整标点', true);
  await review.acceptAll();
  await expect(reader.page.getByText('要么都换成新的，要么都不换')).toBeVisible();
  await expect(reader.report.line('page5.txt')).toHaveCount(1);
  await reader.report.finish();
  expect(await storedState(reader.page)).toEqual(before);

  await deleteRows(reader.page, 'sourceContents', [String(third?.id)]);
  await library.choose(AGAIN);
  await expect(reader.page.getByText(/没有保存来源文件“page5.txt”/)).toBeVisible();
  await expect(review.dialog).toHaveCount(0);
  await reader.app.close();
  const { json } = await zhaiji(profile, 'list', '--json');
  const [id] = z
    .array(whole)
    .parse(json)
    .flatMap(({ id, title }) => (title === continued.title ? [id] : []));
  const run = await zhaiji(profile, 'reimport', id ?? '', '--json');
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('page5.txt');
});

test('the command line reads the files of a joined article again, all or one', async ({
  folder,
  profile,
}) => {
  test.setTimeout(180_000);
  const set = path.join(folder, '报');
  await writeFiles(set, files());
  await zhaiji(profile, 'import', '--json', set);
  const list = z.array(whole).parse((await zhaiji(profile, 'list', '--json')).json);
  const id = list.find(({ title }) => title === continued.title)?.id ?? '';
  const first = shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  const at = first.text.indexOf(ACROSS);
  const range = ['--start', String(at), '--end', String(at + ACROSS.length)];
  await zhaiji(profile, 'annotate', id, ...range, '--note', '跨了两个文件');

  // The same settings make the same text.
  const same = await zhaiji(profile, 'reimport', id, '--json');
  expect(same.json).toMatchObject([
    { file: 'page1.txt', status: 'imported', placed: 1, unplaced: 0, joins: [{ id, to: 'next' }] },
    { file: 'page4.txt', status: 'imported', placed: 0, joins: [{ id }, { id }] },
    { file: 'page5.txt', status: 'imported', joins: [{ id, to: 'previous', file: 'page4.txt' }] },
  ]);
  const again = shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  expect(again.text).toBe(first.text);
  expect(again.annotations).toMatchObject([{ exact: ACROSS, note: '跨了两个文件', placed: true }]);

  // Another encoding for one of them: its part is no text any more.
  const options = ['--file', 'page5.txt', '--encoding', 'big5'];
  expect((await zhaiji(profile, 'reimport', id, ...options, '--json')).code).toBe(0);
  const without = shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  expect(without.text).toContain(ON_SECOND);
  expect(without.text).not.toContain(ON_THIRD);
  expect(without.annotations).toMatchObject([{ exact: ACROSS, placed: true }]);
  const wrong = await zhaiji(profile, 'reimport', id, '--file', 'page9.txt', '--json');
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('page9.txt');
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({
    ok: true,
    articles: 3,
    annotations: 1,
  });
});
