import path from 'node:path';
import { long } from './fixtures/long';
import { ReaderWindow } from './pages/reader-window';
import { seriousFindings } from './support/axe';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

test.setTimeout(180_000);

test('two articles side by side: each with its own place, find and annotations', async ({
  start,
  folder,
}, testInfo) => {
  const app = await start(
    await writeFiles(path.join(folder, 'in'), [
      ['溪口.txt', long('溪口街道的一年', '溪口')],
      ['东桥.txt', long('东桥社区的一年', '东桥')],
    ]),
  );
  const reader = await new ReaderWindow(app).imported();
  const { page, library, panel } = reader;
  const { keyboard } = page;
  const first = page.getByRole('region', { name: '第一栏' });
  const second = page.getByRole('region', { name: '第二栏' });
  const textOf = (pane: typeof first) => pane.getByRole('group', { name: '正文', exact: true });
  const active = () => page.locator('[data-pane][aria-current]').getAttribute('data-pane');

  await library.open('溪口街道的一年');
  await library.row('东桥社区的一年').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '并排打开' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('东桥社区的一年');
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('溪口街道的一年');
  expect(await active()).toBe('second');

  // Keys annotate in the active pane; both are painted at once, the panel follows.
  await textOf(second).focus();
  await keyboard.press('1');
  await expect.poll(() => panel.quotes()).toEqual([expect.stringContaining('东桥第1周')]);
  await keyboard.press('F6');
  await expect(textOf(first)).toBeFocused();
  expect(await active()).toBe('first');
  await expect(panel.cards).toHaveCount(0);
  await keyboard.press('j');
  await keyboard.press('1');
  await expect.poll(() => panel.quotes()).toEqual([expect.stringContaining('溪口第2周')]);
  await expect
    .poll(async () => (await reader.article.painted())['zj-yellow-0'])
    .toEqual([expect.stringContaining('东桥第1周'), expect.stringContaining('溪口第2周')]);

  // Each finds for itself.
  await keyboard.press('Control+f');
  await keyboard.insertText('溪口第');
  await expect(first.getByText('共 40 处')).toBeVisible();
  await textOf(second).focus();
  await keyboard.press('Control+f');
  await keyboard.insertText('东桥第3');
  await expect(second.getByText('共 11 处')).toBeVisible();
  expect((await reader.article.painted())['zj-found']).toHaveLength(51);
  expect.soft(await seriousFindings(page), 'two panes').toEqual([]);
  await keyboard.press('Escape');
  await expect.poll(async () => (await reader.article.painted())['zj-found']).toHaveLength(40);
  await first.getByRole('textbox', { name: '在文中查找' }).press('Escape');

  // Each scrolls for itself, and keeps its place when they change sides.
  const line = (pane: typeof first, words: string) =>
    textOf(pane).locator('[data-paragraph]').filter({ hasText: words });
  await line(second, '东桥第30周').evaluate((block) => block.scrollIntoView());
  await expect(line(first, '溪口第2周')).toBeInViewport();
  await textOf(first).focus();
  await first.getByRole('button', { name: '左右对调' }).click();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('东桥社区的一年');
  await expect(line(first, '东桥第30周')).toBeInViewport();
  await expect(line(second, '溪口第2周')).toBeInViewport();
  expect(await active()).toBe('second');

  // The line between them, by keys.
  const resizer = page.getByRole('separator', { name: '调整两栏宽度' });
  const before = (await first.boundingBox())?.width ?? 0;
  await resizer.focus();
  await keyboard.press('ArrowRight');
  await expect
    .poll(async () => Math.round(((await first.boundingBox())?.width ?? 0) - before))
    .toBe(16);

  const lookAt = async (theme: 'light' | 'dark') => {
    await reader.useTheme(theme);
    for (const [width, height] of [
      [1024, 700],
      [1280, 800],
      [1440, 900],
    ] as const) {
      await app.electron.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
        },
        { width, height },
      );
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      await expect(textOf(first)).toBeVisible();
      await expect(textOf(second)).toBeVisible();
      await page.screenshot({ path: testInfo.outputPath(`beside-${theme}-${width}.png`) });
    }
    expect.soft(await seriousFindings(page), `two panes, ${theme}`).toEqual([]);
  };
  await lookAt('light');
  await lookAt('dark');

  // Closing one leaves the other where it was; back brings both again.
  await first.getByRole('button', { name: '关闭这一栏' }).click();
  await expect(reader.article.title).toHaveText('溪口街道的一年');
  await expect(first).toHaveCount(0);
  await keyboard.press('Alt+ArrowLeft');
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('东桥社区的一年');
  await expect(line(first, '东桥第30周')).toBeInViewport();

  // From the palette, into a window with one article.
  await second.getByRole('button', { name: '关闭这一栏' }).click();
  await keyboard.press('Control+k');
  await reader.palette.getByRole('combobox').fill('溪口街道');
  await reader.palette.getByRole('option', { name: /溪口街道的一年/ }).waitFor();
  await keyboard.press('Shift+Enter');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('溪口街道的一年');
  expect(app.errors).toEqual([]);
});

