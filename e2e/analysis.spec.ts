import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { longArticle, manyArticles } from './fixtures/texts';
import { AnalysisPage } from './pages/analysis-page';
import { seriousFindings } from './support/axe';
import { answerDialogs } from './support/files';
import { expect, type Start, test } from './support/launch';
import { occurrencesIn, wordsOf } from './support/occurrences';
import { openTexts } from './support/open-texts';

const texts = manyArticles(24);
const articles = texts.flatMap(({ expected }) => expected);

const occurrences = (phrase: string, among = articles) => occurrencesIn(among, phrase);

async function openAnalysis(start: Start, folder: string) {
  const reader = await openTexts(start, folder, texts);
  await reader.goTo('分析');
  const analysis = new AnalysisPage(reader.page);
  await analysis.field.waitFor();
  return { reader, analysis };
}

test('collocates are counted, sorted, and lead to their places', async ({ start, folder }) => {
  const { reader, analysis } = await openAnalysis(start, folder);
  const { page } = reader;
  await expect(analysis.root.getByText('输入检索式')).toBeVisible();
  await analysis.ask('居民');
  const { places, found } = occurrences('居民');
  await expect(analysis.status).toContainText(`${places} 处，${found} 篇`);
  const table = analysis.table('搭配');
  await expect(table.getByRole('rowheader').first()).toBeVisible();

  // By how often, from the most frequent down; then turned round.
  const near = table.getByRole('columnheader', { name: '同现' });
  await near.getByRole('button').click();
  await expect(near).toHaveAttribute('aria-sort', 'descending');
  const [most = ''] = await analysis.heads('搭配');
  await near.getByRole('button').click();
  await expect(near).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await analysis.heads('搭配'))[0]).not.toBe(most);

  // The keyboard goes from row to row, and Enter opens the places.
  await table.getByRole('rowheader').first().getByRole('button').focus();
  await page.keyboard.press('End');
  const focused = table.locator('button:focus');
  const rows = Number(await table.getAttribute('aria-rowcount'));
  await expect(focused).toHaveAttribute('data-word', String(rows - 2));
  const word = await focused.innerText();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(reader.search.field).toHaveValue(new RegExp(`^居民 NEAR/\\d+ ${word}$`));
  await expect(reader.search.hits.first()).toBeVisible();

  // The way back leads to what was found.
  await page.keyboard.press('Escape');
  await reader.goTo('分析');
  await expect(analysis.field).toHaveValue('居民');
  await expect(table.getByRole('rowheader').first()).toBeVisible();
  expect(reader.app.errors).toEqual([]);
});

