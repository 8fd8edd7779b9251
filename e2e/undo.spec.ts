import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes } from './support/database';
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
