import path from 'node:path';
import type { Page } from '@playwright/test';
import { manyArticles } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { answerDialogs, readTree, writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

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

async function openTexts(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeTexts(path.join(folder, 'in'), texts)));
  await reader.imported();
  await reader.search.open();
  return reader;
}

async function chooseYear(page: Page): Promise<void> {
  const name = '按来源、年份、标签、类型筛选';
  await page.getByRole('button', { name }).click();
  await page.getByRole('region', { name }).getByText(`${year} 年`, { exact: true }).click();
}

test('what was narrowed by facets is tagged, and nothing else', async ({ start, folder }) => {
  const { page, search, toasts, undo } = await openTexts(start, folder).then((reader) => ({
    page: reader.page,
    search: reader.search,
    toasts: reader.toasts,
    undo: () => reader.undo(),
  }));
  const { places, inTexts, articles: having } = found('居民', ofYear);
  expect(inTexts).toBeLessThan(found('居民', articles).inTexts);
  await search.type('居民');
  await chooseYear(page);
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
  await undo();
  await expect.poll(() => storedRows(page, 'annotations')).toEqual([]);
});

test('what was found within earlier results is exported, and nothing else', async ({
  start,
  folder,
}) => {
  const { page, search, exporting, app } = await openTexts(start, folder);
  const both = found('居民', found('老年食堂', articles).articles);
  expect(both.articles.length).toBeLessThan(found('居民', articles).articles.length);
  await search.type('老年食堂');
  await search.more('在结果中检索');
  await search.type('居民');
  await expect(search.status).toHaveText(`共 ${both.places} 处，${both.articles.length} 篇`);
  await chooseYear(page);
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

test('a long result is read page by page, to its last place', async ({ start, folder }) => {
  const { page, search } = await openTexts(start, folder);
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
