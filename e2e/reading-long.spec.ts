import path from 'node:path';
import { ReaderWindow } from './pages/reader-window';
import { seriousFindings } from './support/axe';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const WEEKS = 400;
/** Very much longer than a screen; each paragraph has words of its own. */
const LONG = [
  '柳湾镇的八年',
  ...Array.from(
    { length: WEEKS },
    (_, index) =>
      `第${index + 1}周，柳湾镇的社工走访了居民，记下他们对楼道照明、晾晒场地和老人用餐的意见，${index % 100 === 49 ? '并在渡口亭开了会。' : '并在活动室开了会。'}`,
  ),
].join('\n\n');

test.setTimeout(240_000);

test('a very long article: nothing moves while it is scrolled, and what is found is on the strip', async ({
  start,
  folder,
}, testInfo) => {
  const app = await start(await writeFiles(path.join(folder, 'in'), [['柳湾.txt', LONG]]));
  const reader = await new ReaderWindow(app).imported();
  const { page, article, library, panel } = reader;
  await library.rows.first().click();
  await expect(article.paragraphs).toHaveCount(WEEKS);

  // Only what is near the view is drawn, and the rest has its room to the pixel.
  const drawn = () =>
    article.paragraphs.evaluateAll(
      (blocks) =>
        blocks.filter((block) => block.checkVisibility({ contentVisibilityAuto: true })).length,
    );
  await expect.poll(drawn).toBeLessThan(WEEKS / 2);
  await expect(article.text).toHaveAttribute('data-laid', '');
  expect(await drawn()).toBeLessThan(WEEKS / 2);
  const strip = page.getByRole('slider', { name: '全文批注分布' });
  const heights = await article.text.evaluate(async (text) => {
    let view = text;
    while (!/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement ?? view;
    const seen = new Set<number>();
    for (let top = 0; top <= view.scrollHeight; top += view.clientHeight) {
      view.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      seen.add(view.scrollHeight);
    }
    view.scrollTop = 0;
    return [...seen];
  });
  expect(heights).toHaveLength(1);
  await expect(article.paragraphs.first()).toBeInViewport();
  await expect(strip).toHaveAttribute('aria-valuenow', '1');

  // A place far away is gone to at once, by a match and by the strip.
  const ticks = () =>
    strip.locator('canvas').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return null;
      const pixel = document.createElement('canvas').getContext('2d');
      const context = canvas.getContext('2d');
      if (pixel === null || context === null) return null;
      pixel.fillStyle = getComputedStyle(canvas).getPropertyValue('--cinnabar');
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      const rows = Array.from({ length: height }, (_, row) => {
        const at = (row * width + (width >> 1)) * 4;
        return data[at] === red && data[at + 1] === green && data[at + 2] === blue;
      });
      // Where each tick begins, as a share of the strip.
      return rows.flatMap((on, row) => (on && rows[row - 1] !== true ? [row / height] : []));
    });
  expect(await ticks()).toEqual([]);
  await article.focusText();
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('渡口亭');
  await expect(page.getByText('第 1 处，共 4 处')).toBeVisible();
  await expect.poll(ticks).toHaveLength(4);
  for (const [index, share] of ((await ticks()) ?? []).entries()) {
    expect(Math.abs(share - (index * 100 + 50) / WEEKS)).toBeLessThan(0.03);
  }
  await page.keyboard.press('Shift+F3');
  await expect(page.getByText('第 4 处，共 4 处')).toBeVisible();
  await expect(article.paragraphs.filter({ hasText: '第350周' })).toBeInViewport();
  await page.screenshot({ path: testInfo.outputPath('found.png') });
  expect.soft(await seriousFindings(page), 'find and strip, light').toEqual([]);
  await reader.useTheme('dark');
  expect.soft(await seriousFindings(page), 'find and strip, dark').toEqual([]);
  // Drawn anew in the other colour.
  await expect.poll(ticks).toHaveLength(4);
  await page.getByRole('textbox', { name: '在文中查找' }).press('Escape');
  await expect.poll(ticks).toEqual([]);

  // What is marked there is painted, and found again from the other end.
  await page.keyboard.press('1');
  await expect.poll(() => panel.quotes()).toEqual(['渡口亭']);
  await strip.focus();
  await page.keyboard.press('Home');
  await expect(article.paragraphs.first()).toBeInViewport();
  await panel.cardOf('渡口亭').quote.click();
  await expect(article.paragraphs.filter({ hasText: '第350周' })).toBeInViewport();
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-yellow-0': ['渡口亭'] });
  expect(app.errors).toEqual([]);
});

