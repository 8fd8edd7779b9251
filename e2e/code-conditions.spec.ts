import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { ReaderWindow } from './pages/reader-window';
import { zhaiji } from './support/cli';
import { storedRows } from './support/database';
import { answerDialogs } from './support/files';
import { expect, test } from './support/launch';

const TEXTS = [
  [
    '竹桥镇修路灯',
    '竹桥日报',
    '2024-03-05',
    '居民在桥头议事，社工记下九件事。路灯当月修好，账目贴在亭子里。',
  ],
  [
    '白塔街的账本',
    '白塔晚报',
    '2023-11-20',
    '白塔街的社工把账目念给居民听。茶会上大家商量晾晒场地。',
  ],
  ['青艾社区的茶会', '竹桥日报', '2023-11-20', '茶会由居民轮流主持，社工只递话筒。'],
] as const;
/** Words, and the tags on them. */
const MARKS: Record<string, string[]> = {
  居民在桥头议事: ['议事', '公共空间'],
  账目贴在亭子里: ['账目公开'],
  社工把账目念给居民听: ['账目公开', '议事'],
  茶会由居民轮流主持: ['茶会'],
};

async function choose(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('passages are chosen by all, one or none of several tags, with sub-tags, and grouped', async ({
  start,
  folder,
  profile,
}) => {
  test.setTimeout(180_000);
  const table = path.join(folder, '剪报.csv');
  const rows = TEXTS.map((row) => row.join(','));
  await writeFile(table, ['title,outlet,date,text', ...rows, ''].join('\n'));
  expect((await zhaiji(profile, 'import', table, '--json')).code).toBe(0);
  const shape = z.object({ id: z.string(), title: z.string() });
  for (const { json } of [await zhaiji(profile, 'list', '--json')]) {
    for (const { id, title } of json.map((one) => shape.parse(one))) {
      const text = TEXTS.find(([name]) => name === title)?.[3] ?? '';
      for (const [words, tags] of Object.entries(MARKS)) {
        const at = text.indexOf(words);
        if (at === -1) continue;
        const range = ['--start', `${at}`, '--end', `${at + words.length}`];
        const named = tags.flatMap((tag) => ['--tag', tag]);
        expect((await zhaiji(profile, 'annotate', id, ...range, ...named)).code).toBe(0);
      }
    }
  }
  const reader = new ReaderWindow(await start());
  const { page, codebook } = reader;
  await reader.goTo('编码本');
  // 茶会 becomes a sub-tag of 议事.
  await expect(codebook.rows).toHaveText([/茶会/, /公共空间/, /议事/, /账目公开/]);
  await codebook.row('茶会').dragTo(codebook.row('议事'));
  await expect(codebook.row('茶会')).toContainText('第 2 级');

  await codebook.choose('议事', '在编码浏览中查看');
  const list = page.getByRole('list', { name: '符合条件的段落片段' });
  const exact = async () => (await list.locator('mark').allTextContents()).sort();
  const sub = page.getByRole('checkbox', { name: '包括下级标签' });
  const both = ['居民在桥头议事', '社工把账目念给居民听'].sort();
  await expect.poll(exact).toEqual([...both, '茶会由居民轮流主持'].sort());
  await sub.click({ force: true });
  await expect.poll(exact).toEqual(both);

  await choose(page, '加条件：含有', '账目公开');
  await expect.poll(exact).toEqual(['社工把账目念给居民听']);
  await page.getByRole('radio', { name: '有其一' }).click({ force: true });
  await expect.poll(exact).toEqual([...both, '账目贴在亭子里'].sort());
  await choose(page, '加条件：不含', '公共空间');
  await expect.poll(exact).toEqual(['社工把账目念给居民听', '账目贴在亭子里']);
  await page.getByRole('button', { name: '去掉条件「公共空间」' }).click();
  await sub.click({ force: true });
  await expect.poll(exact).toHaveLength(4);

  // Under their articles, outlets or dates.
  const heads = () => list.getByRole('heading');
  const group = page.getByRole('combobox', { name: '分组' });
  await expect(heads()).toHaveText(['竹桥镇修路灯', '白塔街的账本', '青艾社区的茶会']);
  await group.selectOption('outlet');
  await expect(heads()).toHaveText(['白塔晚报', '竹桥日报']);
  await group.selectOption('date');
  await expect(heads()).toHaveText([/2023年11月20日/, /2024年3月5日/]);

  // As much of the words around them as is wanted.
  const context = page.getByRole('combobox', { name: '上下文' });
  const passage = list
    .getByTitle('到原文处')
    .filter({ has: page.locator('mark', { hasText: '账目贴在亭子里' }) });
  await context.selectOption('brief');
  await expect(passage).not.toContainText('路灯当月修好');
  await context.selectOption('sentence');
  await expect(passage).toContainText('路灯当月修好，账目贴在亭子里。');
  await expect(passage).not.toContainText('九件事');
  await context.selectOption('paragraph');
  await expect(passage).toContainText('社工记下九件事。路灯当月修好');
  await page.screenshot({ path: test.info().outputPath('conditions.png') });

  // What a search finds is tagged paragraph by paragraph, as one step.
  await page.getByRole('button', { name: '编码本的操作' }).click();
  await page.getByRole('menuitem', { name: '按检索结果自动加标签' }).click();
  const auto = page.getByRole('dialog', { name: '按检索结果自动加标签' });
  await auto.getByRole('textbox', { name: '检索' }).fill('社工');
  await auto.getByRole('button', { name: '选择标签' }).click();
  await page.getByRole('option', { name: '公共空间' }).click();
  await auto.getByRole('radio', { name: '所在的段落' }).click({ force: true });
  await auto.getByRole('button', { name: '查找' }).click();
  await expect(auto.getByText('将给 3 处加标签。')).toBeVisible();
  await auto.getByRole('button', { name: '给 3 处加标签' }).click();
  await expect(codebook.row('公共空间')).toContainText('4 处');
  expect((await storedRows(page, 'annotations')).map((row) => row.exact)).toEqual(
    expect.arrayContaining(TEXTS.map((row) => row[3])),
  );
  await reader.undo();
  await expect(codebook.row('公共空间')).toContainText('1 处');

  // A description and the codebook of another program come in, out and in again.
  await codebook.choose('账目公开', '编辑说明');
  await page.getByRole('textbox', { name: '标签「账目公开」的说明' }).fill('花了什么，谁都能看');
  await page.keyboard.press('Enter');
  const out = path.join(folder, 'out');
  await mkdir(out);
  await answerDialogs(reader.app.electron, [out]);
  await page.getByRole('button', { name: '编码本的操作' }).click();
  await page.getByRole('menuitem', { name: '导出编码本' }).click();
  await page.getByRole('radio', { name: 'REFI-QDA' }).click({ force: true });
  await page.getByRole('button', { name: '选择文件夹并导出' }).click();
  const file = path.join(out, '编码本.qdc');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('花了什么，谁都能看');
  await page.keyboard.press('Escape');
  await codebook.choose('账目公开', '删除标签');
  await expect(codebook.row('账目公开')).toHaveCount(0);
  await answerDialogs(reader.app.electron, [file]);
  await page.getByRole('button', { name: '编码本的操作' }).click();
  await page.getByRole('menuitem', { name: '导入编码本' }).click();
  const incoming = page.getByRole('dialog', { name: '导入编码本' });
  await incoming.getByRole('button', { name: '选择文件' }).click();
  await expect(incoming.getByText('新建 1 个，补充 0 个，不变 3 个')).toBeVisible();
  await incoming.getByRole('button', { name: '导入', exact: true }).click();
  await expect(codebook.row('账目公开')).toBeVisible();
  await expect(codebook.row('茶会')).toContainText('第 2 级');
  const tag = (await storedRows(page, 'tags')).find(({ name }) => name === '账目公开');
  expect(tag).toMatchObject({ description: '花了什么，谁都能看' });
  expect(reader.app.errors).toEqual([]);
});
