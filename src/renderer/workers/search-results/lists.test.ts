import { evaluate, parseQuery } from '@domain/search/query';
import { archiveOf } from '@domain/search/query/testing/archive';
import type { SearchSource } from '@domain/search/source';
import { describe, expect, it } from 'vitest';
import type { FacetChoice, SortOrder } from '../search-types';
import { applyFacets, countFacets } from './facets';
import type { Found } from './found';
import { groupPlaces, sizeOf } from './groups';
import { orderGroups } from './order';
import { listOf, rowsOf } from './rows';

const NOTHING: FacetChoice = { outlets: [], years: [], tagIds: [], kinds: [] };

const source = archiveOf(
  [
    {
      title: '河湾社区的早市',
      text: '早市开了。\n摊位，早市，早市\n图为早市一角',
      outlet: '云汀日报',
      date: '2021-03-04',
      kinds: ['body', 'body', 'caption'],
      passages: [{ start: 0, end: 2, tagIds: ['t1'] }],
    },
    { title: '安静的街', text: '没有摊位的早市', outlet: '白石晚报', date: '2023', tagIds: ['t2'] },
    { title: '早市账本', text: '账', notes: ['问早市的账'] },
    { title: '别的', text: '无关', outlet: '云汀日报', date: '2022-01' },
  ],
  [],
  [
    { on: 'archive', text: '早市的问题' },
    { on: 'tag', targetId: 't1', text: '早市：买卖' },
  ],
);

async function found(text: string, from: SearchSource = source): Promise<Found> {
  const { query } = parseQuery(text);
  if (query === null) throw new Error('A query');
  return { source: from, evaluation: await evaluate(query, from) };
}

function listed(result: Found, sort: SortOrder) {
  const groups = groupPlaces(result);
  return listOf(result, groups, orderGroups(result, groups, sort));
}

function titles(result: Found, sort: SortOrder): string[] {
  const { groups, order } = listed(result, sort);
  return Array.from(order, (group) => source.articles[groups.of[group] ?? -1]?.title ?? '–');
}

describe('groupPlaces', () => {
  it('puts the places of an article and its notes together, loose notes by themselves', async () => {
    const groups = groupPlaces(await found('早市'));
    expect([...groups.of]).toEqual([0, 1, 2, -1, -2]);
    expect([...groups.of.keys()].map((group) => sizeOf(groups, group))).toEqual([5, 1, 2, 1, 1]);
  });
});

describe('orderGroups', () => {
  it('sorts by date, with what has none last and loose notes behind all', async () => {
    const result = await found('早市');
    expect(titles(result, 'date-down')).toEqual([
      '安静的街',
      '河湾社区的早市',
      '早市账本',
      '–',
      '–',
    ]);
    expect(titles(result, 'date-up').slice(0, 3)).toEqual([
      '河湾社区的早市',
      '安静的街',
      '早市账本',
    ]);
  });

  it('sorts by pinyin', async () => {
    const result = await found('早市');
    expect(titles(result, 'title').slice(0, 3)).toEqual(['安静的街', '河湾社区的早市', '早市账本']);
    expect(titles(result, 'outlet').slice(0, 3)).toEqual([
      '安静的街',
      '河湾社区的早市',
      '早市账本',
    ]);
  });

  it('ranks what is more about the words higher', async () => {
    const more = archiveOf([
      { title: '甲', text: `早市${'。'.repeat(300)}` },
      { title: '乙', text: '早市，早市，早市' },
      { title: '早市', text: `早市${'。'.repeat(300)}` },
      { title: '丁', text: '无' },
    ]);
    const result = await found('早市', more);
    const groups = groupPlaces(result);
    const order = orderGroups(result, groups, 'relevance');
    expect(Array.from(order, (group) => more.articles[groups.of[group] ?? 0]?.title)).toEqual([
      '乙',
      '早市',
      '甲',
    ]);
  });
});

describe('rowsOf', () => {
  it('gives headings and places with their words, from anywhere in the list', async () => {
    const list = listed(await found('早市'), 'date-up');
    const all = await rowsOf(list, 0, 1000);
    expect(all.length).toBe(15);
    expect(
      all.map((row) =>
        row.kind === 'group'
          ? `${row.group.title}${row.group.count}`
          : `${row.hit.field}${row.hit.paragraph}:${row.hit.before}[${row.hit.match}]${row.hit.after}`,
      ),
    ).toEqual([
      '河湾社区的早市5',
      'title0:河湾社区的[早市]',
      'text1:[早市]开了。',
      'text2:摊位，[早市]，早市',
      'text2:摊位，早市，[早市]',
      'text3:图为[早市]一角',
      '安静的街1',
      'text1:没有摊位的[早市]',
      '早市账本2',
      'title0:[早市]账本',
      'note0:问[早市]的账',
      '1',
      'note0:[早市]的问题',
      '1',
      'note0:[早市]：买卖',
    ]);
    for (let from = 0; from <= all.length; from += 1) {
      expect(await rowsOf(list, from, from + 3)).toEqual(all.slice(from, from + 3));
    }
  });
});

describe('facets', () => {
  it('counts by outlet, year, tag and kind', async () => {
    const counts = countFacets(await found('早市'), NOTHING);
    expect(counts.outlets).toEqual([
      { value: '云汀日报', articles: 1, places: 5 },
      { value: '', articles: 1, places: 2 },
      { value: '白石晚报', articles: 1, places: 1 },
    ]);
    expect(counts.years.map(({ value, places }) => `${value}:${places}`)).toEqual([
      '2023:1',
      '2021:5',
      ':2',
    ]);
    expect(counts.tags.map(({ value, places }) => `${value}:${places}`)).toEqual(['t1:5', 't2:1']);
    expect(counts.kinds).toEqual([
      { value: 'body', articles: 2, places: 4 },
      { value: 'caption', articles: 1, places: 1 },
      { value: 'title', articles: 2, places: 2 },
      { value: 'note', articles: 1, places: 3 },
    ]);
  });

  it('narrows to what was chosen, and its counts are what choosing gives', async () => {
    const whole = await found('早市');
    const choice = { ...NOTHING, kinds: ['title' as const], outlets: ['云汀日报'] };
    const narrowed = applyFacets(whole, choice);
    expect(narrowed.evaluation.fields.length).toBe(1);
    expect([...narrowed.evaluation.articles]).toEqual([0]);
    const counts = countFacets(whole, choice);
    // Of outlets those that a title leaves, of kinds those in the outlet.
    expect(counts.outlets.map(({ value }) => value)).toEqual(['', '云汀日报']);
    expect(counts.kinds.map(({ value }) => value)).toEqual(['body', 'caption', 'title']);
    for (const { value, articles, places } of counts.kinds) {
      const { evaluation } = applyFacets(whole, { ...choice, kinds: [value] });
      expect([evaluation.articles.length, evaluation.fields.length]).toEqual([articles, places]);
    }
  });

  it('keeps loose notes only where no article is asked for', async () => {
    const whole = await found('早市');
    expect(applyFacets(whole, { ...NOTHING, kinds: ['note'] }).evaluation.looseNotes.length).toBe(
      2,
    );
    expect(applyFacets(whole, { ...NOTHING, years: [''] }).evaluation.looseNotes.length).toBe(0);
  });
});
