import { evaluate, parseQuery } from '@domain/search/query';
import { type ArticleSpec, archiveOf } from '@domain/search/query/testing/archive';
import { expect, test } from 'vitest';
import { groupPlaces } from './groups';
import { orderGroups } from './order';
import { relevanceOf } from './relevance';

/** Scores by what a group is, to four digits. */
async function scores(text: string, articles: ArticleSpec[], notes: string[] = []) {
  const loose = notes.map((note) => ({ on: 'archive' as const, text: note }));
  const source = archiveOf(articles, [], loose);
  const { query } = parseQuery(text);
  if (query === null) throw new Error('A query');
  const found = { source, evaluation: await evaluate(query, source) };
  const groups = groupPlaces(found);
  const all = relevanceOf(found, groups);
  const scored = Array.from(groups.of, (what, group) => [what, all[group]?.toFixed(4)]);
  const order = Array.from(orderGroups(found, groups, 'relevance'), (group) => groups.of[group]);
  return { scores: Object.fromEntries(scored), order };
}

// Of one length each, so that a document's norm is 1.2: of `f` places counts 2.2 f / (f + 1.2).
// In one of four: ln(1 + 3.5 / 1.5) = 1.2040. In two of four: ln 2 = 0.6931.
const FOUR = ['社会。治理。', '社会。社会。', '公园。公园。', '工作。工作。'].map((text) => ({
  text,
}));

test('each term has its own frequency and rarity, and they add up', async () => {
  expect(await scores('社会 OR 治理 OR 工作', FOUR)).toEqual({
    // 0.6931 + 1.2040; 0.6931 × 1.375; 1.2040 × 1.375
    scores: { 0: '1.8971', 1: '0.9531', 3: '1.6555' },
    order: [0, 3, 1],
  });
});

test('where one term narrows the other, its share there is taken for its share of all', async () => {
  // 社会 in two of four; among these 治理 in one, which makes two of four.
  expect((await scores('社会 治理', FOUR)).scores).toEqual({ 0: '1.3863' });
});

test('places in titles weigh more, also those in notes count, and what stands after NOT does not', async () => {
  const articles = [
    { title: '社会', text: '……' },
    { text: '社会' },
    { text: '无无', notes: ['社会'] },
    { text: '治理' },
  ];
  // In three of four: ln(1 + 1.5 / 3.5) = 0.3567; four places in a title: × 8.8 / 5.2.
  const expected = { 0: '0.6036', 1: '0.3567', 2: '0.3567' };
  expect(await scores('社会', articles)).toEqual({ scores: expected, order: [0, 1, 2] });
  expect((await scores('社会 -治理', articles)).scores).toEqual(expected);
});

test('a term of two words counts twice, words near one another as one term', async () => {
  const texts = ['社会工作', '社会和工作', '治理城市', '城市治理'].map((text) => ({
    text: text.padEnd(6, '。'),
  }));
  // In one of four: 2 × 1.2040.
  expect((await scores('社会工作 OR 治理城市', texts)).scores).toEqual({
    0: '2.4079',
    2: '2.4079',
  });
  // In two of four, two places in each: 2 × 0.6931 × 1.375.
  expect((await scores('社会 NEAR/2 工作', texts)).scores).toEqual({ 0: '1.9062', 1: '1.9062' });
});

test('loose notes are documents of their own, behind all articles', async () => {
  const { order } = await scores(
    '社会',
    [{ text: '无' }, { text: '社会' }],
    ['社会，社会', '社会'],
  );
  expect(order).toEqual([1, -1, -2]);
});

test('what wants no words is ranked by its places', async () => {
  const { order } = await scores('类型:正文', [{ text: '一……' }, { text: '二\n三' }]);
  expect(order).toEqual([1, 0]);
});
