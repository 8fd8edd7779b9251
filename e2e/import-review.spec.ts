import path from 'node:path';
import { encodeText } from '../src/domain/text/testing/encode-text';
import { CLIPPING } from './fixtures/clipping';
import { magazine, single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedRows } from './support/database';
import { writeFiles, writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

async function open(start: Start, files: string[]): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(files));
  await expect(reader.review.dialog).toBeVisible();
  return reader;
}

const titles = async (reader: ReaderWindow) =>
  (await storedRows(reader.page, 'articles')).map((row) => row.title).sort();

test('every join, split and lift is shown and one key takes it back', async ({ start, folder }) => {
  const [file = ''] = await writeFiles(folder, [['剪报.txt', CLIPPING]]);
  const reader = await open(start, [file]);
  const { review } = reader;
  await expect(review.summary).toContainText('1 个文件，2 篇文章');
  await expect(review.row('孩子们在灯下读书')).toContainText('图注');

  // The second title joins the first article, and Ctrl+Z parts them again.
  await review.chooseLine(11);
  await review.press('u');
  await expect(review.summary).toContainText('1 个文件，1 篇文章');
  await review.press('Control+z');
  await expect(review.summary).toContainText('1 个文件，2 篇文章');
  await review.press('Control+Shift+Z');
  await expect(review.summary).toContainText('1 个文件，1 篇文章');
  await review.chooseLine(11);
  await review.press('t');
  await expect(review.summary).toContainText('1 个文件，2 篇文章');

  // The caption becomes a heading, then text.
  await review.chooseLine(5);
  await review.press('2');
  await expect(review.row('孩子们在灯下读书')).toContainText('小标题');
  await review.chooseLine(5);
  await review.press('1');
  await review.chooseLine(7);
  await review.press('u');
  await expect(review.row('家长们轮流值班')).toContainText('孩子们在灯下读书');

  // Nothing is written before it is accepted.
  expect(await storedRows(reader.page, 'articles')).toEqual([]);
  await review.acceptAll();
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText('柳堤社区办起夜间课堂');
  const texts = await reader.article.paragraphs.allTextContents();
  expect(texts).toContain(
    '孩子们在灯下读书家长们轮流值班，给孩子们烧水、关灯。社区书记说，课堂不大，却让一栋楼的人认识了。',
  );
  expect(await titles(reader)).toEqual(['柳堤社区办起夜间课堂', '石盘乡的信箱'].sort());
  expect(reader.app.errors).toEqual([]);
});

test('metadata is corrected before it is written', async ({ start, folder }) => {
  const [file = ''] = await writeTexts(folder, [single]);
  const reader = await open(start, [file]);
  const { review } = reader;
  await expect(review.field('来源')).toHaveValue('桐埠晚报');
  await review.setField('来源', '桐埠日报');
  await review.setField('版次', '第7版');
  await review.setField('期次', '总第88期');
  await review.acceptAll();
  await reader.report.finish();
  expect(await storedRows(reader.page, 'articles')).toMatchObject([
    { outlet: '桐埠日报', page: '第7版', issue: '总第88期', date: '2024-01-23' },
  ]);
  const facts = (await storedRows(reader.page, 'articles'))[0]?.facts;
  expect(facts).toMatchObject({ outlet: { rule: 'corrected' }, date: { line: 4 } });
});

test('a wrong encoding is put right, for all files of the import at once', async ({
  start,
  folder,
}) => {
  // Pure ASCII but for two bytes that are a character in both encodings: nobody could tell.
  const text = 'A report in Latin letters, with one Chinese name in it: 中\n';
  const bytes = Buffer.from(encodeText(text, 'big5'));
  const files = await writeFiles(folder, [
    ['一.txt', bytes],
    ['二.txt', Buffer.concat([bytes, Buffer.from('And another line of it.\n')])],
  ]);
  const reader = await open(start, files);
  const { review } = reader;
  await review.chooseEncoding('Big5');
  await expect(review.rows.filter({ hasText: '中' }).first()).toBeVisible();
  await review.applyToAll();
  await review.acceptAll();
  await reader.report.finish();
  const encodings = (await storedRows(reader.page, 'sourceFiles')).map((row) => row.encoding);
  expect(encodings).toEqual(['big5', 'big5']);
});

test('a whole file can be one article, a file can be left out, a cancelled import leaves nothing', async ({
  start,
  folder,
}) => {
  const clipping = await writeFiles(folder, [['剪报.txt', CLIPPING]]);
  const rest = await writeTexts(folder, [magazine, single]);
  const reader = await open(start, [...clipping, ...rest]);
  const { review } = reader;
  await review.openFile('剪报.txt');
  await review.setSwitch('整个文件是一篇文章', true);
  await expect(review.file('剪报.txt')).toContainText('1 篇');
  await review.include(magazine.fileName, false);
  await expect(review.summary).toContainText('1 个文件不导入');
  // What was changed is not lost by one key.
  await review.cancel();
  await review.discard.getByRole('button', { name: '继续审阅' }).click();
  await review.acceptAll();
  await reader.report.finish();
  expect(await titles(reader)).toEqual(
    ['柳堤社区办起夜间课堂', single.expected[0]?.title ?? ''].sort(),
  );
});

