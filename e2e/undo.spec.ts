import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes, storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

const title = single.expected[0]?.title ?? '';

async function openSingle(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText(title);
  return reader;
}

test('highlight, colour and tag are undone and redone one by one', async ({ start, folder }) => {
  const reader = await openSingle(start, folder);
  const { article, panel, page } = reader;
  const card = panel.cardOf('老祠堂');
  await article.highlight('老祠堂', '1');
  await expect(card.quote).toContainText('黄');
  await page.keyboard.press('2');
  await expect(card.quote).toContainText('红');
  await page.keyboard.press('t');
  await panel.picker.put('地点');
  await panel.picker.close();
  await expect(card.tag('地点')).toBeVisible();

  await article.focusText();
  await reader.undo();
  await expect(card.tag('地点')).toHaveCount(0);
  await reader.undo();
  await expect(card.quote).toContainText('黄');
  await reader.undo();
  await expect(panel.cards).toHaveCount(0);
  await expect.poll(() => article.painted()).toEqual({});

  await reader.redo();
  await expect(card.quote).toContainText('黄');
  await reader.redo();
  await expect(card.quote).toContainText('红');
  await reader.redo();
  await expect(card.tag('地点')).toBeVisible();
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-red-0': ['老祠堂'] });
});

test('a deleted annotation comes back with its tags and its note', async ({ start, folder }) => {
  const reader = await openSingle(start, folder);
  const { article, panel, page } = reader;
  const card = panel.cardOf('葛青');
  await article.highlight('葛青', '5');
  await page.keyboard.press('t');
  await panel.picker.put('人物');
  await panel.picker.close();
  await card.note.begin();
  await card.note.type('主意出自一线社工');
  await card.note.leave();
  await expect.poll(() => storedNotes(page)).toEqual(['主意出自一线社工']);

  await card.quote.press('Delete');
  await expect(panel.cards).toHaveCount(0);
  expect(await storedNotes(page)).toEqual([]);
  await reader.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(card.tag('人物')).toBeVisible();
  await expect(card.root).toContainText('主意出自一线社工');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-purple-0': ['葛青'] });
});

test('a deleted article comes back with annotations, tags and notes', async ({ start, folder }) => {
  const reader = await openSingle(start, folder);
  const { article, panel, library, page } = reader;
  await article.highlight('棠溪村', '3');
  await page.keyboard.press('t');
  await panel.picker.put('地点');
  await panel.picker.close();
  await panel.articleNote.click();
  await page.keyboard.type('通讯写得好');
  await expect.poll(() => storedNotes(page)).toEqual(['通讯写得好']);

  await library.row(title).click();
  await page.keyboard.press('Delete');
  await expect(library.rows).toHaveCount(0);
  await reader.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await library.open(title);
  await expect(panel.cardOf('棠溪村').tag('地点')).toBeVisible();
  await expect(panel.region).toContainText('通讯写得好');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-green-0': ['棠溪村'] });

  await article.focusText();
  await reader.redo();
  await expect(library.rows).toHaveCount(0);
  expect(await storedNotes(page)).toEqual([]);
});

test('a deleted note comes back', async ({ start, folder }) => {
  const reader = await openSingle(start, folder);
  const { article, panel, page } = reader;
  const { note, root } = panel.cardOf('葛青');
  await article.highlight('葛青');
  await page.keyboard.press('n');
  await expect(note.editor).toBeFocused();
  await page.keyboard.type('一线社工');
  await expect.poll(() => storedNotes(page)).toEqual(['一线社工']);
  await note.toolbar.getByRole('button', { name: '删除笔记' }).click();
  await expect.poll(() => storedNotes(page)).toEqual([]);
  await expect(root).not.toContainText('一线社工');
  await reader.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(root).toContainText('一线社工');
  expect(await storedNotes(page)).toEqual(['一线社工']);
});

test('a hundred steps are kept, and the menu says what the next one is', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const reader = await openSingle(start, folder);
  const { article, page, app } = reader;
  const { keyboard } = page;
  /** What the native menu offers, and whether it can be chosen. */
  const offered = () =>
    app.electron.evaluate(({ Menu }) => {
      const all = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
      const find = (sign: RegExp) => all?.find(({ label }) => sign.test(label));
      const [undo, redo] = [find(/^撤销/), find(/^重做/)];
      return [undo?.label, undo?.enabled, redo?.label, redo?.enabled];
    });
  const color = async () => (await storedRows(page, 'annotations'))[0]?.color;
  const colors = ['yellow', 'red', 'green', 'blue', 'purple'];

  await article.highlight('老祠堂', '1');
  await expect.poll(offered).toEqual(['撤销高亮', true, '重做', false]);
  // One more than are kept: the first is forgotten.
  for (let step = 1; step <= 100; step += 1) await keyboard.press(String((step % 5) + 1));
  await expect.poll(offered).toEqual(['撤销更改颜色', true, '重做', false]);
  await expect.poll(color).toBe(colors[0]);
  await keyboard.press('Delete');
  await expect.poll(offered).toEqual(['撤销删除 1 条批注', true, '重做', false]);
  await reader.undo();
  await expect.poll(offered).toEqual(['撤销更改颜色', true, '重做删除 1 条批注', true]);
  for (let step = 99; step >= 1; step -= 1) {
    await reader.undo();
    await expect.poll(color, `step ${step}`).toBe(colors[step % 5]);
  }
  // The highlight itself was the oldest step but one.
  await expect.poll(offered).toEqual(['撤销', false, '重做更改颜色', true]);
  await reader.undo();
  expect(await storedRows(page, 'annotations')).toHaveLength(1);
  for (let step = 2; step <= 100; step += 1) await reader.redo();
  await expect.poll(offered).toEqual(['撤销更改颜色', true, '重做删除 1 条批注', true]);
  await reader.redo();
  await expect.poll(() => storedRows(page, 'annotations')).toEqual([]);
  expect(app.errors).toEqual([]);
});
