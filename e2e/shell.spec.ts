import { single } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { storedNotes } from './support/database';
import { writeTexts } from './support/files';
import { expect, type RunningApp, test } from './support/launch';

/** The labels of the native menu, top level and below. */
function menuLabels({ electron }: RunningApp): Promise<string[]> {
  return electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => [
      menu.label,
      ...(menu.submenu?.items ?? []).map((item) => item.label).filter((label) => label !== ''),
    ]),
  );
}

/** What a screen reader is told of the window, without the texts, which are Chinese in any case. */
async function interfaceWords(reader: ReaderWindow): Promise<string> {
  return reader.page.evaluate(() => {
    const words: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('[lang="zh-CN"], h1, article[aria-label] p') !== null) continue;
      const label = element.getAttribute('aria-label') ?? '';
      // A text's article is named by its title.
      if (element.tagName !== 'ARTICLE') words.push(label);
      for (const node of element.childNodes) if (node instanceof Text) words.push(node.data);
    }
    return words.filter((word) => word.trim() !== '').join('\n');
  });
}

test('the language changes everywhere at once, in the native menu too', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  const { page, app } = reader;
  await reader.openSample();
  await reader.library.rows.first().click();
  await expect.poll(() => menuLabels(app)).toContain('导入文件…');
  expect((await menuLabels(app)).filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);

  await page.getByRole('contentinfo').getByRole('button', { name: /英文/ }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => menuLabels(app)).toContain('Import files…');
  const han = (labels: string[]) => labels.filter((label) => /\p{Script=Han}/u.test(label));
  // The switch back is said in the language that it leads to.
  const rest = (words: string[]) => han(words).filter((word) => !/中文|简/.test(word));
  expect(rest(await menuLabels(app))).toEqual([]);
  expect(rest((await interfaceWords(reader)).split('\n'))).toEqual([]);
  await app.close();

  const again = new ReaderWindow(await start());
  await expect(again.page.getByRole('button', { name: 'Articles', exact: true })).toBeVisible();
  await again.page
    .getByRole('contentinfo')
    .getByRole('button', { name: /中文|简/ })
    .click();
  await expect(again.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
});

test('no process runs that nothing needs, and other programs inherit nothing', async ({
  start,
}) => {
  const { electron } = await start();
  const { names, inherited } = await electron.evaluate(({ app }) => ({
    names: app.getAppMetrics().map(({ type, name }) => name ?? type),
    inherited: process.env.GDK_GL,
  }));
  expect(names.includes('Network Service')).toBe(process.platform !== 'linux');
  expect(names.filter((name) => name === 'Tab')).toHaveLength(1);
  expect(inherited).toBe(process.env.GDK_GL);
});

test('the theme is switched and remembered', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  const before = await reader.theme();
  const wanted = before === 'dark' ? 'light' : 'dark';
  const paper = () => reader.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const first = await paper();
  await reader.useTheme(wanted);
  expect(await paper()).not.toBe(first);
  await reader.app.close();
  const again = new ReaderWindow(await start());
  await expect.poll(() => again.theme()).toBe(wanted);
});

test('panes are resized, hidden and remembered with the window', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  const { page, app } = reader;
  await reader.openSample();
  await reader.library.rows.first().click();
  const list = page.getByRole('separator', { name: '调整列表宽度' });
  const width = Number(await list.getAttribute('aria-valuenow'));
  await list.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(list).toHaveAttribute('aria-valuenow', String(width + 32));
  const box = await list.boundingBox();
  if (box === null) throw new Error('The line between the panes is not there');
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 30, box.y + 200);
  await page.mouse.up();
  await expect(list).toHaveAttribute('aria-valuenow', String(width + 62));
  await page.getByRole('button', { name: '显示或隐藏批注栏' }).click();
  await expect(reader.panel.region).toHaveCount(0);
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setSize(1180, 740),
  );
  await expect.poll(() => windowSize(app)).toEqual([1180, 740]);
  await app.close();

  const again = new ReaderWindow(await start());
  expect(await windowSize(again.app)).toEqual([1180, 740]);
  await again.library.rows.first().click();
  await expect(again.article.title).toBeVisible();
  await expect(again.panel.region).toHaveCount(0);
  const kept = again.page.getByRole('separator', { name: '调整列表宽度' });
  await expect(kept).toHaveAttribute('aria-valuenow', String(width + 62));
  await again.page.getByRole('button', { name: '显示或隐藏批注栏' }).click();
  await expect(again.panel.region).toBeVisible();
});