test('punctuation and spaces are mended only when that is asked for', async ({ start, folder }) => {
  const printed = '云汀街道把空房子改成了茶座,老人们每天都来坐坐,社 工 轮流烧水，从来没有断过。';
  const [file = ''] = await writeFiles(folder, [['茶座.txt', `云汀街道的茶座\n\n${printed}\n`]]);
  const reader = await open(start, [file]);
  const { review } = reader;
  await expect(review.row(printed)).toBeVisible();
  await review.setSwitch('修整标点', true);
  await expect(review.row('改成了茶座，老人们每天都来坐坐，社 工 轮流')).toBeVisible();
  await review.setSwitch('去掉汉字间空格', true);
  await expect(review.row('，社工轮流烧水，')).toBeVisible();
  await review.setSwitch('修整标点', false);
  await expect(review.row('改成了茶座,老人们每天都来坐坐,社工轮流')).toBeVisible();
  await review.acceptAll();
  await reader.report.finish();
  expect(await storedRows(reader.page, 'articleTexts')).toMatchObject([
    { text: printed.replace('社 工 ', '社工') },
  ]);
});

test('what the columns of a table are can be chosen', async ({ start, folder }) => {
  const first = '社区里的一件小事，先写成了这样一个很长很长的草稿，后来又改了。'.repeat(4);
  const last = '社区里的一件小事，最后写成了这样。';
  const [file = ''] = await writeFiles(folder, [
    ['表.csv', `名目,初稿,定稿\n小事,${first},${last}\n`],
  ]);
  const reader = await open(start, [file]);
  const { review } = reader;
  await expect(review.row(first)).toBeVisible();
  await review.chooseColumn('标题', '名目');
  await review.chooseColumn('正文', '定稿');
  await expect(review.row(last)).toBeVisible();
  await review.acceptAll();
  await reader.report.finish();
  expect(await titles(reader)).toEqual(['小事']);
  expect(await storedRows(reader.page, 'articleTexts')).toMatchObject([{ text: last }]);
});

test.describe('a text that is there already', () => {
  const later = {
    ...single,
    fileName: '另一份.txt',
    text: single.text.replace('三十四位', '三十五位').replace('桐埠晚报', '桐埠晨报'),
  };

  async function openBoth(start: Start, folder: string): Promise<ReaderWindow> {
    const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
    await reader.imported();
    await reader.library.open(single.expected[0]?.title ?? '');
    await reader.article.highlight('老祠堂里飘出米饭的香味');
    await reader.article.highlight('三十四位', '2');
    await expect(reader.panel.cards).toHaveCount(2);
    await writeTexts(folder, [later]);
    await reader.app.close();
    const again = await open(start, [path.join(folder, later.fileName)]);
    await expect(again.review.summary).toContainText('1 篇重复');
    return again;
  }

  test('is shown beside the old one and can be skipped', async ({ start, folder }) => {
    const reader = await openBoth(start, folder);
    await reader.review.openCompare();
    await expect(reader.review.compare).toContainText('三十五位');
    await reader.review.compare.getByRole('button', { name: '关闭' }).click();
    await reader.review.chooseDuplicate('跳过');
    await reader.review.acceptAll();
    await expect(reader.report.dialog).toContainText('跳过');
    await reader.report.finish();
    expect(await storedRows(reader.page, 'articles')).toHaveLength(1);
  });

  test('is replaced and its annotations move, what has no place is kept; undo', async ({
    start,
    folder,
    profile,
  }) => {
    const reader = await openBoth(start, folder);
    const before = await storedRows(reader.page, 'articles');
    await reader.review.chooseDuplicate('替换旧的（批注移过去）');
    await reader.review.acceptAll();
    await reader.report.finish();
    const after = await storedRows(reader.page, 'articles');
    expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id));
    expect(after[0]?.outlet).toBe('桐埠晨报');
    // The list follows quick changes with a pause.
    await expect(reader.library.rows).toHaveCount(1);
    await reader.library.open(single.expected[0]?.title ?? '');
    await expect(reader.panel.cards).toHaveCount(2);
    await expect(reader.panel.cardOf('老祠堂里飘出米饭的香味').quote).toContainText('第 3 段');
    await expect(reader.panel.cardOf('三十四位').quote).toContainText('未定位');
    await reader.undo();
    await expect(reader.panel.cardOf('三十四位').quote).toContainText('第 3 段');
    await reader.redo();
    await expect(reader.panel.cardOf('三十四位').quote).toContainText('未定位');
    await reader.app.close();
    expect((await zhaiji(profile, 'check', '--json')).json).toMatchObject([
      { ok: true, articles: 1, annotations: 2 },
    ]);
    // The history of the text tells what became of them.
    const [listed] = (await zhaiji(profile, 'list', '--json')).json;
    const history = await zhaiji(
      profile,
      'history',
      String(Reflect.get(Object(listed), 'id')),
      '--json',
    );
    const lost = expect.objectContaining({
      effect: 'unplaced',
      exact: expect.stringContaining('三十四位'),
    });
    expect(history.json).toMatchObject([
      { cause: 'replace', effects: expect.arrayContaining([lost]) },
    ]);
  });
});
