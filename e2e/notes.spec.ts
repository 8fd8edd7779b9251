import type { Page } from '@playwright/test';
import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { compose } from './support/compose';
import { storedNotes, storedRows, storeRows } from './support/database';
import { expect, test } from './support/launch';
import { openNote } from './support/open-note';

const title = single.expected[0]?.title ?? '';

test('composed words come once, and the keys of a composition do nothing', async ({
  start,
  folder,
}) => {
  const reader = await openNote(start, folder);
  const { editor } = reader.panel.cardOf('老祠堂').note;
  const cdp = await reader.page.context().newCDPSession(reader.page);
  await compose(cdp, 'shehui', '社会');
  await expect(editor).toHaveText('社会');
  await compose(cdp, 'gongzuo', '工作');
  await expect(editor).toHaveText('社会工作');

  // The letters of a composition that is given up, with the keys that an input method takes.
  await cdp.send('Input.imeSetComposition', { text: 'zhi', selectionStart: 3, selectionEnd: 3 });
  for (const key of ['Enter', 'Escape']) {
    const press = { key, code: key, windowsVirtualKeyCode: 229 };
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  }
  await expect(editor).toBeFocused();
  await cdp.send('Input.insertText', { text: '治理' });
  await expect(editor).toHaveText('社会工作治理');
  await expect(editor.getByRole('paragraph')).toHaveCount(1);
  await expect.poll(() => storedNotes(reader.page)).toEqual(['社会工作治理']);
});

test('killed in mid-typing, at most the last half second is lost', async ({ start, folder }) => {
  const reader = await openNote(start, folder);
  const { page } = reader;
  const cdp = await page.context().newCDPSession(page);
  await compose(cdp, 'zhude', '值得引用');
  // A machine that hardly gets on with one letter is given the time that it took for that.
  const allowed = Math.max(500, 2 * (await untilStored(page)));
  // When each letter was in the text, by the clock that also tells when the process was killed.
  const typed: { at: number; length: number }[] = [];
  page.on('console', (message) => {
    const [, at, length] = /^typed (\d+) (\d+)$/.exec(message.text()) ?? [];
    if (at !== undefined) typed.push({ at: Number(at), length: Number(length) });
  });
  await reader.panel.cardOf('老祠堂').note.editor.evaluate((editor) => {
    const tell = () => console.log(`typed ${Date.now()} ${editor.textContent?.length ?? 0}`);
    new MutationObserver(tell).observe(editor, { subtree: true, characterData: true });
  });
  const typing = page.keyboard.type('再查县志里的说法'.repeat(60), { delay: 20 });
  // Killed, it cannot come to its end.
  typing.catch(() => undefined);
  await expect.poll(() => (typed.at(-1)?.at ?? 0) - (typed[0]?.at ?? 0)).toBeGreaterThan(2000);
  const killed = Date.now();
  await reader.app.kill();
  const last = typed.at(-1);
  expect(last?.length).toBeLessThan(400);

  const again = new ReaderWindow(await start());
  await again.library.open(title);
  await expect(again.panel.cardOf('老祠堂').root).toContainText('值得引用。再查');
  const [kept = ''] = await storedNotes(again.page);
  const longAgo = typed.filter(({ at }) => at < killed - allowed);
  expect(longAgo.length).toBeGreaterThan(10);
  expect(kept.length).toBeGreaterThanOrEqual(longAgo.at(-1)?.length ?? Number.NaN);
});

/** Milliseconds until one more letter lies in the database. */
function untilStored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await finished(indexedDB.open('zhaiji'));
    const began = performance.now();
    document.execCommand('insertText', false, '。');
    for (;;) {
      const rows: { plain: string }[] = await finished(
        database.transaction('notes').objectStore('notes').getAll(),
      );
      if (rows.some(({ plain }) => plain.endsWith('。'))) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    database.close();
    return performance.now() - began;
  });
}

test('words typed in the moment of closing are kept', async ({ start, folder }) => {
  const reader = await openNote(start, folder);
  await reader.page.keyboard.insertText('最后一句也不能丢');
  await reader.app.close();

  const again = new ReaderWindow(await start());
  await again.library.open(title);
  await expect(again.panel.cardOf('老祠堂').root).toContainText('最后一句也不能丢');
});

