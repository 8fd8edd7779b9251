import { magazine, single } from './fixtures/texts';
import type { ReaderWindow } from './pages/reader-window';
import { expect, type Start, test } from './support/launch';
import { openTexts } from './support/open-texts';

const texts = [magazine, single];

async function openSearch(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = await openTexts(start, folder, texts);
  await reader.search.open();
  return reader;
}

test('a result is narrowed by facets, and chips take that back', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  await search.type('社');
  await expect(search.status).toHaveText(/^共 \d+ 处/);
  const all = await search.status.textContent();
  await page.getByRole('button', { name: '按来源、年份、标签、类型筛选' }).click();
  const facets = page.getByRole('region', { name: '按来源、年份、标签、类型筛选' });
  await facets.locator('label').first().click();
  await expect(search.status).not.toHaveText(all ?? '');
  const chips = page.getByRole('list', { name: '检索范围' }).getByRole('listitem');
  await expect(chips).toHaveCount(1);
  await facets.getByText('正文', { exact: true }).click();
  await expect(chips).toHaveCount(2);
  // Other words begin without them.
  await search.type('社工');
  await expect(chips).toHaveCount(0);
  await facets.locator('label').first().click();
  await chips.first().getByRole('button').click();
  await expect(chips).toHaveCount(0);
});

test('a search within the results keeps to their articles', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  await search.type('板凳调解室');
  await expect(search.status).toHaveText(/1 篇$/);
  await search.more('在结果中检索');
  await search.type('社');
  await expect(search.status).toHaveText(/1 篇$/);
  await page.getByRole('button', { name: '去掉“在“板凳调解室”的结果中”' }).click();
  await expect(search.status).not.toHaveText(/1 篇$/);
});

test('a mistake in a query is shown where it is', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  await search.type('类型:照片');
  await expect(page.getByRole('alert')).toContainText('没有“照片”这种段落');
  await expect(page.getByRole('alert').locator('mark')).toHaveText('照片');
});

test('a search is saved, counted, renamed and deleted; undo brings it back', async ({
  start,
  folder,
}) => {
  const { page, search, undo } = await openSearch(start, folder).then((reader) => ({
    page: reader.page,
    search: reader.search,
    undo: () => reader.undo(),
  }));
  await search.type('社工');
  await expect(search.hits.first()).toBeVisible();
  const total = (await search.status.textContent())?.match(/\d+/)?.[0] ?? '';
  await search.more('保存这次检索…');
  await page.getByRole('textbox', { name: '名称' }).fill('谁在做事');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await search.field.press('Escape');
  const saved = page.getByRole('listitem').filter({ hasText: '谁在做事' });
  await expect(saved).toContainText(total);

  await saved.getByRole('button', { name: '“谁在做事”的操作' }).click();
  await page.getByRole('menuitem', { name: '重命名…' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('行动者');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const renamed = page.getByRole('listitem').filter({ hasText: '行动者' });
  await renamed.getByRole('button', { name: '“行动者”的操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(renamed).toHaveCount(0);
  await undo();
  await renamed.getByRole('button').first().click();
  await expect(search.field).toHaveValue('社工');
});

test('the arrow up brings back what was asked before', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  for (const query of ['板凳', '社工']) {
    await search.type(query);
    await expect(search.hits.first()).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await search.open();
  await search.field.fill('');
  await expect(page.getByText('最近检索')).toBeVisible();
  await search.field.press('ArrowUp');
  await expect(search.field).toHaveValue('社工');
  await search.field.press('ArrowUp');
  await expect(search.field).toHaveValue('板凳');
  await search.field.press('ArrowDown');
  await expect(search.field).toHaveValue('社工');
});

test('the reader goes on to the next and the previous place', async ({ start, folder }) => {
  const { page, search, article } = await openSearch(start, folder);
  await search.type('社工');
  await expect(search.hits.first()).toBeVisible();
  // Places of what was typed half are there before.
  await expect(search.status).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('Control+g');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-match': ['社工'] });
  await expect(search.results.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-posinset',
    '1',
  );
  await page.keyboard.press('Control+g');
  await expect(search.results.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-posinset',
    '2',
  );
  await page.keyboard.press('Control+Shift+g');
  await page.keyboard.press('Control+Shift+g');
  const last = await search.hits.first().getAttribute('aria-setsize');
  await expect(search.results.locator('[aria-selected=true]')).toHaveAttribute(
    'aria-posinset',
    last ?? '',
  );
});

test('fields, outlets and tags are offered while a query is typed', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  await search.type('来');
  const choices = page.getByRole('listbox', { name: '可以这样写下去' }).getByRole('option');
  await expect(choices.first()).toContainText('来源:');
  await page.keyboard.press('Tab');
  await expect(search.field).toHaveValue('来源:');
  await expect(choices.filter({ hasText: '桐埠晚报' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search.field).toHaveValue(/^来源:.+/);
  await expect(choices).toHaveCount(0);
  // No words are asked for, so that whole articles are found.
  await expect(search.status).toHaveText(/^共 \d 篇$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
});

test('what is near is offered where nothing is found', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  await search.type('板凳调节室');
  await expect(page.getByText('没有找到“板凳调节室”')).toBeVisible();
  await page.getByRole('region', { name: '是不是要找' }).getByRole('button').first().click();
  await expect(search.field).toHaveValue('板凳调解室');
  await expect(search.hits.first()).toContainText('板凳调解室');
});

test('the open article shows everything that was found in it', async ({ start, folder }) => {
  const { page, search, article } = await openSearch(start, folder);
  await search.type('板凳调解室');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await article.painted())['zj-found']?.length ?? 0)
    .toBeGreaterThan(1);
  await search.field.press('Escape');
  await expect.poll(async () => (await article.painted())['zj-found'] ?? []).toEqual([]);
  // Words of the title are marked in the title, not only those of the text.
  await search.type('标题:家门口');
  await page.keyboard.press('Enter');
  await expect(article.title).toContainText('家门口');
  await expect.poll(async () => (await article.painted())['zj-found'] ?? []).toEqual(['家门口']);
});