function windowSize({ electron }: RunningApp): Promise<number[]> {
  return electron.evaluate(({ BrowserWindow }) =>
    (BrowserWindow.getAllWindows()[0]?.getSize() ?? []).map(Number),
  );
}

test('the palette reaches an action, an article, a tag and a note', async ({ start, folder }) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [single])));
  await reader.imported();
  const { page, article, panel, codebook } = reader;
  await reader.viaPalette('互助晚饭');
  await expect(article.title).toHaveText(single.expected[0]?.title ?? '');
  await article.dragOver('老祠堂');
  await page.keyboard.press('t');
  await panel.picker.put('公共空间');
  await panel.picker.close();
  await panel.cardOf('老祠堂').note.begin();
  await page.keyboard.type('祠堂是谁的');
  await expect.poll(() => storedNotes(page)).toEqual(['祠堂是谁的']);
  await page.keyboard.press('Escape');

  await reader.viaPalette('公共空间');
  await expect(codebook.passages('公共空间')).toHaveCount(1);
  await reader.viaPalette('设置');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  await reader.viaPalette('祠堂是谁的');
  await expect.poll(() => article.painted()).toMatchObject({ 'zj-selected': ['老祠堂'] });
});

test('the question mark shows every shortcut', async ({ start }) => {
  const reader = new ReaderWindow(await start());
  await reader.openSample();
  await reader.library.rows.first().click();
  await reader.article.focusText();
  await reader.page.keyboard.press('?');
  const dialog = reader.page.getByRole('dialog', { name: '快捷键' });
  for (const [name, key] of [
    ['编码本', 'Ctrl2'],
    ['加标签', 'T'],
    ['写笔记', 'N'],
    ['高亮为紫色', '5'],
    ['用键盘选择文字', 'V'],
  ] as const) {
    await expect(dialog.getByRole('listitem').filter({ hasText: name })).toContainText(key);
  }
  await reader.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

for (const { name, width, height, zoom } of [
  { name: 'at 1024 × 700', width: 1024, height: 700, zoom: 1 },
  { name: 'at 200 %', width: 1440, height: 960, zoom: 2 },
]) {
  test(`nothing important is cut off ${name}`, async ({ start }) => {
    const reader = new ReaderWindow(await start());
    const { page, app, library, article } = reader;
    await reader.openSample();
    await app.electron.evaluate(
      ({ BrowserWindow }, [wide, high, factor]) => {
        const window = BrowserWindow.getAllWindows()[0];
        window?.setContentSize(wide ?? 0, high ?? 0);
        window?.webContents.setZoomFactor(factor ?? 1);
      },
      [width, height, zoom],
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom);
    await library.rows.first().click();
    await expect(article.title).toBeInViewport({ ratio: 1 });
    for (const view of ['文章', '检索', '编码本', '笔记', '分析', '设置'] as const) {
      await reader.goTo(view);
      expect.soft(await sideways(reader), view).toBe(0);
      const controls = page
        .getByRole('banner')
        .getByRole('button')
        .or(page.getByRole('navigation', { name: '主导航' }).getByRole('button'))
        .or(page.getByRole('contentinfo').getByRole('button'));
      for (const control of await controls.all()) {
        await expect.soft(control).toBeInViewport({ ratio: 1 });
      }
    }
    await page.keyboard.press('Control+Shift+E');
    await expect(reader.exporting.begin).toBeInViewport({ ratio: 1 });
    expect(await sideways(reader)).toBe(0);
  });
}

/** Pixels by which the page is wider than the window. */
function sideways({ page }: ReaderWindow): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
  });
}