test('frequencies of several queries are drawn, told in a table and saved', async ({
  start,
  folder,
}) => {
  const { reader, analysis } = await openAnalysis(start, folder);
  await analysis.show('频率');
  await analysis.root.getByRole('button', { name: '加一个检索式来比较' }).click();
  await analysis.root.getByRole('textbox', { name: '检索式 2' }).fill('居民');
  await analysis.ask('社工');
  await expect(analysis.chart).toHaveAttribute('aria-label', /^社工、居民：次数，按年/);
  const in2023 = articles.filter(({ date }) => date.startsWith('2023'));
  const characters = in2023.reduce((sum, each) => sum + wordsOf(each).join('').length, 0);
  const figures = ['社工', '居民'].flatMap((phrase) => {
    const { places, found } = occurrences(phrase, in2023);
    return [String(places), ((places * 10_000) / characters).toFixed(2), String(found)];
  });
  expect(await analysis.cellsOf('频率', '2023年')).toEqual([
    ...figures,
    String(in2023.length),
    characters.toLocaleString('zh-CN'),
  ]);

  await analysis.pick('每万字');
  await expect(analysis.chart).toHaveAttribute('aria-label', /每万字次数，按年/);
  await analysis.pick('月');
  await expect(analysis.chart).toHaveAttribute('aria-label', /按月/);
  await analysis.pick('来源');
  await expect(analysis.chart).toHaveAttribute('aria-label', /按来源/);
  await expect(analysis.chart.getByText('社工视野', { exact: true })).toBeVisible();
  await reader.useTheme('dark');
  expect(await seriousFindings(reader.page), 'dark').toEqual([]);
  await reader.useTheme('light');
  expect(await seriousFindings(reader.page), 'light').toEqual([]);

  const out = path.join(folder, 'out');
  await answerDialogs(reader.app.electron, [out]);
  await analysis.save('表格（CSV）');
  await analysis.save('图（SVG）');
  await analysis.save('图（PNG）');
  const names = await readdir(out);
  expect(names.toSorted()).toEqual(['csv', 'png', 'svg'].map((kind) => `频率 社工、居民.${kind}`));
  const [csv, png, svg] = await Promise.all(
    names.toSorted().map((name) => readFile(path.join(out, name))),
  );
  expect(csv?.toString()).toMatch(/^\uFEFF来源,次数：社工,每万字：社工,篇数：社工,/);
  expect(csv?.toString()).toContain('\r\n社工视野,');
  expect(png?.subarray(1, 4).toString()).toBe('PNG');
  expect(png?.length).toBeGreaterThan(5000);
  expect(svg?.toString()).toMatch(/^<\?xml[^>]*\?>\n<svg [\s\S]*社工视野[\s\S]*<\/svg>\n$/);
  expect(svg?.toString()).not.toMatch(/var\(|<style|style=/);
  // Nothing of it was refused by the page's policy.
  expect(reader.app.errors).toEqual([]);
});

test('keywords and sequences are counted in what was found or in all', async ({
  start,
  folder,
}) => {
  const { reader, analysis } = await openAnalysis(start, folder);
  await analysis.show('关键词');
  await analysis.ask('老年食堂');
  const { places, found } = occurrences('老年食堂');
  await expect(analysis.status).toContainText(`${found} 篇`);
  await expect(analysis.status).toContainText(`与 ${articles.length - found} 篇`);
  const [, , , here, , there] = await analysis.cellsOf('关键词', '食堂');
  expect([here, there]).toEqual([String(places), '0']);
  // Against what another query finds; what both find is said.
  const other = occurrences('居民');
  const both = articles.filter((each) =>
    ['老年食堂', '居民'].every((phrase) => wordsOf(each).join('\n').includes(phrase)),
  );
  await analysis.root.getByRole('textbox', { name: '与之比较' }).fill('居民');
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`与 ${other.found} 篇`);
  await expect(analysis.status).toContainText(`其中 ${both.length} 篇两边都有`);

  await analysis.show('N 元组');
  await analysis.pick('全部文章');
  await analysis.pick('字');
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`${articles.length} 篇`);
  const community = occurrences('社区');
  expect(await analysis.cellsOf('N 元组', '社区')).toEqual([
    String(community.places),
    String(community.found),
  ]);
  const sequence = analysis.table('N 元组').getByRole('button', { name: '社区', exact: true });
  await sequence.click();
  await expect(reader.search.field).toHaveValue('社区');

  // A mistake is said, and where it is.
  await reader.goTo('分析');
  await analysis.show('搭配');
  await analysis.ask('日期:去年');
  await expect(analysis.root.locator('mark')).toHaveText('去年');
  expect(reader.app.errors).toEqual([]);
});

test('a narrowed result is counted alone, until that is cleared', async ({ start, folder }) => {
  const { reader, analysis } = await openAnalysis(start, folder);
  const { page, search } = reader;
  const [, later = ''] = [...new Set(articles.map(({ date }) => date.slice(0, 4)))].toSorted();
  const phrase = '居民';
  const left = articles.filter(({ date }) => date.startsWith(later));
  const { places, found } = occurrences(phrase, left);
  const all = occurrences(phrase);
  expect(found).toBeLessThan(all.found);

  await search.open();
  await search.type(phrase);
  await expect(search.status).toHaveText(`共 ${all.places} 处，${all.found} 篇`);
  await search.narrow(`${later} 年`);
  await expect(search.status).toHaveText(`共 ${places} 处，${found} 篇`);
  await search.more('分析这个结果');

  const scope = analysis.root.getByRole('list', { name: '检索范围' }).getByRole('listitem');
  await expect(scope).toHaveText([`${later} 年`]);
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`${places} 处，${found} 篇`);
  await expect(analysis.status).toContainText('只计了筛选后的结果');
  expect(await seriousFindings(page)).toEqual([]);

  await analysis.show('频率');
  await analysis.field.press('Enter');
  const [times, , articlesFound, inAll] = await analysis.cellsOf('频率', `${later}年`);
  expect([times, articlesFound, inAll]).toEqual(
    [places, found, left.length].map((count) => String(count)),
  );
  expect(await analysis.heads('频率')).toEqual([`${later}年`]);

  await analysis.show('关键词');
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`${found} 篇`);
  await expect(analysis.status).toContainText(`与 ${articles.length - found} 篇`);

  // A sequence leads to the articles in which it was counted.
  await analysis.show('N 元组');
  await analysis.pick('字');
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`${found} 篇`);
  const [count] = await analysis.cellsOf('N 元组', phrase);
  expect(count).toBe(String(places));
  await analysis.table('N 元组').getByRole('button', { name: phrase, exact: true }).click();
  await expect(search.status).toHaveText(`共 ${places} 处，${found} 篇`);

  await reader.goTo('分析');
  await analysis.show('搭配');
  await analysis.root.getByRole('button', { name: '不筛选' }).click();
  await expect(scope).toHaveCount(0);
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`${all.places} 处，${all.found} 篇`);
  expect(reader.app.errors).toEqual([]);
});

