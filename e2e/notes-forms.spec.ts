import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes, storedRows } from './support/database';
import { expect, test } from './support/launch';
import { menuOf, openNote } from './support/open-note';

test('words go on below a quotation or a picture; what a deleted passage said stays in its quotation', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const reader = await openNote(start, folder);
  const { page, notes, panel, article } = reader;
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  const { editor } = notes.archiveNote;
  await page.getByRole('button', { name: '阅读摘要' }).click();
  await page.keyboard.type('先抄一句。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/qrywpd');
  await page.keyboard.press('Enter');
  await menuOf(reader)
    .getByRole('option', { name: /老祠堂/ })
    .click();
  await page.keyboard.type('再说几句');
  await expect(editor.locator('figure')).toContainText('老祠堂');
  await expect(editor.locator('p', { hasText: '再说几句' })).toHaveText('再说几句');
  await expect(editor.getByRole('heading')).toHaveText([
    '研究问题',
    '主要内容',
    '关键引文',
    '评论与疑问',
  ]);

  // A picture pasted at the very end.
  await page.keyboard.press('Control+End');
  await editor.evaluate(async (element) => {
    const canvas = new OffscreenCanvas(40, 20);
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const data = new DataTransfer();
    data.items.add(new File([blob], '图.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  const picture = editor.getByRole('img', { name: '笔记里的图片' });
  await expect(picture).toBeVisible();
  await page.keyboard.type('图后的字');
  await expect(picture).toBeVisible();
  await expect.poll(() => storedNotes(page)).toContainEqual(expect.stringMatching(/图后的字$/));

  // The passage goes; its words stay in the quotation, told to be gone, and come back with it.
  await reader.goTo('文章');
  await reader.library.open(single.expected[0]?.title ?? '');
  await panel.cardOf('老祠堂').quote.press('Delete');
  await expect(panel.cards).toHaveCount(0);
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  await expect(editor.locator('figure').first()).toContainText('老祠堂链接的内容已删除');
  await reader.goTo('文章');
  await reader.library.open(single.expected[0]?.title ?? '');
  await article.focusText();
  await reader.undo();
  await expect(panel.cards).toHaveCount(1);
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  await editor.locator('figure').getByRole('button', { name: '到原文' }).click();
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-selected': ['老祠堂'] });
  expect(reader.app.errors).toEqual([]);
});

test('tables, tasks, code and footnotes are what they were after a restart', async ({
  start,
  folder,
}) => {
  const reader = await openNote(start, folder);
  const { page, panel } = reader;
  const { note } = panel.cardOf('老祠堂');
  const { keyboard } = page;
  await keyboard.type('[ ] 核对登记表');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('```');
  await keyboard.press('Enter');
  await keyboard.type('# 不是标题');
  await keyboard.press('Control+Enter');
  await note.toolbar.getByRole('button', { name: '插入表格' }).click();
  for (const word of ['月份', '次数', '', '一月', '41']) {
    await keyboard.type(word);
    await keyboard.press('Tab');
  }
  await keyboard.press('Control+End');
  await keyboard.type('见公示');
  await keyboard.type(' /footnote');
  await menuOf(reader).getByRole('option', { name: '脚注' }).waitFor();
  await keyboard.press('Enter');
  await page.getByRole('textbox', { name: '脚注文字' }).fill('二月底的数字');
  await keyboard.press('Enter');
  await note.editor.getByRole('checkbox', { name: '任务：核对登记表' }).check();
  // The box stands before its words, where the note is written as where it is read.
  const beside = async (root: typeof note.editor) => {
    const box = await root.getByRole('checkbox').boundingBox();
    const words = await root.getByText('核对登记表', { exact: true }).boundingBox();
    return (
      box !== null &&
      words !== null &&
      box.x + box.width <= words.x &&
      Math.abs(box.y + box.height / 2 - words.y - words.height / 2) < 6
    );
  };
  expect(await beside(note.editor)).toBe(true);
  await expect
    .poll(() => storedNotes(page))
    .toEqual([expect.stringMatching(/核对登记表\n# 不是标题\n.*月份.*41.*见公示.*二月底的数字/s)]);
  expect(reader.app.errors).toEqual([]);
  // The box was ticked last.
  const doc = async (shown: typeof page) => (await storedRows(shown, 'notes'))[0]?.doc;
  await expect.poll(async () => JSON.stringify(await doc(page))).toContain('"checked":true');
  const before = await doc(page);
  await reader.app.close();

  const app = await start();
  const again = new ReaderWindow(app);
  await again.library.open(single.expected[0]?.title ?? '');
  const { root, note: later } = again.panel.cardOf('老祠堂');
  await expect(root.getByRole('checkbox')).toBeChecked();
  expect(await beside(root)).toBe(true);
  await expect(root.locator('pre')).toHaveText('# 不是标题');
  await expect(root.getByRole('columnheader')).toHaveText(['月份', '次数', '']);
  await expect(root.getByRole('cell').nth(1)).toHaveText('41');
  await expect(root).toContainText('二月底的数字');
  await later.begin();
  await expect(later.editor.getByRole('note', { name: '脚注：二月底的数字' })).toBeVisible();
  // Only looked at, it is as it was.
  await later.leave();
  expect(await doc(again.page)).toEqual(before);
  expect(app.errors).toEqual([]);
});