test('back and forward lead through views and places', async ({ start, folder }) => {
  const app = await start(
    await writeFiles(path.join(folder, 'in'), [['溪口.txt', long('溪口街道的一年', '溪口')]]),
  );
  const reader = await new ReaderWindow(app).imported();
  const { page, library, search, article } = reader;
  const { keyboard } = page;
  const back = page.getByRole('button', { name: '后退' });
  const forward = page.getByRole('button', { name: '前进' });
  const line = (words: string) => article.paragraphs.filter({ hasText: words });
  await expect(back).toBeDisabled();
  await expect(forward).toBeDisabled();
  await library.open('溪口街道的一年');
  await expect(back).toBeEnabled();

  // A hit, then another in the same article.
  await search.open();
  await search.type('第20周');
  await search.hits.first().click();
  await expect(line('第20周')).toBeInViewport();
  await search.type('第38周');
  await search.hits.first().click();
  await expect(line('第38周')).toBeInViewport();
  await article.focusText();
  await keyboard.press('Alt+ArrowLeft');
  await expect(line('第20周')).toBeInViewport();
  await expect(forward).toBeEnabled();
  await keyboard.press('Alt+ArrowLeft');
  await expect(line('第1周')).toBeInViewport();
  await keyboard.press('Alt+ArrowLeft');
  await expect(library.list).toBeVisible();
  await keyboard.press('Alt+ArrowRight');
  await expect(library.list).toHaveCount(0);

  // What is found in the article is one step, however many matches are looked at.
  await article.focusText();
  await keyboard.press('Control+f');
  await keyboard.insertText('第3');
  for (let step = 0; step < 9; step += 1) await keyboard.press('F3');
  await expect(line('第38周')).toBeInViewport();
  await keyboard.press('Escape');

  // The buttons at the side of a mouse.
  const side = (button: number) =>
    page.evaluate(
      (which) => window.dispatchEvent(new MouseEvent('mouseup', { button: which, bubbles: true })),
      button,
    );
  await side(3);
  await expect(line('第1周')).toBeInViewport();
  await side(4);
  await expect(line('第38周')).toBeInViewport();
  await expect(forward).toBeDisabled();
  expect(app.errors).toEqual([]);
});

test('what is found and selected stays when panes change sides or one closes, and the panes after a restart', async ({
  start,
  folder,
}) => {
  let app = await start(
    await writeFiles(path.join(folder, 'in'), [
      ['溪口.txt', long('溪口街道的一年', '溪口')],
      ['东桥.txt', long('东桥社区的一年', '东桥')],
    ]),
  );
  let reader = await new ReaderWindow(app).imported();
  const pane = (name: string) => reader.page.getByRole('region', { name });
  const titleOf = (name: string) => pane(name).getByRole('heading', { level: 1 });
  const textOf = (name: string) => pane(name).getByRole('group', { name: '正文', exact: true });
  await reader.library.open('溪口街道的一年');
  await reader.library.row('东桥社区的一年').click({ button: 'right' });
  await reader.page.getByRole('menuitem', { name: '并排打开' }).click();
  const { keyboard } = reader.page;

  // Something is found in one, and a passage selected in the other.
  await textOf('第二栏').focus();
  await keyboard.press('Control+f');
  await keyboard.insertText('东桥第3');
  await expect(pane('第二栏').getByText('第 1 处，共 11 处')).toBeVisible();
  await keyboard.press('F3');
  await textOf('第一栏').focus();
  await keyboard.press('v');
  for (let step = 0; step < 4; step += 1) await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Enter');
  await expect(reader.article.toolbar).toBeVisible();
  const selection = () => reader.page.evaluate(() => String(window.getSelection()));
  const words = await selection();
  expect(words).toContain('溪口');

  await pane('第一栏').getByRole('button', { name: '左右对调' }).click();
  await expect(titleOf('第一栏')).toHaveText('东桥社区的一年');
  await expect(pane('第一栏').getByText('第 2 处，共 11 处')).toBeVisible();
  const [left, right] = await Promise.all(
    ['第一栏', '第二栏'].map((name) => pane(name).boundingBox()),
  );
  expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
  expect(await selection()).toBe(words);
  await expect(reader.article.toolbar).toBeVisible();
  await textOf('第二栏').focus();
  await keyboard.press('2');
  await expect.poll(() => reader.panel.quotes()).toEqual([words]);

  // The sides and the line between them are as they were at the next start.
  const resizer = () => reader.page.getByRole('separator', { name: '调整两栏宽度' });
  await resizer().focus();
  for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowRight');
  const width = await resizer().getAttribute('aria-valuenow');
  await app.close();
  app = await start();
  reader = new ReaderWindow(app);
  await expect(titleOf('第一栏')).toHaveText('东桥社区的一年');
  await expect(titleOf('第二栏')).toHaveText('溪口街道的一年');
  await expect(resizer()).toHaveAttribute('aria-valuenow', width ?? '');
  expect(await reader.page.locator('[data-pane][aria-current]').getAttribute('data-pane')).toBe(
    'second',
  );

  // The pane that is left keeps what is found in it.
  await textOf('第二栏').focus();
  await reader.page.keyboard.press('Control+f');
  await reader.page.keyboard.insertText('溪口第2');
  await expect(pane('第二栏').getByText('第 1 处，共 11 处')).toBeVisible();
  await pane('第一栏').getByRole('button', { name: '关闭这一栏' }).click();
  await expect(pane('第一栏')).toHaveCount(0);
  await expect(reader.article.title).toHaveText('溪口街道的一年');
  await expect(reader.page.getByText('第 1 处，共 11 处')).toBeVisible();
  expect((await reader.article.painted())['zj-found']).toHaveLength(11);
  expect(app.errors).toEqual([]);
});
