import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, type RunningApp, test } from './support/launch';

/**
 * The main job on the sample archive, for someone to look at: import, highlight, tag, note, search,
 * export. Each step leaves a numbered screenshot.
 */
const OUT = process.env.ZHAIJI_DEMO_OUT ?? path.resolve(import.meta.dirname, '../demo-out');

test('the main job', async ({ start }) => {
  const app = await start();
  const { page } = app;
  let number = 0;
  const picture = async (name: string) => {
    number += 1;
    const file = `${String(number).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: path.join(OUT, file) });
  };
  await resize(app, 1280, 800);

  const sample = page.getByRole('button', { name: '打开示例档案库' });
  await expect(sample).toBeVisible();
  await picture('welcome');

  await sample.click();
  await expect(page.getByRole('dialog')).toContainText('10 篇');
  await picture('import-report');
  await page.getByRole('button', { name: '完成' }).click();

  await page.getByRole('option', { name: /五社联动/ }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: /五社联动/ })).toBeVisible();
  await picture('reading');

  await page.getByRole('button', { name: /第 ?2 ?段/ }).click();
  await expect(page.getByText('批注 (1)')).toBeVisible();
  await selectWords(page.locator('p', { hasText: '去年6月起' }), 1, 2);
  await page.keyboard.press('3');
  await expect(page.getByText('批注 (2)')).toBeVisible();
  await picture('highlights');

  await selectWords(page.locator('p', { hasText: '禾光社会工作服务中心主任' }), 0, 1);
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox')).toBeFocused();
  for (const tag of ['居民议事', '五社联动']) {
    await page.keyboard.type(tag);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: tag, exact: true })).toBeVisible();
  }
  await picture('tags');
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await expect(page.locator('[contenteditable=true]')).toBeFocused();
  await page.keyboard.type('社工先听后做：**需求来自走访**，而不是来自文件。');
  await expect(page.locator('strong', { hasText: '需求来自走访' })).toBeVisible();
  await picture('note');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('把服务送到居民家门口');
  await expect(page.getByText('共 3 处')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await picture('search');

  await page.keyboard.press('Control+2');
  await page.getByText('居民议事').first().click();
  await picture('codebook');

  await app.electron.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await page.keyboard.press('Control+1');
  await page.getByRole('option', { name: /五社联动/ }).dblclick();
  await picture('dark');
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('textbox', { name: /检索/ })).toBeFocused();
  await page.getByRole('option', { name: /楼门口的党支部/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /楼门口/ })).toBeVisible();
  await picture('dark-search');
  await app.electron.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });

  await app.electron.evaluate(
    ({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    },
    path.join(OUT, 'markdown'),
  );
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByRole('button', { name: '打开文件夹' })).toBeVisible();
  await picture('export');
  expect(app.errors).toEqual([]);
});

function resize({ electron }: RunningApp, width: number, height: number): Promise<void> {
  return electron.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  );
}

/** Drags over the words from the middle of one line to the middle of another (0-based lines). */
async function selectWords(paragraph: Locator, from: number, to: number): Promise<void> {
  await paragraph.scrollIntoViewIfNeeded();
  const box = await paragraph.boundingBox();
  if (box === null) throw new Error('The paragraph is not on the screen');
  const page = paragraph.page();
  const line = 18 * 1.8;
  await page.mouse.move(box.x + 120, box.y + line * (from + 0.5));
  await page.mouse.down();
  await page.mouse.move(box.x + 320, box.y + line * (to + 0.5), { steps: 5 });
  await page.mouse.up();
}
