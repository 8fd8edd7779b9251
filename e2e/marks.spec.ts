import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { writeTexts } from './support/files';
import { expect, test } from './support/launch';

const [article] = single.expected;
if (article === undefined) throw new Error('The fixture has an article');
const [first = '', second = ''] = article.body;

test('highlights are resized, split, merged and picked by keys, each undone in one step', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { article: page, panel, app } = reader;
  const { keyboard } = app.page;
  const rows = () => storedRows(app.page, 'annotations');

  // Resized by characters at either end.
  await page.highlight('老祠堂里飘出', '2');
  await expect.poll(() => panel.quotes()).toEqual(['老祠堂里飘出']);
  const made = JSON.stringify(await rows());
  await page.focusText();
  await keyboard.press('.');
  await keyboard.press('.');
  await expect.poll(() => panel.quotes()).toEqual(['老祠堂里飘出米饭']);
  await keyboard.press('>');
  await expect.poll(() => panel.quotes()).toEqual(['祠堂里飘出米饭']);
  for (let step = 0; step < 3; step += 1) await keyboard.press('Control+z');
  await expect.poll(() => panel.quotes()).toEqual(['老祠堂里飘出']);
  expect(JSON.stringify(await rows())).toBe(made);

  // Split at what is selected inside of it, and merged again.
  await page.dragOver('飘出');
  await keyboard.press('s');
  await expect.poll(() => panel.quotes()).toEqual(['老祠堂里', '飘出']);
  await keyboard.press('Escape');
  await panel.cardOf('老祠堂里').quote.click();
  await page.focusText();
  await keyboard.press('m');
  await expect.poll(() => panel.quotes()).toEqual(['老祠堂里飘出']);
  await keyboard.press('Control+z');
  await expect.poll(() => panel.quotes()).toEqual(['老祠堂里', '飘出']);
  await keyboard.press('Control+z');
  await expect.poll(async () => JSON.stringify(await rows())).toBe(made);

  // Several over the same words: each is in the list of the place.
  await (await page.number(first)).click();
  await expect(panel.cards).toHaveCount(2);
  await panel.cardOf('老祠堂里飘出').quote.first().click();
  await app.page.getByRole('button', { name: '此处的批注 (2)' }).click();
  await app.page.getByRole('menuitem', { name: /^红 · 老祠堂里飘出$/ }).click();
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-selected': ['老祠堂里飘出'] });
  await page.focusText();
  await keyboard.press('o');
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-selected': [first] });

  // A selection grows to whole sentences once that is chosen.
  await keyboard.press('Escape');
  await keyboard.press('w');
  await keyboard.press('w');
  await expect(app.page.getByText('选词：整句')).toBeVisible();
  await page.dragOver(second.slice(2, 4));
  await expect(page.toolbar.getByRole('button', { name: '选词：整句' })).toBeVisible();
  await keyboard.press('5');
  await expect(panel.cards).toHaveCount(3);
  const quotes = await panel.quotes();
  expect(second.startsWith(quotes[2] ?? '-')).toBe(true);
  expect(quotes[2]).toMatch(/[。！？”]$/);

  await expect(app.page.getByRole('slider', { name: '全文批注分布' })).toHaveAttribute(
    'aria-valuetext',
    /3 条批注$/,
  );
  expect(app.errors).toEqual([]);
});
