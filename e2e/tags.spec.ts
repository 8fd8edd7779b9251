import { magazine } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes } from './support/database';
import { writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

const [corridor, stools] = magazine.expected;
if (corridor === undefined || stools === undefined) throw new Error('The fixture has two articles');

/** The window with the first of the two articles of `magazine` open. */
async function openMagazine(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [magazine])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText(corridor?.title ?? '');
  return reader;
}

/** Highlights words of the open article and puts tags on them. */
async function tagWords(reader: ReaderWindow, words: string, tags: string[]): Promise<void> {
  const { picker } = reader.panel;
  await reader.article.dragOver(words);
  await reader.article.toolbar.waitFor();
  await reader.page.keyboard.press('t');
  for (const tag of tags) await picker.put(tag);
  await picker.close();
}

test('tags are made while tagging, and completed from what is typed', async ({ start, folder }) => {
  const reader = await openMagazine(start, folder);
  const { picker } = reader.panel;
  await tagWords(reader, '风雨廊', ['公共空间', '居民议事']);
  const card = reader.panel.cardOf('风雨廊');
  await expect(card.tag('公共空间')).toBeVisible();
  await expect(card.tag('居民议事')).toBeVisible();

  await reader.article.dragOver('顺口溜');
  await reader.page.keyboard.press('t');
  await picker.field.fill('议');
  await expect(picker.options.first()).toContainText('居民议事');
  await expect(picker.options.last()).toContainText('新建标签「议」');
  await reader.page.keyboard.press('Enter');
  await expect(reader.panel.cardOf('顺口溜').tag('居民议事')).toBeVisible();
  // A name that there is offers no second tag of that name.
  await picker.field.fill('公共空间');
  await expect(picker.options).toHaveCount(1);
  await picker.close();

  // Initials find it as well, and with nothing typed the one used last is on top.
  await reader.article.dragOver('长椅');
  await reader.article.toolbar.waitFor();
  await reader.page.keyboard.press('t');
  await expect(picker.options).toHaveText([/居民议事/, /公共空间/]);
  await picker.field.fill('ggkj');
  await expect(picker.options.first()).toContainText('公共空间');
  await reader.page.keyboard.press('Enter');
  await expect(reader.panel.cardOf('长椅').tag('公共空间')).toBeVisible();
  await picker.close();
  await reader.article.dragOver('风雨廊');
  await reader.page.keyboard.press('t');
  await expect(picker.options).toHaveText([/公共空间/, /居民议事/]);
  await picker.close();

  await card.untag('公共空间');
  await expect(card.tag('公共空间')).toHaveCount(0);
  await expect(card.tag('居民议事')).toBeVisible();
});

test('Enter that ends a composition makes no tag', async ({ start, folder }) => {
  const reader = await openMagazine(start, folder);
  const { picker } = reader.panel;
  await reader.article.dragOver('风雨廊');
  await reader.page.keyboard.press('t');
  await picker.field.focus();
  const cdp = await reader.page.context().newCDPSession(reader.page);
  const composing = { selectionStart: 4, selectionEnd: 4 };
  await cdp.send('Input.imeSetComposition', { text: 'she1', ...composing });
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await cdp.send('Input.insertText', { text: '社' });
  await expect(picker.field).toHaveValue('社');
  await expect(picker.options.last()).toContainText('新建标签「社」');
  await expect(
    reader.panel.cardOf('风雨廊').root.getByRole('button', { name: /去掉/ }),
  ).toHaveCount(0);
});

test('a tag shows all its passages, and each leads to its place', async ({ start, folder }) => {
  const reader = await openMagazine(start, folder);
  await tagWords(reader, '青艾社会工作服务中心', ['专业力量']);
  await reader.library.open(stools.title);
  await tagWords(reader, '十一次', ['专业力量']);
  await reader.panel.cardOf('十一次').tag('专业力量').click();
  const passages = reader.codebook.passages('专业力量');
  await expect(passages).toHaveCount(2);
  await passages.filter({ hasText: '青艾社会工作服务中心' }).click();
  await expect(reader.article.title).toHaveText(corridor.title);
  await expect
    .poll(() => reader.article.painted())
    .toMatchObject({ 'zj-selected': ['青艾社会工作服务中心'] });
});

