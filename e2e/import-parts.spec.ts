import path from 'node:path';
import { z } from 'zod';
import { continued, pages } from './fixtures/pages';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, type Start, test } from './support/launch';

const imported = z.object({
  file: z.string(),
  status: z.string(),
  articles: z.array(z.object({ id: z.string(), title: z.string() })),
  joins: z.array(z.object({ id: z.string(), title: z.string(), file: z.string(), to: z.string() })),
});
const shown = z.object({
  title: z.string(),
  text: z.string(),
  parts: z.array(z.object({ file: z.string(), firstLine: z.number(), lastLine: z.number() })),
});
const previewed = shown.extend({
  partOf: z.object({ file: z.string(), title: z.string() }).nullable(),
});

const files = pages.map(({ fileName, text }) => [fileName, text] as const);
const other = '红枫镇组建助老队';

async function titles(reader: ReaderWindow): Promise<unknown[]> {
  return (await storedRows(reader.page, 'articles')).map(({ title }) => title).sort();
}

async function open(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeFiles(folder, files)));
  await expect(reader.review.dialog).toBeVisible();
  return reader;
}

test('an article that goes on in other files becomes one, and undo parts it', async ({
  start,
  folder,
  profile,
}) => {
  const reader = await open(start, folder);
  await reader.review.acceptAll();
  await expect(reader.report.summary).toContainText('2 处跨文件的下转、上接已接成一篇');
  await expect(reader.report.line('下接 page4.txt')).toHaveCount(1);
  await expect(reader.report.line(`接 page4.txt 的《${continued.title}》`)).toContainText(
    'page5.txt',
  );
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText(continued.title);
  await expect(reader.page.getByText(continued.healed)).toBeVisible();
  await expect(reader.page.getByText('把砌灶的图纸画了三份')).toBeVisible();
  expect(await titles(reader)).toEqual([continued.title, other].sort());

  await reader.page.keyboard.press('Control+z');
  await expect.poll(() => titles(reader)).toHaveLength(3);
  await reader.page.keyboard.press('Control+z');
  await expect.poll(() => titles(reader)).toHaveLength(4);
  await reader.page.keyboard.press('Control+Shift+z');
  await reader.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => titles(reader)).toHaveLength(2);
  expect(await storedRows(reader.page, 'sourceFiles')).toHaveLength(3);

  // With the joined article go the files that have nothing else; undo brings them back.
  await reader.library.open(continued.title);
  await reader.library.choose('删除');
  await expect.poll(() => storedRows(reader.page, 'sourceFiles')).toHaveLength(1);
  await reader.page.keyboard.press('Control+z');
  await expect.poll(() => storedRows(reader.page, 'sourceFiles')).toHaveLength(3);
  expect(await storedRows(reader.page, 'sourceContents')).toHaveLength(3);
  await reader.app.close();
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({
    ok: true,
    articles: 2,
  });
});

test('the review shows what will be joined, and a key leaves it apart', async ({
  start,
  folder,
}) => {
  const reader = await open(start, folder);
  const { review } = reader;
  await review.openFile('page5.txt');
  const words = review.dialog.getByText(/^接 page4.txt 的/);
  await expect(words).toBeVisible();
  await review.openFile('page1.txt');
  await expect(review.dialog.getByText('下接 page4.txt')).toBeVisible();
  await review.press('l');
  await expect(review.dialog.getByRole('button', { name: '接上' })).toBeVisible();
  await review.press('Control+z');
  await expect(review.dialog.getByRole('button', { name: '不接' })).toBeVisible();
  await review.press('l');
  await review.acceptAll();
  await expect(reader.report.summary).toContainText('1 处跨文件的下转、上接已接成一篇');
  await reader.report.finish();
  expect(await titles(reader)).toHaveLength(3);
});

test('the command line joins, also what was imported before', async ({ folder, profile }) => {
  test.setTimeout(120_000);
  const set = path.join(folder, '报');
  await writeFiles(set, files);
  const inSet = (name: string) => path.join(set, name);
  const preview = (await zhaiji(profile, 'import', '--dry-run', '--json', set)).json.map((line) =>
    previewed.parse(line),
  );
  const whole = preview.find(({ parts }) => parts.length === 3);
  expect(whole?.text).toContain(continued.healed);
  expect(preview.filter(({ partOf }) => partOf?.file === inSet('page1.txt'))).toHaveLength(2);

  // The first page alone stays open; the rest finds it, as after an import that was stopped.
  const first = await zhaiji(profile, 'import', '--json', inSet('page1.txt'));
  expect(imported.parse(first.json[0]).joins).toEqual([]);
  const run = await zhaiji(profile, 'import', '--json', set);
  const lines = run.json.map((line) => imported.parse(line));
  expect(lines.map(({ status }) => status).sort()).toEqual(['imported', 'imported', 'skipped']);
  const start = lines.find(({ file }) => file === inSet('page1.txt'));
  expect(start?.joins).toMatchObject([
    { title: continued.title, file: inSet('page4.txt'), to: 'next' },
  ]);
  const id = start?.joins[0]?.id ?? '';
  const ids = lines.flatMap(({ joins }) => joins.map((join) => join.id));
  expect(ids).toEqual([id, id, id, id]);
  const article = shown.parse((await zhaiji(profile, 'show', id, '--json')).json[0]);
  expect(article.text).toBe(whole?.text);
  expect(article.parts.map(({ file }) => file)).toEqual(['page1.txt', 'page4.txt', 'page5.txt']);
  expect((await zhaiji(profile, 'check', '--json')).json[0]).toMatchObject({
    ok: true,
    articles: 2,
  });
});
