import path from 'node:path';
import {
  binary,
  type ExpectedArticle,
  emoji,
  gb18030,
  gb18030Bytes,
  hostileTitle,
  longArticle,
  magazine,
  manyArticles,
  markdown,
  single,
  utf16le,
  wrapped,
} from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedRows } from './support/database';
import { drop } from './support/drop';
import { answerDialogs, writeFiles, writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

/** Opens an article and compares what is read with what stood in its file. */
async function expectArticle(reader: ReaderWindow, expected: ExpectedArticle): Promise<void> {
  await reader.library.open(expected.title);
  const { paragraphs } = reader.article;
  const shown = await paragraphs.allTextContents();
  expect(shown.filter((text) => expected.body.includes(text))).toEqual(expected.body);
  const headings = reader.article.text.getByRole('heading', { level: 2 });
  expect(await headings.allTextContents()).toEqual(expected.headings);
  for (const caption of expected.captions) expect(shown).toContain(caption);
  const facts = reader.page.getByRole('article', { name: expected.title });
  await expect(facts).toContainText(expected.outlet);
}

test('messy files of every encoding come in through the dialog, bad ones are told', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start());
  const good = await writeTexts(folder, [magazine, wrapped, markdown]);
  const bytes = await writeFiles(folder, [
    [gb18030.fileName, gb18030Bytes],
    [`utf16-${single.fileName}`, utf16le()],
    ['空.txt', ''],
    ['不是文本.txt', binary()],
  ]);
  const missing = path.join(folder, '不在.txt');
  await answerDialogs(reader.app.electron, [...good, ...bytes, missing]);
  await reader.page.getByRole('button', { name: '导入文件…' }).click();
  await reader.review.acceptAll();

  const { report } = reader;
  await expect(report.summary).toHaveText('导入 5 个文件，共 6 篇文章；3 个文件失败');
  await expect(report.line('空.txt')).toContainText('文件是空的');
  await expect(report.line('不是文本.txt')).toContainText('这是图片');
  await expect(report.line('不在.txt')).toContainText('找不到这个文件');
  await expect(report.line(magazine.fileName)).toContainText('2 篇文章');
  await report.finish();

  await expect(reader.library.rows).toHaveCount(6);
  for (const source of [magazine, wrapped, markdown, gb18030, single]) {
    for (const expected of source.expected) await expectArticle(reader, expected);
  }
  const encodings = (await storedRows(reader.page, 'sourceFiles')).map((row) => row.encoding);
  expect(encodings.sort()).toEqual(['gb18030', 'utf-16le', 'utf-8', 'utf-8', 'utf-8']);
  expect(reader.app.errors).toEqual([]);
});

test('a folder brings in its texts and those in it, and only these', async ({ start, folder }) => {
  const reader = new ReaderWindow(await start());
  const inputs = path.join(folder, 'inputs');
  await writeTexts(inputs, [single, markdown]);
  await writeTexts(path.join(inputs, '2024'), [emoji]);
  await writeFiles(inputs, [
    ['photo.jpg', binary()],
    ['README.md', '# 说明'],
  ]);
  await answerDialogs(reader.app.electron, [inputs]);
  await reader.page.keyboard.press('Control+Shift+O');
  await reader.review.acceptAll();
  await expect(reader.report.summary).toHaveText('导入 3 个文件，共 3 篇文章');
  await reader.report.finish();
  for (const expected of emoji.expected) await expectArticle(reader, expected);

  // Once more, with one file that is new: the others are known by their content.
  await writeTexts(inputs, [wrapped]);
  await reader.page.keyboard.press('Control+Shift+O');
  await reader.review.acceptAll();
  await expect(reader.report.summary).toHaveText('导入 1 个文件，共 1 篇文章；跳过 3 个文件');
  await expect(reader.report.line(single.fileName)).toContainText('已导入过相同的文件');
});

test('files dropped on the window are imported', async ({ start, folder }) => {
  const reader = new ReaderWindow(await start());
  // Names in ASCII: with others the browser wants a locale that not every system has.
  await drop(reader.page, { files: await writeTexts(folder, [markdown, hostileTitle]) });
  await reader.review.acceptAll();
  await expect(reader.report.summary).toHaveText('导入 2 个文件，共 2 篇文章');
  await reader.report.finish();
  for (const expected of markdown.expected) await expectArticle(reader, expected);
});