test('tags are renamed, recoloured, merged and deleted, and all of it undone', async ({
  start,
  folder,
}) => {
  const reader = await openMagazine(start, folder);
  const { codebook, panel } = reader;
  await tagWords(reader, '风雨廊', ['空间']);
  await tagWords(reader, '长椅', ['设施']);
  await reader.goTo('编码本');
  await expect(codebook.rows).toHaveCount(2);

  await codebook.rename('空间', '公共空间');
  await expect(panel.cardOf('风雨廊').tag('公共空间')).toBeVisible();
  await codebook.choose('公共空间', '颜色：紫');
  await expect(codebook.row('公共空间').locator('[data-color="purple"]')).toBeVisible();

  await codebook.merge('设施', '公共空间');
  await expect(codebook.rows).toHaveCount(1);
  await expect(panel.cardOf('长椅').tag('公共空间')).toBeVisible();
  await reader.undo();
  await expect(panel.cardOf('长椅').tag('设施')).toBeVisible();
  await expect(codebook.rows).toHaveCount(2);

  await codebook.choose('公共空间', '删除标签');
  await expect(panel.cardOf('风雨廊').tag('公共空间')).toHaveCount(0);
  await expect(codebook.rows).toHaveCount(1);
  await reader.toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(panel.cardOf('风雨廊').tag('公共空间')).toBeVisible();
  await expect(codebook.row('公共空间').locator('[data-color="purple"]')).toBeVisible();

  await codebook.open('公共空间');
  await expect(codebook.passages('公共空间')).toHaveCount(1);
});

test('merging takes sub-tags, memos and examples along; articles are tagged together', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const reader = await openMagazine(start, folder);
  const { codebook, library, page } = reader;
  await tagWords(reader, '风雨廊', ['空间']);
  await tagWords(reader, '长椅', ['空间', '设施']);
  await reader.goTo('编码本');
  await codebook.choose('空间', '新建下级标签');
  await page.getByRole('textbox', { name: '在「空间」下新建标签' }).fill('座椅');
  await page.keyboard.press('Enter');
  await expect(codebook.row('座椅')).toContainText('第 2 级');
  await page.keyboard.press('Escape');

  const memo = async (name: string, words: string) => {
    await codebook.open(name);
    await page.getByRole('button', { name: /^标签备忘笔记/ }).click();
    await page.getByRole('main').getByRole('textbox', { name: '标签备忘笔记' }).click();
    await page.keyboard.insertText(words);
    await expect.poll(() => storedNotes(page)).toContain(words);
  };
  await memo('空间', '大家共用的地方');
  const passages = codebook.passages('空间');
  // The first of the two is 风雨廊, which has the other's words around it.
  await passages.nth(1).focus();
  await page.keyboard.press('e');
  const examples = page.getByRole('heading', { name: '示例' });
  await expect(examples).toBeVisible();
  await expect(passages.locator('mark')).toHaveText(['长椅', '风雨廊', '长椅']);
  await page.screenshot({ path: test.info().outputPath('examples.png') });
  await reader.undo();
  await expect(examples).toBeHidden();
  await reader.redo();
  await codebook.back();
  await memo('设施', '能用的东西');
  await codebook.back();

  await codebook.merge('空间', '设施');
  await expect(codebook.rows).toHaveText([/设施/, /座椅/]);
  await expect(codebook.row('座椅')).toContainText('第 2 级');
  await expect.poll(() => storedNotes(page)).toEqual(['能用的东西\n大家共用的地方']);
  await codebook.open('设施');
  await expect(examples).toBeVisible();
  await reader.undo();
  await expect
    .poll(async () => (await storedNotes(page)).sort())
    .toEqual(['大家共用的地方', '能用的东西']);
  await codebook.back();
  await expect(codebook.rows).toHaveText([/空间/, /座椅/, /设施/]);

  // Both articles from the list; one step takes it back.
  await reader.goTo('文章');
  await library.open(corridor.title);
  await library.addToSelection(stools.title);
  await library.choose('给文章加标签');
  const dialog = page.getByRole('dialog', { name: '给 2 篇文章加标签' });
  await dialog.getByRole('button', { name: '给文章加标签' }).click();
  const choosing = page.getByRole('dialog', { name: '给文章加标签', exact: true });
  await choosing.getByRole('combobox').fill('设施');
  await choosing.getByRole('option', { name: '设施' }).first().click();
  await expect(dialog.getByRole('button', { name: '去掉标签「设施」' })).toBeVisible();
  await page.keyboard.press('Escape');
  await reader.goTo('编码本');
  await expect(codebook.row('设施')).toContainText('2 篇文章');
  await reader.undo();
  await expect(codebook.row('设施')).not.toContainText('篇文章');
  expect(reader.app.errors).toEqual([]);
});

test('a tag is refused the name of another one', async ({ start, folder }) => {
  const reader = await openMagazine(start, folder);
  await reader.goTo('编码本');
  await reader.codebook.create('社区');
  await reader.codebook.create('社工');
  await reader.codebook.rename('社区', '社工');
  await expect(reader.page.getByText('已有同名标签')).toBeVisible();
  await reader.page.keyboard.press('Escape');
  await expect(reader.codebook.row('社区')).toBeVisible();
});
