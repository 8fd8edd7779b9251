import { manyArticles } from './fixtures/texts';
import { AnalysisPage } from './pages/analysis-page';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { expect, test } from './support/launch';
import { openTexts } from './support/open-texts';

const texts = manyArticles(24);

async function collocatesOf(reader: ReaderWindow, query: string) {
  await reader.goTo('分析');
  const analysis = new AnalysisPage(reader.page);
  await analysis.ask(query);
  await expect(analysis.table('搭配').getByRole('rowheader').first()).toBeVisible();
  return {
    summary: await analysis.status.innerText(),
    rows: await analysis.table('搭配').getByRole('row').allTextContents(),
  };
}

test('the words of texts are looked for once, also when the program starts again', async ({
  start,
  folder,
}) => {
  const first = await openTexts(start, folder, texts);
  expect(await storedRows(first.page, 'wordMarks')).toEqual([]);
  const found = await collocatesOf(first, '居民');
  const stored = await storedRows(first.page, 'wordMarks');
  expect(stored).toHaveLength(1);
  expect(stored[0]?.hashes).toHaveProperty('length', texts.length);
  expect(first.app.errors).toEqual([]);
  await first.app.close();

  const again = new ReaderWindow(await start());
  expect(await collocatesOf(again, '居民')).toEqual(found);
  // What had not been known would have been stored.
  expect(await storedRows(again.page, 'wordMarks')).toHaveLength(1);
  expect(again.app.errors).toEqual([]);
});