test('where more highlights lie than there are lines, each keeps its own and the ground is darker', async ({
  start,
  folder,
}, testInfo) => {
  const app = await start(await writeFiles(path.join(folder, 'in'), [['柳湾.txt', LONG]]));
  const reader = await new ReaderWindow(app).imported();
  const { page, article, library, panel } = reader;
  await library.rows.first().click();
  const words = '第1周，柳湾镇的社工走访了居民';
  for (let length = words.length; length > words.length - 9; length -= 1) {
    const key = String(1 + (length % 5)) as '1' | '2' | '3' | '4' | '5';
    await article.highlight(words.slice(0, length), key);
    await expect(panel.cards).toHaveCount(words.length - length + 1);
    // The handle of what is selected lies where the next one begins.
    await article.focusText();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-handle]')).toHaveCount(0);
  }
  await expect(panel.cards).toHaveCount(9);
  const painted = await article.painted();
  const lanes = Object.keys(painted).filter((name) => /^zj-\w+-\d$/.test(name));
  expect(lanes.map((name) => name.slice(-1)).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  expect(painted['zj-more']).toEqual([
    words.slice(0, words.length - 8),
    words.slice(0, words.length - 7),
  ]);
  await page.screenshot({ path: testInfo.outputPath('nine.png') });
  await reader.useTheme('dark');
  await page.screenshot({ path: testInfo.outputPath('nine-dark.png') });
  // Each can still be picked, the shortest first.
  await article.focusText();
  await page.keyboard.press('Escape');
  const point = await article.paragraphs.first().evaluate((block) => {
    const range = document.createRange();
    range.setStart(block.firstChild ?? block, 1);
    range.setEnd(block.firstChild ?? block, 2);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const picked = new Set<string>();
  for (let click = 0; click < 9; click += 1) {
    await page.mouse.click(point.x, point.y);
    await expect
      .poll(async () => {
        const [selected = ''] = (await article.painted())['zj-selected'] ?? [];
        if (selected === '' || picked.has(selected)) return false;
        picked.add(selected);
        return true;
      })
      .toBe(true);
  }
  expect(picked.size).toBe(9);
  expect(app.errors).toEqual([]);
});

test('words are selected and highlighted by touch', async ({ start, folder }) => {
  const app = await start(await writeFiles(path.join(folder, 'in'), [['柳湾.txt', LONG]]));
  const reader = await new ReaderWindow(app).imported();
  const { page, article, library, panel } = reader;
  await library.rows.first().click();
  await expect(article.paragraphs).toHaveCount(WEEKS);
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', at: { x: number; y: number }) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [at] });
  const lift = () => cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const pointAt = (words: string) =>
    article.paragraphs.first().evaluate((block, wanted) => {
      const node = block.firstChild ?? block;
      const range = document.createRange();
      const at = block.textContent.indexOf(wanted);
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width * 0.4, y: top + height / 2 };
    }, words);
  const selection = () => page.evaluate(() => String(window.getSelection()));

  // A finger that rests takes a word, and is drawn on to the comma.
  await touch('touchStart', await pointAt('居民'));
  await expect.poll(selection).toBe('居民');
  await touch('touchMove', await pointAt('，记下'));
  await touch('touchMove', await pointAt('他们'));
  await expect.poll(selection).toBe('居民，记下');
  await lift();
  await expect(article.toolbar).toBeVisible();
  const color = await article.toolbar.getByRole('button').nth(2).boundingBox();
  await touch('touchStart', { x: (color?.x ?? 0) + 8, y: (color?.y ?? 0) + 8 });
  await lift();
  await expect.poll(() => panel.quotes()).toEqual(['居民，记下']);
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-green-0': ['居民，记下'] });
  // A tap elsewhere leaves it, a tap on it selects it.
  await touch('touchStart', await pointAt('柳湾'));
  await lift();
  await expect.poll(async () => Object.keys(await article.painted())).not.toContain('zj-selected');
  await touch('touchStart', await pointAt('居民'));
  await lift();
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-selected': ['居民，记下'] });
  expect(app.errors).toEqual([]);
});
