import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { TextEditor } from './pages/text-editor';
import { storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

test('a text is changed as a whole, at its very beginning and end, and by ten thousand characters', async ({
  start,
  folder,
}, info) => {
  test.setTimeout(180_000);
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { article, panel, page } = reader;
  const { keyboard } = page;
  const editor = new TextEditor(page);
  const words = async () => String((await storedRows(page, 'articleTexts'))[0]?.text);
  const original = await words();
  const head = original.slice(0, 4);
  const tail = original.slice(-4);
  await article.highlight(head, '1');
  await article.highlight(tail, '2');
  await article.highlight('老祠堂', '3');
  const right = { 'zj-yellow-0': [head], 'zj-red-0': [tail], 'zj-green-0': ['老祠堂'] };
  await expect.poll(() => article.painted()).toMatchObject(right);

  // Nothing at all is no text: refused, with what was typed still there.
  await article.focusText();
  await editor.open();
  await editor.text.focus();
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await expect(editor.preview).toContainText('3 条批注会失去位置');
  await page.screenshot({ path: info.outputPath('emptied.png') });
  await expect(editor.dialog.getByText('原文不能为空')).toBeVisible();
  await expect(editor.dialog.getByRole('button', { name: '保存' })).toBeDisabled();
  // The window's own undo takes it back, and then there is nothing to save.
  await keyboard.press('Control+z');
  await expect(editor.text).toHaveValue(original);
  await expect(editor.preview).toContainText('还没有改动');

  // Cut out and put back with one word corrected elsewhere, only that word is changed.
  await keyboard.press('Control+a');
  await keyboard.press('Delete');
  await keyboard.insertText(original.replace('七十一岁', '七十二岁'));
  await expect(editor.preview).toContainText('1 处改动');
  await expect(editor.preview).toContainText('不影响任何批注');
  await keyboard.press('Control+z');
  await keyboard.press('Control+z');
  await expect(editor.text).toHaveValue(original);
  await expect(editor.preview).toContainText('还没有改动');

  // Words before the first and after the last character belong to no annotation there.
  await keyboard.press('Control+Home');
  await keyboard.insertText('【通讯】');
  await keyboard.press('Control+End');
  await keyboard.insertText('（完）');
  await expect(editor.preview).toContainText('2 处改动');
  await editor.save();
  await expect.poll(words).toBe(`【通讯】${original}（完）`);
  await expect.poll(() => article.painted()).toMatchObject(right);

  // Very many characters in the middle of a marked word: it is still that word, and more.
  const many = '𠮷祥里的茶会，'.repeat(1250);
  await article.focusText();
  await editor.open();
  await editor.text.evaluate((area) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('Not a text area');
    area.focus();
    const at = area.value.indexOf('老祠堂') + 1;
    area.setSelectionRange(at, at);
  });
  await keyboard.insertText(many);
  await expect(editor.preview).toContainText('1 条批注的文字有变');
  await editor.save();
  await expect
    .poll(words)
    .toBe(`【通讯】${original}（完）`.replace('老祠堂', () => `老${many}祠堂`));
  const exact = async () =>
    (await storedRows(page, 'annotations')).map((row) => String(row.exact)).sort();
  expect(await exact()).toEqual([head, tail, `老${many}祠堂`].sort());

  // All of it is replaced by something else: nothing is lost, and every step goes back and forth.
  await article.focusText();
  await editor.open();
  await editor.text.focus();
  await keyboard.press('Control+a');
  await keyboard.insertText('另一篇文章。\n\n\n第二段。');
  await editor.save();
  await expect.poll(words).toBe('另一篇文章。\n第二段。');
  await expect(panel.region).toContainText('未定位 (3)');
  for (let step = 0; step < 3; step += 1) {
    await article.focusText();
    await reader.undo();
  }
  await expect.poll(words).toBe(original);
  await expect.poll(() => article.painted()).toMatchObject(right);
  for (let step = 0; step < 3; step += 1) await reader.redo();
  await expect.poll(words).toBe('另一篇文章。\n第二段。');
  await expect(panel.region).toContainText('未定位 (3)');

  await editor.openHistory();
  await expect(editor.history.getByRole('article')).toHaveCount(3);
  await page.screenshot({ path: info.outputPath('history-large.png') });
  await editor.restore(2);
  await keyboard.press('Escape');
  await expect.poll(words).toBe(original);
  await expect.poll(() => article.painted()).toMatchObject(right);
  await expect(panel.region).not.toContainText('未定位');
  expect(reader.app.errors).toEqual([]);
});
