import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronArgs } from '../build/lib/electron-args.mjs';
import { magazine, single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, PROJECT, test } from './support/launch';

test('an empty archive says what can be done', async ({ start }) => {
  const { page, errors } = await start();
  const welcome = page.getByRole('main');
  await expect(welcome.getByRole('heading', { name: '摘记' })).toBeVisible();
  for (const name of ['导入文件…', '导入文件夹…', '打开示例档案库']) {
    await expect(welcome.getByRole('button', { name, exact: true })).toBeEnabled();
  }
  await expect(page.getByRole('listbox', { name: '文章列表' })).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('the sample archive comes in by the real import and stays', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  await reader.page.getByRole('button', { name: '打开示例档案库' }).click();
  await expect(reader.report.summary).toHaveText('导入 4 个文件，共 10 篇文章');
  await expect(reader.report.line('old-clippings-gb18030.txt')).toContainText('2 篇文章');
  await reader.report.finish();
  await expect(reader.library.rows).toHaveCount(10);
  const files = await storedRows(reader.page, 'sourceFiles');
  const encodings = files.map(({ encoding }) => encoding);
  expect(encodings.sort()).toEqual(['gb18030', 'utf-8', 'utf-8', 'utf-8']);
  const titles = await reader.library.rows.locator('p:first-child').allTextContents();
  await reader.app.close();

  const again = new ReaderWindow(await start());
  await expect(again.library.rows).toHaveCount(10);
  expect(await again.library.rows.locator('p:first-child').allTextContents()).toEqual(titles);
  await again.viaPalette('打开示例档案库');
  await expect(again.report.summary).toHaveText('跳过 4 个文件');
  await again.report.finish();
  await expect(again.library.rows).toHaveCount(10);
  expect(again.app.errors).toEqual([]);
});

test('files given on the command line are imported at once', async ({ start, folder }) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [magazine, single])));
  await reader.review.acceptAll();
  await expect(reader.report.summary).toHaveText('导入 2 个文件，共 3 篇文章');
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText(magazine.expected[0]?.title ?? '');
});

test('a second start hands its files to the first window and ends', async ({
  start,
  folder,
  profile,
}) => {
  const reader = new ReaderWindow(await start());
  const files = await writeTexts(folder, [single]);
  const args = [...electronArgs(), PROJECT, '--archive', profile, ...files];
  const executable = await reader.app.electron.evaluate(() => process.execPath);
  const second = spawn(executable, args, { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await reader.review.acceptAll();
  await expect(reader.report.summary).toHaveText('导入 1 个文件，共 1 篇文章');
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText(single.expected[0]?.title ?? '');
  expect(reader.app.electron.windows()).toHaveLength(1);
});
