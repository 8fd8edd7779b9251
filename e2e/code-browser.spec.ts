import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { magazine } from './fixtures/texts';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedRows } from './support/database';
import { answerDialogs, writeFiles, writeTexts } from './support/files';
import { expect, test } from './support/launch';

async function chooseTag(page: Page, button: Locator, name: string): Promise<void> {
  await button.click();
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('search hits are tagged, browsed, tagged anew, handed out, and undone', async ({
  start,
  folder,
}) => {
  const reader = new ReaderWindow(await start(await writeTexts(folder, [magazine])));
  await reader.review.acceptAll();
  await reader.report.openFirst();
  const { codebook, page } = reader;
  await reader.goTo('编码本');
  await codebook.create('公共空间');

  // Auto-tag with a preview of which one hit is left out.
  const menu = async (entry: string) => {
    await page.getByRole('button', { name: '编码本的操作' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };
  await menu('按检索结果自动加标签');
  const auto = page.getByRole('dialog', { name: '按检索结果自动加标签' });
  await auto.getByRole('textbox', { name: '检索' }).fill('社工');
  await auto.getByRole('button', { name: '选择标签' }).click();
  await page.getByRole('option', { name: '公共空间' }).click();
  await auto.getByRole('button', { name: '查找' }).click();
  const hits = auto.getByRole('listitem');
  await expect(hits.first()).toContainText('社工');
  const found = await hits.count();
  expect(found).toBeGreaterThan(1);
  await hits.first().locator('label').click();
  await auto.getByRole('button', { name: `给 ${found - 1} 处加标签` }).click();
  await expect(codebook.row('公共空间')).toContainText(`${found - 1} 处`);
  // It is told once, and one step takes all of it back.
  await expect(page.getByText(`给 ${found - 1} 处自动加标签`)).toHaveCount(1);
  await expect(reader.toasts).toHaveCount(1);
  await reader.undo();
  await expect.poll(() => storedRows(page, 'annotations')).toEqual([]);
  await reader.redo();
  await expect(codebook.row('公共空间')).toContainText(`${found - 1} 处`);

  // A second time only what is left is found.
  await menu('按检索结果自动加标签');
  await auto.getByRole('textbox', { name: '检索' }).fill('社工');
  await auto.getByRole('button', { name: '选择标签' }).click();
  await page.getByRole('option', { name: '公共空间' }).click();
  await auto.getByRole('button', { name: '查找' }).click();
  await expect(auto.getByText(`将给 1 处加标签；${found - 1} 处已有此标签`)).toBeVisible();
  await page.keyboard.press('Escape');

  // The code browser.
  await codebook.choose('公共空间', '在编码浏览中查看');
  const browser = page.getByRole('region', { name: '编码浏览' });
  const list = page.getByRole('list', { name: '符合条件的段落片段' });
  const passages = list.getByRole('checkbox');
  await expect(passages).toHaveCount(found - 1);
  await passages.first().check();
  await expect(browser.getByText('已选 1 处')).toBeVisible();
  await chooseTag(page, browser.getByRole('button', { name: '加标签' }), '议事');
  await expect(list.getByText('议事', { exact: true })).toHaveCount(1);
  await chooseTag(page, browser.getByRole('button', { name: '加条件：不含' }), '议事');
  await expect(passages).toHaveCount(found - 2);
  await browser.getByRole('button', { name: '去掉条件「议事」' }).click();

  // One tag in the place of another on what is chosen, then taken off, each as one step.
  await browser.getByRole('button', { name: '取消选择' }).click();
  await browser.getByRole('button', { name: '全选' }).click();
  await chooseTag(page, browser.getByRole('button', { name: '替换标签' }), '议事');
  await chooseTag(page, browser.getByRole('button', { name: '议事 → …' }), '协商');
  await expect(list.getByText('协商', { exact: true })).toHaveCount(1);
  await expect(list.getByText('议事', { exact: true })).toHaveCount(0);
  await chooseTag(page, browser.getByRole('button', { name: '去掉标签' }), '协商');
  await expect(list.getByText('协商', { exact: true })).toHaveCount(0);
  await reader.undo();
  await reader.undo();
  await expect(list.getByText('议事', { exact: true })).toHaveCount(1);
  await browser.getByRole('button', { name: '取消选择' }).click();
  await browser.getByRole('button', { name: '连同出处复制' }).click();
  await expect(page.getByText(`已复制 ${found - 1} 处`)).toBeVisible();
  const copied = await reader.app.electron.evaluate(({ clipboard }) => clipboard.readText());
  const citations = copied.split('\n');
  expect(citations).toHaveLength(found - 1);
  expect(citations[0]).toMatch(/^“.*社工.*”（《.*》.*第\d+段）$/);

  // A note is written where the passage is read.
  await passages.first().locator('..').getByTitle('到原文处').focus();
  await page.keyboard.press('n');
  await expect(browser.getByRole('textbox', { name: '笔记' })).toBeFocused();
  await page.keyboard.type('可作引文');
  await page.keyboard.press('Escape');
  await expect(list.getByText('可作引文')).toBeVisible();
  await expect(passages.first().locator('..').getByTitle('到原文处')).toBeFocused();
  await page.screenshot({ path: test.info().outputPath('code-browser.png') });
  await browser.getByRole('combobox', { name: '上下文' }).selectOption('paragraph');
  await browser.getByRole('combobox', { name: '分组' }).selectOption('date');
  await expect(passages).toHaveCount(found - 1);

  // What is shown goes out.
  const out = path.join(folder, 'out');
  await mkdir(out);
  await answerDialogs(reader.app.electron, [out]);
  for (const entry of ['导出为 Markdown', '导出为 CSV']) {
    await browser.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(page.getByText(/^已写入/).last()).toBeVisible();
  }
  await expect
    .poll(async () => (await readdir(out)).sort())
    .toEqual(['公共空间.csv', '公共空间.md']);
  expect(await readFile(path.join(out, '公共空间.md'), 'utf8')).toContain('#公共空间');
  expect((await readFile(path.join(out, '公共空间.csv'), 'utf8')).split('\r\n').length).toBe(
    found + 1,
  );

  // A passage leads to its place, where the article is tagged as a whole; back leads here.
  await list.getByTitle('到原文处').first().click();
  const own = page.getByRole('group', { name: '文章的标签' });
  await chooseTag(page, own.getByRole('button', { name: '给文章加标签' }), '公共空间');
  await expect(own.getByRole('button', { name: '去掉标签「公共空间」' })).toBeVisible();
  await expect(codebook.row('公共空间')).toContainText('1 篇文章');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(passages).toHaveCount(found - 1);

  // The codebook comes in from a file, and out for other programs.
  const file = path.join(folder, '编码.csv');
  await writeFile(file, 'path,description,color\n公共空间,说明,red\n公共空间/座椅,,blue\n');
  await answerDialogs(reader.app.electron, [file]);
  await menu('导入编码本');
  const incoming = page.getByRole('dialog', { name: '导入编码本' });
  await incoming.getByRole('button', { name: '选择文件' }).click();
  await expect(incoming.getByText('新建 1 个，补充 1 个，不变 0 个')).toBeVisible();
  await incoming.getByRole('button', { name: '导入', exact: true }).click();
  await expect(codebook.row('座椅')).toContainText('第 2 级');
  await answerDialogs(reader.app.electron, [out]);
  await menu('导出编码本');
  await page.getByRole('radio', { name: 'REFI-QDA' }).click({ force: true });
  await page.getByRole('button', { name: '选择文件夹并导出' }).click();
  await expect.poll(() => readdir(out)).toContain('编码本.qdc');
  expect(await readFile(path.join(out, '编码本.qdc'), 'utf8')).toContain('name="座椅"');
  await reader.undo();
  await expect(codebook.row('座椅')).toHaveCount(0);
  expect(reader.app.errors).toEqual([]);
});

test('automatic tagging can be cancelled, and then nothing of it stays', async ({
  start,
  folder,
}) => {
  const paragraphs = Array.from(
    { length: 300 },
    (_, at) => `　　第${at}次走访。${'社工到场。'.repeat(12)}`,
  );
  const text = ['青岚镇的走访', '', ...paragraphs, ''].join('\n');
  const reader = new ReaderWindow(await start(await writeFiles(folder, [['走访.txt', text]])));
  await reader.imported();
  const { page, codebook } = reader;
  await reader.goTo('编码本');
  await codebook.create('走访');
  await page.getByRole('button', { name: '编码本的操作' }).click();
  await page.getByRole('menuitem', { name: '按检索结果自动加标签' }).click();
  const auto = page.getByRole('dialog', { name: '按检索结果自动加标签' });
  await auto.getByRole('textbox', { name: '检索' }).fill('社工');
  await auto.getByRole('button', { name: '选择标签' }).click();
  await page.getByRole('option', { name: '走访' }).click();
  await auto.getByRole('radio', { name: '所检索的字词' }).click({ force: true });
  await auto.getByRole('button', { name: '查找' }).click();
  await expect(auto.getByText('将给 3,600 处加标签')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('preview.png') });

  // As soon as it can be pressed.
  await page.evaluate(() => {
    const press = () =>
      [...document.querySelectorAll('button')].find((each) => each.textContent === '取消')?.click();
    new MutationObserver(press).observe(document.body, { childList: true, subtree: true });
  });
  await auto.getByRole('button', { name: '给 3,600 处加标签' }).click();
  await expect(auto.getByText('已取消。')).toBeVisible();
  expect(await storedRows(page, 'annotations')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(codebook.row('走访')).toContainText('0 处');
  await expect(reader.toasts).toHaveCount(0);
});

test('the command line lists the codebook and takes it in and out', async ({ folder, profile }) => {
  const csv = path.join(folder, 'in.csv');
  await writeFile(csv, '名称,上级,说明\n空间,,共用的地方\n座椅,空间,\n');
  expect((await zhaiji(profile, 'tags', 'import', csv, '--json', '--dry-run')).json).toMatchObject([
    { made: 2, filled: 0, same: 0, renamed: 0 },
  ]);
  expect((await zhaiji(profile, 'tags', '--json')).json).toEqual([]);
  expect((await zhaiji(profile, 'tags', 'import', csv, '--json')).code).toBe(0);
  const listed = await zhaiji(profile, 'tags', '--json');
  expect(listed.json).toMatchObject([
    {
      name: '空间',
      description: '共用的地方',
      count: 0,
      children: [{ name: '座椅', children: [] }],
    },
  ]);
  const qdc = path.join(folder, 'out.qdc');
  expect((await zhaiji(profile, 'tags', 'export', qdc)).code).toBe(0);
  expect(await readFile(qdc, 'utf8')).toContain('urn:QDA-XML:codebook:1.0');
  const again = await zhaiji(profile, 'tags', 'import', qdc, '--json');
  expect(again.json).toMatchObject([{ made: 0, filled: 0, same: 2 }]);
  expect((await zhaiji(profile, 'tags', 'export', qdc)).code).toBe(1);
});