test('a text dropped or pasted is imported after a question', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  const question = reader.page.getByRole('dialog', { name: '粘贴的文字' });
  await drop(reader.page, { text: single.text });
  await expect(question).toContainText('老祠堂里飘出米饭的香味');
  await question.getByRole('textbox', { name: '名称' }).fill('剪报一');
  await question.getByRole('button', { name: '导入' }).click();
  await reader.review.acceptAll();
  await expect(reader.report.line('剪报一')).toContainText('1 篇文章');
  await reader.report.finish();
  for (const expected of single.expected) await expectArticle(reader, expected);

  await reader.app.electron.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    markdown.text,
  );
  await reader.article.focusText();
  await reader.page.keyboard.press('Control+v');
  await question.getByRole('textbox', { name: '名称' }).press('Enter');
  await reader.review.acceptAll();
  await expect(reader.report.summary).toHaveText('导入 1 个文件，共 1 篇文章');
  await reader.report.finish();
  await expect(reader.library.rows).toHaveCount(2);
});

test('what is copied from a web page keeps its paragraphs', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  const paragraphs = ['渡口街道的夜校开课了。', '第一课讲的是怎样写一张清楚的借条。'];
  const html = `<h2>夜校开课</h2>${paragraphs.map((each) => `<p>${each}</p>`).join('')}`;
  // Some programs put all of it into one line.
  await drop(reader.page, { text: `夜校开课 ${paragraphs.join(' ')}`, html });
  const question = reader.page.getByRole('dialog', { name: '粘贴的文字' });
  await question.getByRole('textbox', { name: '名称' }).press('Enter');
  await reader.review.acceptAll();
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText('夜校开课');
  await expect(reader.article.paragraphs).toHaveText(paragraphs);
});

/**
 * Begins to import 306 files: very many small ones, and long ones at the end, so that there is always
 * something left to cancel.
 */
async function beginMany(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start());
  const inputs = path.join(folder, 'inputs');
  await writeTexts(inputs, manyArticles(300));
  const long = longArticle(4000).text.repeat(4);
  const names = [1, 2, 3, 4, 5, 6].map((index) => `zz-${index}.txt`);
  await writeFiles(
    inputs,
    names.map((name) => [name, `${long}\n\n${name}`] as const),
  );
  await answerDialogs(reader.app.electron, [inputs]);
  await reader.page.keyboard.press('Control+Shift+O');
  return reader;
}

test('reading can be stopped: what was read is shown, and nothing is stored of it unasked', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const reader = await beginMany(start, folder);
  const running = reader.page.getByRole('dialog', { name: '正在读取' });
  await expect(running).toContainText(/(?:[3-9]\d|\d{3}) \/ 306 个文件/);
  await running.getByRole('button', { name: '停止读取' }).click();
  await expect(reader.review.dialog).toBeVisible();
  const files = Number(
    /^(\d+) 个文件/.exec((await reader.review.summary.textContent()) ?? '')?.[1],
  );
  expect(files).toBeGreaterThan(0);
  expect(files).toBeLessThan(306);
  await reader.review.cancel();
  // Reading so many files again would take long: it asks.
  await reader.review.discard.getByRole('button', { name: '放弃导入' }).click();
  await expect(reader.review.dialog).toHaveCount(0);
  expect(await storedRows(reader.page, 'sourceFiles')).toEqual([]);
});

test('writing can be stopped: whole files stay, and the report says which', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(120_000);
  const reader = await beginMany(start, folder);
  await reader.review.accept.click();
  const running = reader.page.getByRole('dialog', { name: '正在写入' });
  await expect(running).toContainText(/[1-9]\d* \/ 306 个文件/);
  await running.getByRole('button', { name: '取消' }).click();
  await expect(reader.report.dialog).toHaveAccessibleName('导入已取消');
  const summary = (await reader.report.summary.textContent()) ?? '';
  const [, files, articles] = (/导入 (\d+) 个文件，共 (\d+) 篇/.exec(summary) ?? []).map(Number);
  expect(files).toBeGreaterThan(0);
  expect(files).toBeLessThan(306);
  await reader.report.finish();
  await expect(reader.library.status).toHaveText(`${articles} 篇`);
  await reader.app.close();

  const check = await zhaiji(profile, 'check', '--json');
  expect(check.code).toBe(0);
  expect(check.json).toMatchObject([{ ok: true, articles, problems: [] }]);
});
