import path from 'node:path';
import { ReaderWindow } from './pages/reader-window';
import { storedRows } from './support/database';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const FAMILY = '👨‍👩‍👧‍👦';
const ACCENTED = 'e\u0301';
const FIRST = `竹溪镇的𠮷祥里${FAMILY}办起茶会，${ACCENTED}是招牌。`;
const SECOND = '每月初五，𠀋尺长的桌子摆到桥头。';
const FILE = ['竹溪镇的茶会', '', FIRST, '', SECOND, ''].join('\r\n');

test('a character of several code units is one for every way to mark, and its offsets are right', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const app = await start(await writeFiles(path.join(folder, 'in'), [['茶会.txt', FILE]]));
  const reader = await new ReaderWindow(app).imported();
  const { page, article, panel, library } = reader;
  const { keyboard } = page;
  await library.open('竹溪镇的茶会');
  const text = `${FIRST}\n${SECOND}`;
  const stored = async () =>
    (await storedRows(page, 'annotations'))
      .map(({ start: from, end, exact }) => ({ from, end, exact }))
      .sort((a, b) => Number(a.from) - Number(b.from));
  const at = (words: string) => {
    const from = text.indexOf(words);
    return { from, end: from + words.length, exact: words };
  };

  // The keyboard's cursor stands on whole characters, and goes over them in one step.
  await article.goToParagraph(FIRST);
  await keyboard.press('v');
  for (const character of [...'竹溪镇的', '𠮷', '祥', '里', FAMILY]) {
    await expect.poll(() => article.painted()).toMatchObject({ 'zj-cursor': [character] });
    if (character !== FAMILY) await keyboard.press('ArrowRight');
  }
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Enter');
  await keyboard.press('3');
  await expect.poll(stored).toEqual([at(FAMILY)]);
  await keyboard.press('Escape');

  /** A point that lies on words, at a share of their width. */
  const pointOn = (words: string, share: number) =>
    article.paragraphs.first().evaluate(
      (block, { wanted, part }) => {
        const node = block.firstChild ?? block;
        const range = document.createRange();
        const from = block.textContent.indexOf(wanted);
        range.setStart(node, from);
        range.setEnd(node, from + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width * part, y: top + height / 2 };
      },
      { wanted: words, part: share },
    );

  // A click anywhere on a character means it, also on its right half.
  await article.highlight('𠮷祥里', '5');
  await expect.poll(stored).toEqual([at('𠮷祥里'), at(FAMILY)]);
  const clickOn = async (words: string, share: number) => {
    const point = await pointOn(words, share);
    await page.mouse.click(point.x, point.y);
  };
  for (const [words, share, whole] of [
    ['𠮷', 0.2, '𠮷祥里'],
    [FAMILY, 0.8, FAMILY],
    ['𠮷', 0.8, '𠮷祥里'],
    [FAMILY, 0.2, FAMILY],
  ] as const) {
    await clickOn(words, share);
    await expect.poll(() => article.painted()).toMatchObject({ 'zj-selected': [whole] });
    await expect(page.locator('[data-handle]')).toHaveCount(2);
  }

  // Resized by keys it takes whole characters in and gives them away.
  await article.focusText();
  await keyboard.press('<');
  await expect.poll(() => panel.quotes()).toEqual(['𠮷祥里', `里${FAMILY}`]);
  for (let step = 0; step < 2; step += 1) await keyboard.press('<');
  await expect.poll(() => panel.quotes()).toEqual(['𠮷祥里', `𠮷祥里${FAMILY}`]);
  await keyboard.press(',');
  await expect.poll(stored).toEqual([at('𠮷祥里'), at('𠮷祥里')]);
  for (let step = 0; step < 4; step += 1) await reader.undo();
  await expect.poll(stored).toEqual([at('𠮷祥里'), at(FAMILY)]);

  // The end is dragged over it, and stops before or after, never within.
  await panel.cardOf(FAMILY).quote.click();
  const drag = async (side: 'start' | 'end', words: string, share: number) => {
    const grip = await page.locator(`[data-handle=${side}]`).boundingBox();
    const to = await pointOn(words, share);
    await page.mouse.move(
      (grip?.x ?? 0) + (grip?.width ?? 0) / 2,
      (grip?.y ?? 0) + (grip?.height ?? 0) / 2,
    );
    await page.mouse.down();
    await page.mouse.move(to.x - 2, to.y);
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
  };
  await drag('end', ACCENTED, 0.6);
  await expect
    .poll(() => panel.quotes())
    .toContainEqual(expect.stringMatching(new RegExp(`^${FAMILY}办起茶会，(${ACCENTED})?$`, 'u')));
  await drag('start', '𠮷', 0.4);
  await expect.poll(() => panel.quotes()).toContainEqual(expect.stringMatching(/^𠮷?祥里/u));
  await article.focusText();
  for (let step = 0; step < 2; step += 1) await reader.undo();
  await expect.poll(stored).toEqual([at('𠮷祥里'), at(FAMILY)]);

  // Over the end of a paragraph a step is a step: what is seen changes with each.
  await article.highlight('招牌。', '2');
  await article.focusText();
  await keyboard.press('.');
  await expect.poll(() => panel.quotes()).toContainEqual('招牌。\n每');
  await expect(page.locator('[data-handle]')).toHaveCount(2);
  await keyboard.press(',');
  await expect.poll(() => panel.quotes()).toContainEqual('招牌。');
  await expect(page.locator('[data-handle]')).toHaveCount(2);

  // Split where was clicked: before the character.
  await keyboard.press('Escape');
  await article.highlight(`里${FAMILY}办起`, '1');
  await clickOn(FAMILY, 0.8);
  await article.focusText();
  await panel.cardOf(`里${FAMILY}办起`).quote.click();
  await clickOn(FAMILY, 0.8);
  await expect.poll(async () => (await article.painted())['zj-selected']).toHaveLength(1);
  await article.focusText();
  if ((await article.painted())['zj-selected']?.[0] === FAMILY) await keyboard.press('o');
  await keyboard.press('s');
  await expect.poll(() => panel.quotes()).toContainEqual(`${FAMILY}办起`);

  // The file's own line ends change nothing of it.
  const [row] = await storedRows(page, 'articleTexts');
  expect(row?.text).toBe(text);
  for (const one of await storedRows(page, 'annotations')) {
    expect(text.slice(Number(one.start), Number(one.end))).toBe(one.exact);
  }
  expect(app.errors).toEqual([]);
});