test('what was counted is marked when the archive has changed, and counted again', async ({
  start,
  folder,
}) => {
  const { reader, analysis } = await openAnalysis(start, folder);
  const { library, page } = reader;
  const phrase = '居民';
  const again = analysis.root.getByRole('button', { name: '重新计数' });
  await analysis.ask(phrase);
  const before = occurrences(phrase);
  await expect(analysis.status).toContainText(`${before.places} 处，${before.found} 篇`);
  await analysis.show('N 元组');
  await analysis.pick('全部文章');
  await analysis.field.press('Enter');
  await expect(analysis.status).toContainText(`${articles.length} 篇`);
  await expect(again).toHaveCount(0);

  const gone = articles.find((each) => wordsOf(each).join('').includes(phrase));
  await library.row(gone?.title ?? '').click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('contentinfo')).toContainText(`${articles.length - 1} 篇`);
  await reader.goTo('分析');
  await expect(analysis.status).toContainText('档案库在这之后有改动');
  // Nothing of what is shown has changed by itself.
  await expect(analysis.status).toContainText(`${articles.length} 篇`);
  await again.click();
  await expect(analysis.status).toContainText(`${articles.length - 1} 篇`);
  await expect(again).toHaveCount(0);

  await analysis.show('搭配');
  await expect(analysis.status).toContainText(`${before.places} 处，${before.found} 篇`);
  await again.click();
  const after = occurrences(
    phrase,
    articles.filter((each) => each !== gone),
  );
  await expect(analysis.status).toContainText(`${after.places} 处，${after.found} 篇`);
  await expect(again).toHaveCount(0);
  expect(reader.app.errors).toEqual([]);
});

test('a long count is stopped on the way, and begun anew', async ({ start, folder }) => {
  test.setTimeout(180_000);
  const { longest, rest } = { longest: longArticle(LONG), rest: manyArticles(2) };
  const reader = await openTexts(start, folder, [longest, ...rest]);
  await reader.goTo('分析');
  const analysis = new AnalysisPage(reader.page);
  const stop = analysis.root.getByRole('button', { name: '停止' });
  await analysis.ask('居民');
  await stop.click();
  await expect(analysis.root.getByText('已停止。')).toBeVisible();
  await expect(stop).toHaveCount(0);
  await expect(analysis.table('搭配')).toHaveCount(0);

  await analysis.show('N 元组');
  await analysis.pick('全部文章');
  await analysis.field.press('Enter');
  await expect(analysis.root.getByRole('progressbar')).toBeVisible();
  await stop.click();
  await expect(analysis.root.getByText('已停止。')).toBeVisible();

  // The search goes on answering, and what was stopped can be asked for again.
  await analysis.show('搭配');
  await analysis.field.press('Enter');
  const { places, found } = occurrences(
    '居民',
    [longest, ...rest].flatMap((each) => each.expected),
  );
  const formatted = places.toLocaleString('zh-CN');
  await expect(analysis.status).toContainText(`${formatted} 处，${found} 篇`, { timeout: 60_000 });
  await expect(analysis.table('搭配').getByRole('rowheader').first()).toBeVisible();
  expect(reader.app.errors).toEqual([]);
});

/** Paragraphs of an article whose words take seconds to count. */
const LONG = 15_000;
