import { longArticle, manyArticles, type SourceText } from './fixtures/texts';
import { type AnalysisName, AnalysisPage } from './pages/analysis-page';
import { expect, type Start, test } from './support/launch';
import { occurrencesIn } from './support/occurrences';
import { openTexts } from './support/open-texts';

async function openAnalysis(
  start: Start,
  folder: string,
  texts: readonly SourceText[],
  name: AnalysisName,
) {
  test.setTimeout(180_000);
  const reader = await openTexts(start, folder, texts);
  await reader.goTo('分析');
  const analysis = new AnalysisPage(reader.page);
  await analysis.show(name);
  return { reader, analysis, stop: analysis.root.getByRole('button', { name: '停止' }) };
}

test('keywords are stopped on the way, and looked for anew', async ({ start, folder }) => {
  // So many paragraphs that their words take seconds to count.
  const texts = [longArticle(15_000), ...manyArticles(2)];
  const { reader, analysis, stop } = await openAnalysis(start, folder, texts, '关键词');
  await analysis.ask('标题:长篇');
  await expect(analysis.root.getByRole('progressbar')).toBeVisible();
  await stop.click();
  await expect(analysis.root.getByText('已停止。')).toBeVisible();
  await expect(stop).toHaveCount(0);
  await expect(analysis.table('关键词')).toHaveCount(0);

  await analysis.field.press('Enter');
  const words = analysis.table('关键词').getByRole('rowheader');
  await expect(words.first()).toBeVisible({ timeout: 60_000 });
  await expect(analysis.status).toContainText('1 篇');
  expect(reader.app.errors).toEqual([]);
});

test('a frequency is stopped while its places are looked for, and counted anew', async ({
  start,
  folder,
}) => {
  const texts = manyArticles(240);
  const { reader, analysis, stop } = await openAnalysis(start, folder, texts, '频率');
  // Without a word that the index knows every text is read, and each step of it is long.
  await analysis.ask('/(.{0,90}[一二三四五六七八九十].{0,90}){6}[^。]{0,90}工/');
  await stop.click();
  await expect(analysis.root.getByText('已停止。')).toBeVisible();
  await expect(stop).toHaveCount(0);
  await expect(analysis.chart).toHaveCount(0);

  await analysis.ask('居民');
  await expect(analysis.chart).toBeVisible();
  const { places } = occurrencesIn(
    texts.flatMap((each) => each.expected),
    '居民',
  );
  await expect(analysis.status).toContainText(`${places.toLocaleString('zh-CN')} 处`);
  expect(reader.app.errors).toEqual([]);
});
