import path from 'node:path';
import { z } from 'zod';
import { ReaderWindow } from './pages/reader-window';
import { seriousFindings } from './support/axe';
import { zhaiji } from './support/cli';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

const ARTICLES = [
  {
    title: '柳溪镇把议事桌搬到树下',
    outlet: '柳溪日报',
    date: '2023-11-08',
    byline: '记者 沈念舟',
    page: '第4版',
    text: [
      '柳溪镇的社会工作从一张方桌开始。镇上的社会工作者每周三坐在槐树下，谁都可以过来说几句。',
      '“治理不是管，是和社会上的每个人商量。”站长陆青禾说。五社联动的牌子就挂在桌边。',
      '镇里的治理办法写了十二条。第二年，社会上报名的志愿者多了一倍。',
    ].join('\n\n'),
  },
  {
    title: '五社联动在柳溪：一本账怎么记',
    outlet: '青禾周刊',
    date: '2024-02',
    byline: '何望',
    page: 'A2',
    text: '去格尔木支教回来的周以宁，把五社联动的账记成了故事。她说，GDP 是另一本账，格尔木的孩子教她记人。',
  },
  {
    title: '渡口的社會工作',
    outlet: '對岸通訊',
    date: '2022',
    byline: '林家棟',
    page: '',
    text: '渡口的社會工作做了三十年，社工站的燈亮到很晚。governance 這個詞，老社工說是“一起過日子”。',
  },
];

function writeArticles(folder: string): Promise<string[]> {
  const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
  return writeFiles(path.join(folder, 'in'), [['柳溪.jsonl', lines]]);
}

const result = z.object({
  query: z.string(),
  total: z.number(),
  articles: z.number(),
  hits: z.array(z.object({ title: z.string(), field: z.string(), match: z.string() })),
});

test('the command line takes the whole query language', async ({ folder, profile }) => {
  test.setTimeout(240_000);
  const [file = ''] = await writeArticles(folder);
  expect((await zhaiji(profile, 'import', file)).code).toBe(0);
  const listed = z.object({ id: z.string(), title: z.string() });
  const ids = (await zhaiji(profile, 'list', '--json')).json.map((line) => listed.parse(line));
  const first = ids.find(({ title }) => title === ARTICLES[0]?.title)?.id ?? '';
  const passage = ['--start', '0', '--end', '10', '--tag', '商量', '--note', '可与格尔木对读'];
  expect((await zhaiji(profile, 'annotate', first, ...passage)).code).toBe(0);

  const search = async (query: string) => {
    const run = await zhaiji(profile, 'search', '--json', '--', query);
    expect(run.code, query + run.stderr).toBe(0);
    const { total, articles, hits } = result.parse(run.json[0]);
    expect(hits, query).toHaveLength(total);
    return { total, articles, words: hits.map(({ field, match }) => `${field} ${match}`) };
  };
  // Every place, in both scripts, wherever it stands.
  const inBoth = ['title 社會工作', 'text 社会工作', 'text 社会工作', 'text 社會工作'];
  expect(await search('社会工作')).toEqual({ total: 4, articles: 2, words: inBoth });
  expect(await search('社會工作')).toEqual({ total: 4, articles: 2, words: inBoth });
  expect(await search('=社會工作')).toMatchObject({ total: 2, articles: 1 });
  expect(await search('五社联动')).toEqual({
    total: 3,
    articles: 2,
    words: ['title 五社联动', 'text 五社联动', 'text 五社联动'],
  });
  expect(await search('格尔木')).toEqual({
    total: 3,
    articles: 2,
    words: ['text 格尔木', 'text 格尔木', 'note 格尔木'],
  });
  // Words near one another, and what the articles and passages carry.
  expect(await search('治理 NEAR/10 社会')).toMatchObject({
    words: ['text 治理', 'text 社会'],
  });
  expect(await search('治理 SAME/段 社会')).toMatchObject({ total: 4, articles: 1 });
  expect(await search('标签:商量')).toMatchObject({
    total: 1,
    words: ['tag 柳溪镇的社会工作从一'],
  });
  expect(await search('五社联动 标签:商量')).toMatchObject({ total: 1, words: ['text 五社联动'] });
  expect(await search('（五社联动 OR 社会工作）-来源：柳溪')).toMatchObject({
    total: 4,
    articles: 2,
  });
  expect(await search('柳溪 日期:2023-11..2024 版次:4')).toMatchObject({ total: 2, articles: 1 });
  expect(await search('govern* OR /G.P/ OR 三?年 OR 志*者')).toMatchObject({
    words: ['text 志愿者', 'text GDP', 'text 三十年', 'text governance'],
  });
  expect(await search('格尔木 有:笔记 作者:沈念舟')).toMatchObject({ words: ['note 格尔木'] });

  const wrong = await zhaiji(profile, 'search', '--json', '社会 titel:治理');
  expect(wrong).toMatchObject({ code: 2, json: [] });
  expect(wrong.stderr).toContain('社会 【titel】:治理  [3, 8)');
});

test('the window takes the same language, and marks what is wrong', async ({
  start,
  folder,
}, testInfo) => {
  const reader = await new ReaderWindow(await start(await writeArticles(folder))).imported();
  const { search, page } = reader;
  await search.open();
  await search.field.fill('治理 NEAR/10 社会');
  await expect(search.status).toHaveText('共 2 处，1 篇');
  await search.field.fill('社會工作 -来源:柳溪');
  await expect(search.status).toHaveText('共 2 处，1 篇');
  await search.field.fill('社会 titel:治理');
  await expect(page.getByRole('alert').locator('mark')).toHaveText('titel');
  expect.soft(await seriousFindings(page), 'problem').toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('problem.png') });
  // Unfinished, it goes on showing what stands before.
  await search.field.fill('五社联动 OR');
  await expect(search.status).toHaveText('共 3 处，2 篇');
  await expect(page.getByRole('alert').locator('mark')).toHaveText('OR');
  await search.field.fill('“五社联动');
  await expect(search.status).toHaveText('共 3 处，2 篇');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
