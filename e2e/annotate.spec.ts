import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { writeTexts } from './support/files';
import { expect, type Start, test } from './support/launch';

const [article] = single.expected;
if (article === undefined) throw new Error('The fixture has an article');
const [first = '', second = '', third = ''] = article.body;

/** The window with the one article of `single` open. */
async function openSingle(start: Start, folder: string): Promise<ReaderWindow> {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  await expect(reader.article.title).toHaveText(single.expected[0]?.title ?? '');
  return reader;
}

test('a paragraph is highlighted by its number and by a key', async ({ start, folder }) => {
  const { article: page, panel, app } = await openSingle(start, folder);
  await (await page.number(first)).click();
  await expect.poll(() => panel.quotes()).toEqual([first]);
  await page.goToParagraph(third);
  await app.page.keyboard.press('h');
  await expect.poll(() => panel.quotes()).toEqual([first, third]);
  // The same again finds what is there instead of making another one on top.
  await (await page.number(first)).click();
  await expect(panel.cardOf(first).quote).toHaveAttribute('aria-current', 'true');
  await expect(panel.cards).toHaveCount(2);
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-yellow-0': [first, third].sort() });
});

test('keys in quick succession each mean what was meant then', async ({ start, folder }) => {
  const { article: page, panel, app } = await openSingle(start, folder);
  await page.goToParagraph(first);
  // Without waiting for what the key before has stored.
  for (const key of ['1', 'j', '2', 'j', '3', '4']) await app.page.keyboard.press(key);
  await expect
    .poll(() => page.painted())
    .toMatchObject({ 'zj-yellow-0': [first], 'zj-red-0': [second], 'zj-blue-0': [third] });
  await expect(panel.cards).toHaveCount(3);
  await expect(panel.cardOf(third).quote).toHaveAttribute('aria-current', 'true');
});

test('words selected with the mouse get each of the five colours', async ({ start, folder }) => {
  const { article: page, panel } = await openSingle(start, folder);
  const words = ['老祠堂', '七十一岁', '“互助晚饭”', '四百多个晚上', '葛青'];
  const colors = ['yellow', 'red', 'green', 'blue', 'purple'];
  const keys = ['1', '2', '3', '4', '5'] as const;
  for (const [index, key] of keys.entries()) await page.highlight(words[index] ?? '', key);
  await expect.poll(() => panel.quotes()).toEqual(words);
  const painted = Object.fromEntries(
    colors.map((color, index) => [`zj-${color}-0`, [words[index]]]),
  );
  await expect.poll(() => page.painted()).toMatchObject(painted);
  await expect(panel.cardOf('葛青').quote).toContainText('紫');
  // A selection taken from the toolbar instead of the keys.
  await page.dragOver('送餐又太远');
  await page.toolbar.getByRole('button', { name: '高亮为绿色' }).click();
  await expect(panel.cardOf('送餐又太远').quote).toContainText('绿');
});

test('a passage is selected and highlighted by the keyboard alone', async ({ start, folder }) => {
  const { article: page, panel, app } = await openSingle(start, folder);
  const { keyboard } = app.page;
  await page.goToParagraph(second);
  await keyboard.press('v');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  for (let step = 0; step < 4; step += 1) await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(page.toolbar).toBeVisible();
  await keyboard.press('4');
  await expect.poll(() => panel.quotes()).toEqual([second.slice(2, 6)]);
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-blue-0': [second.slice(2, 6)] });
});

test('highlights that overlap are all painted and the text is never touched', async ({
  start,
  folder,
}) => {
  const { article: page, panel } = await openSingle(start, folder);
  const before = await page.nodesOfParagraphs();
  expect(before.length).toBeGreaterThanOrEqual(article.body.length);
  for (const nodes of before) expect(nodes).toEqual({ count: 1, isText: true });
  await (await page.number(first)).click();
  await expect(panel.cards).toHaveCount(1);
  await page.highlight('老祠堂里飘出米饭的香味', '2');
  await page.highlight('飘出米饭的香味。村里八位', '3');
  await page.highlight('米饭', '4');
  await expect
    .poll(() => panel.quotes())
    .toEqual([first, '老祠堂里飘出米饭的香味', '飘出米饭的香味。村里八位', '米饭']);
  const painted = await page.painted();
  const coloured = Object.entries(painted).filter(([name]) => /^zj-.+-\d$/.test(name));
  expect(coloured.flatMap(([, words]) => words).sort()).toEqual((await panel.quotes()).sort());
  // Each has a lane of its own, so that no line hides another.
  expect(new Set(coloured.map(([name]) => name.at(-1))).size).toBe(4);
  expect(await page.nodesOfParagraphs()).toEqual(before);
});

test('a passage over several paragraphs is one annotation', async ({ start, folder }) => {
  const { article: page, panel, app } = await openSingle(start, folder);
  const { keyboard } = app.page;
  await page.goToParagraph(first);
  await keyboard.press('v');
  await keyboard.press('Enter');
  await keyboard.press('Control+ArrowDown');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await keyboard.press('1');
  await expect(panel.cards).toHaveCount(1);
  const painted = (await page.painted())['zj-yellow-0'] ?? [];
  expect(painted).toHaveLength(2);
  expect(painted).toContain(first);
  expect(painted.every((words) => words === first || second.startsWith(words))).toBe(true);
  await expect(panel.cards.first()).toContainText(
    `第 ${await page.numberOf(first)}–${await page.numberOf(second)} 段`,
  );
});

test('the panel lists in text order, jumps, and follows a click in the text', async ({
  start,
  folder,
}) => {
  const { article: page, panel, app } = await openSingle(start, folder);
  await page.highlight('汪玉珍', '2');
  await page.highlight('剩菜泡饭', '3');
  await page.highlight('棠溪村', '1');
  await expect.poll(() => panel.quotes()).toEqual(['棠溪村', '剩菜泡饭', '汪玉珍']);
  await panel.cardOf('汪玉珍').quote.click();
  await expect.poll(() => page.currentParagraph()).toBe(await page.numberOf(third));
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-selected': ['汪玉珍'] });
  await app.page.keyboard.press('[');
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-selected': ['剩菜泡饭'] });
  await expect(panel.cardOf('剩菜泡饭').quote).toHaveAttribute('aria-current', 'true');
  await panel.cardOf('棠溪村').choose('蓝');
  await expect.poll(() => page.painted()).toMatchObject({ 'zj-blue-0': ['棠溪村'] });
});

test('annotations, tags and notes survive a restart', async ({ start, folder }) => {
  const reader = await openSingle(start, folder);
  const { article: page, panel, app } = reader;
  await (await page.number(second)).click();
  await page.highlight('棠溪村', '3');
  await app.page.keyboard.press('t');
  await panel.picker.put('互助养老');
  await panel.picker.close();
  await panel.cardOf('棠溪村').note.begin();
  await panel.cardOf('棠溪村').note.type('地点要核实');
  await app.close();

  const again = new ReaderWindow(await start());
  await again.library.open(article.title);
  await expect.poll(() => again.panel.quotes()).toEqual(['棠溪村', second]);
  const card = again.panel.cardOf('棠溪村');
  await expect(card.tag('互助养老')).toBeVisible();
  await expect(card.root).toContainText('地点要核实');
  await expect
    .poll(() => again.article.painted())
    .toMatchObject({ 'zj-yellow-0': [second], 'zj-green-0': ['棠溪村'] });
  expect(again.app.errors).toEqual([]);
});
