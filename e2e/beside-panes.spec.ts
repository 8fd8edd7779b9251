import path from 'node:path';
import { long } from './fixtures/long';
import { ReaderWindow } from './pages/reader-window';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

test.setTimeout(180_000);

test('the Tab key goes through two panes as they are seen, also when they have changed sides', async ({
  start,
  folder,
}) => {
  const reader = await new ReaderWindow(
    await start(
      await writeFiles(path.join(folder, 'in'), [
        ['溪口.txt', long('溪口街道的一年', '溪口')],
        ['东桥.txt', long('东桥社区的一年', '东桥')],
      ]),
    ),
  ).imported();
  const { page, library } = reader;
  await library.open('溪口街道的一年');
  await library.row('东桥社区的一年').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '并排打开' }).click();
  const first = page.getByRole('region', { name: '第一栏' });
  const second = page.getByRole('region', { name: '第二栏' });
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('东桥社区的一年');

  /** Where each press of the key comes to, from the first pane's head until it has left the second. */
  const walk = async (key: 'Tab' | 'Shift+Tab', from: typeof first) => {
    const stops: string[] = [];
    await from.getByRole('button', { name: '左右对调' }).focus();
    for (let press = 0; press < 60; press += 1) {
      const stop = await page.evaluate(() => {
        const active = document.activeElement;
        const pane = active?.closest('[data-pane]')?.getAttribute('data-pane');
        return pane ?? (active?.getAttribute('aria-label') === '调整两栏宽度' ? 'line' : 'outside');
      });
      if (stop !== stops.at(-1)) stops.push(stop);
      if (stop === 'outside') break;
      await page.keyboard.press(key);
    }
    return stops;
  };
  expect(await walk('Tab', first)).toEqual(['first', 'line', 'second', 'outside']);
  await first.getByRole('button', { name: '左右对调' }).click();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('东桥社区的一年');
  const [left, right] = await Promise.all([first.boundingBox(), second.boundingBox()]);
  expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  expect(await walk('Tab', first)).toEqual(['first', 'line', 'second', 'outside']);
  expect(await walk('Shift+Tab', second)).toEqual(['second', 'line', 'first', 'outside']);
  expect(reader.app.errors).toEqual([]);
});

test('one article in both panes: an annotation made in one is in the other, each has its place', async ({
  start,
  folder,
}) => {
  const reader = await new ReaderWindow(
    await start(
      await writeFiles(path.join(folder, 'in'), [['溪口.txt', long('溪口街道的一年', '溪口')]]),
    ),
  ).imported();
  const { page, library, panel, article } = reader;
  const title = '溪口街道的一年';
  await library.open(title);
  await library.row(title).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '并排打开' }).click();
  const panes = ['第一栏', '第二栏'].map((name) => page.getByRole('region', { name }));
  const [first, second] = panes as [(typeof panes)[0], (typeof panes)[0]];
  for (const pane of panes) await expect(pane.getByRole('heading', { level: 1 })).toHaveText(title);
  const line = (pane: typeof first, words: string) =>
    pane.locator('[data-paragraph]').filter({ hasText: words });
  await first.getByRole('group', { name: '正文', exact: true }).focus();
  await page.keyboard.press('2');
  const words = expect.stringContaining('溪口第1周');
  await expect.poll(() => panel.quotes()).toEqual([words]);
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-red-0': [words, words] });
  await line(second, '溪口第30周').evaluate((block) => block.scrollIntoView());
  await expect(line(first, '溪口第1周')).toBeInViewport();
  await second.getByRole('group', { name: '正文', exact: true }).focus();
  await expect.poll(() => panel.quotes()).toEqual([words]);
  await expect(line(second, '溪口第30周')).toBeInViewport();
  await reader.undo();
  await expect.poll(() => article.painted()).not.toHaveProperty('zj-red-0');
  await expect.poll(() => panel.quotes()).toEqual([]);
  expect(reader.app.errors).toEqual([]);
});
