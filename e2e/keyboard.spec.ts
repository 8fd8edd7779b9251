import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes } from './support/database';
import { answerDialogs, readTree } from './support/files';
import { expect, test } from './support/launch';

/** Presses Tab until the focus is where it is wanted; a control that is never reached fails. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test('the main job without a mouse', async ({ start, folder }) => {
  const reader = new ReaderWindow(await start());
  const { page, report, library, article, panel, search, exporting } = reader;
  const { keyboard } = page;

  await tabTo(page, page.getByRole('button', { name: '打开示例档案库' }));
  await keyboard.press('Enter');
  await expect(report.summary).toHaveText('导入 4 个文件，共 10 篇文章');
  // The button that closes the report has the focus.
  await keyboard.press('Enter');
  await expect(report.dialog).toHaveCount(0);

  await expect(library.rows).toHaveCount(10);
  await tabTo(page, library.list);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(article.title).toBeVisible();
  const title = (await article.title.textContent()) ?? '';

  await keyboard.press('r');
  await expect(article.text).toBeFocused();
  await keyboard.press('j');
  const number = await article.currentParagraph();
  const words = (await article.paragraphs.nth(number - 1).textContent()) ?? '';
  await keyboard.press('h');
  await expect.poll(() => panel.quotes()).toEqual([words]);

  await keyboard.press('t');
  await expect(panel.picker.field).toBeFocused();
  await keyboard.insertText('社区服务');
  await expect(panel.picker.options.first()).toContainText('新建标签「社区服务」');
  await keyboard.press('Enter');
  const card = panel.cardOf(words);
  await expect(card.tag('社区服务')).toBeVisible();
  await keyboard.press('Escape');
  await expect(panel.picker.dialog).toHaveCount(0);

  await keyboard.press('n');
  await expect(card.note.editor).toBeFocused();
  await keyboard.insertText('只用键盘写下');
  await expect.poll(() => storedNotes(page)).toEqual(['只用键盘写下']);
  await keyboard.press('Escape');
  await expect(card.note.editor).toHaveCount(0);

  const phrase = words.slice(0, 6);
  await keyboard.press('Control+Shift+F');
  await expect(search.field).toBeFocused();
  await keyboard.insertText(phrase);
  await expect(search.hits.first()).toContainText(phrase);
  await keyboard.press('ArrowDown');
  await expect(search.results).toBeFocused();
  await keyboard.press('Enter');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-match': [phrase] });

  const out = path.join(folder, 'out');
  await answerDialogs(reader.app.electron, [out]);
  await keyboard.press('Control+e');
  await expect(page.getByRole('button', { name: '选择文件夹' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(exporting.dialog).toContainText(out);
  await tabTo(page, exporting.begin);
  await keyboard.press('Enter');
  await expect(exporting.summary).toHaveText('写出 1 个文件');
  await keyboard.press('Enter');
  await expect(exporting.done).toHaveCount(0);
  const [markdown = ''] = [...(await readTree(out)).values()];
  expect(markdown).toContain(title);
  expect(markdown).toContain('#社区服务');
  expect(markdown).toContain('只用键盘写下');
  expect(reader.app.errors).toEqual([]);
});

test('panes are reached and left with the keys that the lists promise', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  await reader.openSample();
  const { page, library, article } = reader;
  const { keyboard } = page;
  await keyboard.press('/');
  await expect(library.filter).toBeFocused();
  await keyboard.insertText('没有这样的题目');
  await expect(library.rows).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(library.rows).toHaveCount(10);
  await keyboard.press('ArrowDown');
  await expect(library.list).toBeFocused();
  await keyboard.press('End');
  await expect(library.rows.last()).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(article.title).toBeVisible();
  await keyboard.press('Home');
  await keyboard.press('Enter');
  const last = (await article.title.textContent()) ?? '';
  await keyboard.press('Alt+ArrowLeft');
  await expect(article.title).not.toHaveText(last);
  await keyboard.press('Alt+ArrowRight');
  await expect(article.title).toHaveText(last);
});
