import path from 'node:path';
import { z } from 'zod';
import { zhaiji } from './support/cli';
import { writeFiles } from './support/files';
import { expect, test } from './support/launch';

/** Invented news: 社区治理 stands twice in 2023 and once in 2025, and often next to 参与. */
const NEWS: [string, string][] = [
  [
    'a.txt',
    article('云湖镇的协商', '云湖日报', '2023-03-01', '居民参与社区治理。社工参与社区治理。'),
  ],
  ['b.txt', article('江堤加固完工', '云湖日报', '2023-11-20', '江堤加固工程完工，居民安心。')],
  ['c.txt', article('山阳的社工站', '山阳晚报', '2025-06-18', '社工站与居民商量社区治理的事。')],
];

function article(title: string, outlet: string, date: string, body: string): string {
  return `${title}\n\n来源：${outlet}\n日期：${date}\n\n${body}\n`;
}

const collocates = z.object({
  query: z.string(),
  places: z.number(),
  articles: z.number(),
  rows: z.array(
    z.object({ word: z.string(), near: z.number(), frequency: z.number(), ll: z.number() }),
  ),
});
const freq = z.object({
  bins: z.array(
    z.object({
      key: z.string(),
      articles: z.number(),
      characters: z.number(),
      counts: z.array(
        z.object({ query: z.string(), places: z.number(), per10000: z.number().nullable() }),
      ),
    }),
  ),
});
const keyness = z.object({
  articles: z.tuple([z.number(), z.number()]),
  rows: z.array(z.object({ word: z.string(), a: z.number(), b: z.number(), ll: z.number() })),
});
const ngrams = z.object({
  rows: z.array(z.object({ words: z.string(), count: z.number(), articles: z.number() })),
});

test('the command line counts what stands near, when, where and what sets apart', async ({
  folder,
  profile,
}) => {
  test.setTimeout(120_000);
  const paths = await writeFiles(path.join(folder, 'in'), NEWS);
  expect((await zhaiji(profile, 'import', ...paths)).code).toBe(0);

  const near = await zhaiji(
    profile,
    ...['collocates', '社区治理', '--json', '--unit', 'char', '--window', '2', '--min', '2'],
  );
  expect(near.code).toBe(0);
  const table = collocates.parse(near.json[0]);
  expect(table).toMatchObject({ query: '社区治理', places: 3, articles: 2 });
  expect(table.rows.find(({ word }) => word === '与')).toMatchObject({ near: 2, frequency: 3 });
  expect(table.rows.map(({ ll }) => ll)).toEqual(
    table.rows.map(({ ll }) => ll).toSorted((x, y) => y - x),
  );

  const years = await zhaiji(profile, 'freq', '社区治理', '社工', '--json', '--by', 'year');
  const { bins } = freq.parse(years.json[0]);
  expect(bins.map(({ key, articles }) => [key, articles])).toEqual([
    ['2023', 2],
    ['2024', 0],
    ['2025', 1],
  ]);
  expect(bins.map(({ counts }) => counts.map(({ places }) => places))).toEqual([
    [2, 1],
    [0, 0],
    [1, 2],
  ]);
  expect(bins[0]?.counts[0]?.per10000).toBeCloseTo(20_000 / (bins[0]?.characters ?? 1), 8);
  expect(bins[1]?.counts[0]?.per10000).toBeNull();
  const outlets = await zhaiji(profile, 'freq', '社区治理', '--json', '--by', 'outlet');
  expect(freq.parse(outlets.json[0]).bins.map(({ key }) => key)).toEqual(['云湖日报', '山阳晚报']);

  const key = await zhaiji(
    profile,
    ...['keyness', '社工', '--json', '--unit', 'char', '--size', '2', '--min', '1'],
  );
  const { articles, rows } = keyness.parse(key.json[0]);
  expect(articles).toEqual([2, 1]);
  expect(rows.find(({ word }) => word === '江堤')).toMatchObject({ a: 0, b: 2 });
  expect(rows.find(({ word }) => word === '社区')?.ll).toBeGreaterThan(0);

  const grams = await zhaiji(
    profile,
    ...['ngrams', '--json', '--unit', 'char', '--size', '4', '--limit', '1', '--min', '1'],
  );
  expect(ngrams.parse(grams.json[0]).rows).toEqual([{ words: '社区治理', count: 3, articles: 2 }]);

  const said = await zhaiji(profile, 'ngrams', '--unit', 'char', '--size', '4', '--min', '3');
  expect(said.stdout).toBe('社区治理\t3\t2\n');
  expect((await zhaiji(profile, 'freq', '社工', '--by', 'week')).code).toBe(2);
});
