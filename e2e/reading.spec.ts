import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ReaderWindow } from './pages/reader-window';
import { seriousFindings } from './support/axe';
import { storedNotes, storedRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** Long enough to be left in the middle. */
const LONG = [
  '溪口街道的一年',
  ...Array.from(
    { length: 60 },
    (_, index) =>
      `第${index + 1}周，溪口街道的社工走访了居民，记下他们对楼道照明、晾晒场地和老人用餐的意见，并在ＡＢ栋开了会。`,
  ),
].join('\n\n');

/** The words of a PDF in their order, without spaces. */
async function textOfPdf(file: string): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)) }).promise;
  let words = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    words += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  return words.replace(/\s/g, '');
}

test.setTimeout(180_000);

test('setting the text, finding in it and coming back to where it was left', async ({
  start,
  folder,
  profile,
}, testInfo) => {
  const files = await writeFiles(path.join(folder, 'in'), [['溪口.txt', LONG]]);
  let app = await start(files);
  let reader = await new ReaderWindow(app).imported();
  const { page } = reader;
  await reader.library.rows.first().click();
  await expect(reader.article.title).toBeVisible();
  await expect(reader.article.text).toHaveAttribute('lang', 'zh-CN');

  await page.getByRole('button', { name: '字号与版心' }).click();
  await page.getByRole('radio', { name: '米黄' }).click({ force: true });
  await page.getByRole('radio', { name: '2.0' }).click({ force: true });
  await page.getByRole('radio', { name: '黑体' }).click({ force: true });
  await expect(page.locator('[data-ground=sepia]')).toHaveCount(1);
  await expect(reader.article.text).toHaveCSS('line-height', '36px');
  expect.soft(await seriousFindings(page), 'comfort').toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('comfort.png') });
  await page.keyboard.press('Escape');

  await reader.article.focusText();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: '在文中查找' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('ab栋');
  await expect(page.getByText('没有找到')).toBeVisible();
  await page.getByText('不分大小写和全半角').click();
  await expect(page.getByText('第 1 处，共 60 处')).toBeVisible();
  await field.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F3');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText('第 2 处，共 60 处')).toBeVisible();
  expect((await reader.article.painted())['zj-found']).toHaveLength(60);
  expect.soft(await seriousFindings(page), 'find').toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('find.png') });
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  expect(await page.evaluate(() => String(window.getSelection()))).toBe('ＡＢ栋');

  // Every ground can be read, with the marks on it.
  await reader.article.highlight('第1周', '2');
  for (const ground of ['深色', '纸白']) {
    await page.getByRole('button', { name: '字号与版心' }).click();
    await page.getByRole('radio', { name: ground, exact: true }).first().click({ force: true });
    await page.keyboard.press('Escape');
    await expect(page.locator(`[data-ground=${ground === '深色' ? 'dark' : 'paper'}]`)).toHaveCount(
      1,
    );
    expect.soft(await seriousFindings(page), ground).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath(`ground-${ground}.png`) });
  }

  // A larger type leaves the words at the top where they are.
  const at = (words: string) => reader.article.paragraphs.filter({ hasText: words });
  const topOf = (words: string) =>
    at(words).evaluate((block) => Math.round(block.getBoundingClientRect().top / 40));
  await at('第20周').evaluate((block) => block.scrollIntoView());
  const before = await topOf('第20周');
  await reader.article.text.evaluate((text) => text.focus({ preventScroll: true }));
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+=');
  await expect(reader.article.text).toHaveCSS('font-size', '24px');
  await expect.poll(() => topOf('第20周')).toBe(before);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+-');
  await expect(reader.article.text).toHaveCSS('font-size', '18px');
  await expect.poll(() => topOf('第20周')).toBe(before);

  await reader.panel.cardOf('第1周').quote.click();
  await reader.article.focusText();
  await page.keyboard.press('t');
  await reader.panel.picker.put('楼道照明');
  await reader.panel.picker.close();
  await reader.article.focusText();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: '笔记', exact: true })).toBeFocused();
  await page.keyboard.insertText('此处与年终报告相合');
  await expect.poll(() => storedNotes(page)).toEqual(['此处与年终报告相合']);
  await page.keyboard.press('Escape');
  const pdf = path.join(folder, 'out.pdf');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, pdf);
  await reader.viaPalette('将文章和批注保存为 PDF');
  await expect(page.getByText('PDF 已保存')).toBeVisible();
  const printed = await textOfPdf(pdf);
  expect(printed).toContain('第1周[1]，溪');
  expect(printed).toContain('第60周');
  // The font draws two kinds of dashes alike, and the PDF tells the other one.
  expect(printed).toMatch(/“第1周”[—―]楼道照明/);
  expect(printed).toContain('此处与年终报告相合');

  const top = () =>
    reader.article.paragraphs.evaluateAll((blocks) =>
      blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80),
    );
  await reader.article.paragraphs.nth(40).evaluate((block) => block.scrollIntoView());
  await expect.poll(top).toBeGreaterThan(30);
  const left = await top();
  await app.close();

  app = await start();
  reader = new ReaderWindow(app);
  await reader.library.rows.first().click();
  await expect(reader.article.title).toBeAttached();
  await expect.poll(top).toBe(left);

  // Reading on is no change: nothing to undo, nothing to back up.
  const backups = await readdir(path.join(profile, 'backups'));
  const [place] = await storedRows(app.page, 'readingPlaces');
  await reader.article.paragraphs.nth(10).evaluate((block) => block.scrollIntoView());

  await expect
    .poll(async () => (await storedRows(app.page, 'readingPlaces'))[0])
    .not.toEqual(place);
  await app.page.getByRole('button', { name: '更多', exact: true }).first().click();
  await expect(app.page.getByRole('menuitem', { name: /^撤销/ })).toBeDisabled();
  await app.page.keyboard.press('Escape');
  await app.close();
  expect(await readdir(path.join(profile, 'backups'))).toEqual(backups);
  expect(app.errors).toEqual([]);
});
