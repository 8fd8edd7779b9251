import path from 'node:path';
import { manyArticles } from './fixtures/texts';
import type { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { answerDialogs, readTree } from './support/files';
import { expect, type Start, test } from './support/launch';
import { openTexts } from './support/open-texts';

const texts = manyArticles(24);
const articles = texts.flatMap(({ expected }) => expected);
const [, year = ''] = [...new Set(articles.map(({ date }) => date.slice(0, 4)))].toSorted();
const ofYear = articles.filter(({ date }) => date.startsWith(year));

type Expected = (typeof articles)[number];

function bodyOf({ outlet, date, body }: Expected): string {
  return [`来源：${outlet}`, `日期：${date}`, ...body].join('\n');
}

function countIn(phrase: string, text: string): number {
  return text.split(phrase).length - 1;
}

/** Places in titles and texts, those in texts, and the articles that have some. */
function found(phrase: string, among: readonly Expected[]) {
  const having = among.filter(({ title, ...rest }) =>
    `${title}\n${bodyOf({ title, ...rest })}`.includes(phrase),
  );
  const inTexts = having.reduce((sum, each) => sum + countIn(phrase, bodyOf(each)), 0);
  const inTitles = having.reduce((sum, { title }) => sum + countIn(phrase, title), 0);
  return { places: inTexts + inTitles, inTexts, articles: having };
}

function without(one: Expected): Expected[] {
  return articles.filter((each) => each !== one);
}

async function openSearch(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = await openTexts(start, folder, texts);
  await reader.search.open();
  return reader;
}

test('what was narrowed by facets is tagged, and nothing else', async ({ start, folder }) => {
  const reader = await openSearch(start, folder);
  const { page, search, toasts } = reader;
  const { places, inTexts, articles: having } = found('居民', ofYear);
  expect(inTexts).toBeLessThan(found('居民', articles).inTexts);
  await search.type('居民');
  await search.narrow(`${year} 年`);
  await expect(search.status).toHaveText(`共 ${places} 处，${having.length} 篇`);

  await search.more('给找到的各处加标签…');
  const dialog = page.getByRole('dialog', { name: '按检索结果自动加标签' });
  await expect(dialog.getByText('只在筛选后的结果里')).toBeVisible();
  await dialog.getByRole('button', { name: '选择标签' }).click();
  await page.getByRole('combobox', { name: '选择标签' }).fill('当年');
  await page.keyboard.press('Enter');
  await dialog.getByText('所检索的字词', { exact: true }).click();
  await dialog.getByRole('button', { name: '查找' }).click();
  await expect(dialog.getByRole('status')).toContainText(`${inTexts} 处`);
  await dialog.getByRole('button', { name: `给 ${inTexts} 处加标签` }).click();
  await expect(toasts.filter({ hasText: `给 ${inTexts} 处自动加标签` })).toBeVisible();
  const dates = new Map(
    (await storedRows(page, 'articles')).map(({ id, date }) => [String(id), String(date)]),
  );
  const annotations = await storedRows(page, 'annotations');
  expect(annotations).toHaveLength(inTexts);
  for (const { articleId } of annotations) {
    expect(dates.get(String(articleId))).toMatch(new RegExp(`^${year}`));
  }
  await reader.undo();
  await expect.poll(() => storedRows(page, 'annotations')).toEqual([]);
});

test('what was found within earlier results is exported, and nothing else', async ({
  start,
  folder,
}) => {
  const { search, exporting, app } = await openSearch(start, folder);
  const both = found('居民', found('老年食堂', articles).articles);
  expect(both.articles.length).toBeLessThan(found('居民', articles).articles.length);
  await search.type('老年食堂');
  await search.more('在结果中检索');
  await search.type('居民');
  await expect(search.status).toHaveText(`共 ${both.places} 处，${both.articles.length} 篇`);
  await search.narrow(`${year} 年`);
  const left = found(
    '居民',
    both.articles.filter((each) => ofYear.includes(each)),
  );
  await expect(search.status).toHaveText(`共 ${left.places} 处，${left.articles.length} 篇`);

  const out = path.join(folder, 'out');
  await answerDialogs(app.electron, [out]);
  await search.more('导出找到的文章…');
  await exporting.intoFolder();
  await exporting.finish();
  const written = [...(await readTree(out)).values()].map(
    (markdown) => /^title: (.+)$/m.exec(markdown)?.[1] ?? '',
  );
  expect(written.toSorted()).toEqual(left.articles.map(({ title }) => title).toSorted());
});

test('a result is put into the order that is chosen', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  await search.type('居民');
  const dates = found('居民', articles).articles.map(({ date }) => date);
  const [oldest = '', ...others] = dates.toSorted();
  const newest = others.at(-1) ?? oldest;
  const titles = (date: string) =>
    new RegExp(
      articles.flatMap((each) => (each.date === date ? [`《${each.title}》`] : [])).join('|'),
    );
  for (const [order, date] of [
    ['按日期，旧的在前', oldest],
    ['按日期，新的在前', newest],
  ] as const) {
    await page.getByRole('button', { name: '排序' }).click();
    await page.getByRole('menuitem', { name: order }).click();
    await expect(search.hits.first()).toContainText(titles(date));
  }
});

test('a saved search counts what there is now', async ({ start, folder }) => {
  const reader = await openSearch(start, folder);
  const { page, search, library, toasts } = reader;
  const { places, articles: having } = found('老年食堂', articles);
  const [gone] = having;
  if (gone === undefined) throw new Error('The fixtures have these words');
  await search.type('老年食堂');
  await expect(search.status).toHaveText(`共 ${places} 处，${having.length} 篇`);
  await search.more('保存这次检索…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await search.field.fill('');
  const count = page.getByTitle(/^共 \d+ 处/);
  await expect(count).toHaveText(String(places));
  await reader.goTo('文章');
  await library.filter.fill(gone.title);
  await library.row(gone.title).first().click();
  await page.keyboard.press('Delete');
  await reader.goTo('检索');
  await expect(count).toHaveText(String(found('老年食堂', without(gone)).places));
  // And while one looks at it.
  await toasts.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(count).toHaveText(String(places));
});

test('a long result is read page by page, to its last place', async ({ start, folder }) => {
  const { page, search } = await openSearch(start, folder);
  const { places } = found('居', articles);
  expect(places).toBeGreaterThan(80);
  await search.type('居');
  await expect(search.hits.first()).toHaveAttribute('aria-setsize', String(places));
  await search.field.press('ArrowDown');
  await page.keyboard.press('End');
  const last = search.results.locator(`[aria-posinset="${places}"]`);
  await expect(last).toBeInViewport();
  await expect(last).toContainText('居');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(search.results.locator('[aria-posinset="1"]')).toBeInViewport();
});