test('Markdown typed into a note becomes its form', async ({ start, folder }) => {
  const reader = await openNote(start, folder);
  const { note } = reader.panel.cardOf('老祠堂');
  const { keyboard } = reader.page;
  await keyboard.type('# 要点');
  await keyboard.press('Enter');
  await keyboard.type('- 老人自助');
  await keyboard.press('Enter');
  await keyboard.type('互助记分');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('> 小事不小');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('[ ] 核对次数');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('这是 **重点** 所在');
  const { editor } = note;
  await expect(editor.getByRole('heading', { level: 1, name: '要点' })).toBeVisible();
  await expect(editor.locator('ul:not([data-type]) > li')).toHaveText(['老人自助', '互助记分']);
  await expect(editor.getByRole('blockquote')).toHaveText('小事不小');
  await expect(editor.getByText('重点', { exact: true })).toHaveRole('strong');

  await editor.getByRole('checkbox', { name: '任务：核对次数' }).check();
  await note.leave();
  const read = reader.panel.cardOf('老祠堂').root;
  await expect(read.getByRole('heading', { name: '要点' })).toBeVisible();
  await expect(read.getByRole('checkbox')).toBeChecked();
});

test('a table is inserted, filled and given another row', async ({ start, folder }) => {
  const reader = await openNote(start, folder);
  const { note } = reader.panel.cardOf('老祠堂');
  await note.toolbar.getByRole('button', { name: '插入表格' }).click();
  await reader.page.keyboard.type('年份');
  await reader.page.keyboard.press('Tab');
  await reader.page.keyboard.type('次数');
  await expect(note.editor.getByRole('columnheader')).toHaveText(['年份', '次数', '']);
  await note.toolbar.getByRole('button', { name: '表格', exact: true }).click();
  await reader.page.getByRole('menuitem', { name: '在下方插入行' }).click();
  await expect(note.editor.getByRole('row')).toHaveCount(4);
  await expect.poll(() => storedNotes(reader.page)).toEqual([expect.stringContaining('次数')]);
});

test('notes on an article and on the archive are kept and listed', async ({ start, folder }) => {
  const reader = await openNote(start, folder);
  const { page, panel, notes } = reader;
  await page.keyboard.type('片段上的笔记');
  await panel.articleNote.click();
  await page.keyboard.type('文章上的笔记');
  await reader.goTo('笔记');
  await notes.openArchiveNote();
  await notes.archiveNote.type('档案库上的笔记');
  await expect(notes.rows).toHaveCount(2);
  await expect(notes.archiveNoteButton).toContainText('档案库上的笔记');
  await reader.app.close();

  const again = new ReaderWindow(await start());
  await again.goTo('笔记');
  await again.notes.openArchiveNote();
  await expect(again.notes.archiveNote.editor).toHaveText('档案库上的笔记');
  await again.notes.rows.filter({ hasText: '片段上的笔记' }).getByRole('button').click();
  await expect(again.article.title).toHaveText(title);
  await expect.poll(() => again.article.painted()).toMatchObject({ 'zj-selected': ['老祠堂'] });
  await expect(again.panel.region).toContainText('文章上的笔记');
  const kinds = (await storedRows(again.page, 'notes')).map(({ targetKind }) => targetKind);
  expect(kinds.sort()).toEqual(['annotation', 'archive', 'article']);
});

test('a passage’s note is found also where very many notes lie between those of an article', async ({
  start,
  folder,
}) => {
  const reader = await openNote(start, folder);
  const { page, article, panel } = reader;
  await page.keyboard.type('先写的笔记');
  await panel.cardOf('老祠堂').note.leave();
  await article.highlight('社工葛青');
  await page.keyboard.press('n');
  await expect(panel.cardOf('社工葛青').note.editor).toBeFocused();
  await page.keyboard.type('后写的笔记');
  await panel.cardOf('社工葛青').note.leave();
  await expect.poll(() => storedNotes(page)).toHaveLength(2);

  // As if other articles had been noted in the time between the two.
  const [first] = await storedRows(page, 'notes');
  const others = Array.from({ length: 150 }, (_, index) => ({
    ...first,
    id: `${first?.id}-${index}`,
    targetId: `${first?.targetId}-${index}`,
  }));
  await storeRows(page, 'notes', others);
  await page.reload();
  await reader.library.open(title);
  await expect(panel.cards).toHaveCount(2);
  await expect(panel.region).toContainText('先写的笔记');
  await expect(panel.region).toContainText('后写的笔记');
});

test('the search finds the words of notes and leads to what they are on', async ({
  start,
  folder,
}) => {
  const reader = await openNote(start, folder);
  await reader.page.keyboard.type('祠堂改作食堂');
  await reader.panel.cardOf('老祠堂').note.leave();
  await expect.poll(() => storedNotes(reader.page)).toEqual(['祠堂改作食堂']);
  await reader.search.open();
  await reader.search.type('改作食堂');
  await expect(reader.search.hits).toHaveCount(1);
  await expect(reader.search.hits).toContainText('笔记');
  await reader.page.keyboard.press('Enter');
  await expect.poll(() => reader.article.painted()).toMatchObject({ 'zj-selected': ['老祠堂'] });
});
