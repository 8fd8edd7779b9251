import { archiveOf } from '@domain/search/query/testing/archive';
import { describe, expect, it } from 'vitest';
import type { FacetChoice, Narrowing } from '../search-types';
import { collocates } from './collocates';
import { frequency } from './frequency';
import type { Job } from './job';
import { keyness } from './keyness';
import { ngrams } from './ngrams';
import type { Answer } from './types';

/** Invented news of invented places. */
const ARCHIVE = archiveOf(
  [
    {
      title: '甲镇议事',
      text: '居民议事，社工记录。\n图为居民合影。',
      kinds: ['body', 'caption'],
      outlet: '云湖日报',
      date: '2023-03-01',
      tagIds: ['t1'],
    },
    { title: '乙村议事', text: '居民议事。', outlet: '山阳晚报', date: '2023-05-01' },
    { title: '丙社区', text: '居民合唱。', outlet: '云湖日报', date: '2024-01-01' },
  ],
  [{ id: 't1', name: '议事', parentId: null }],
);

const JOB: Job = {
  source: ARCHIVE,
  signal: new AbortController().signal,
  report: () => undefined,
};

function to(facets: Partial<FacetChoice>, within: string[] = []): Narrowing {
  return { facets: { outlets: [], years: [], tagIds: [], kinds: [], ...facets }, within };
}

function known<T extends object>(answer: Answer<T>): T {
  if (answer.mistake !== null) throw new Error(answer.mistake.problem.code);
  return answer;
}

const NEAR = {
  query: '居民',
  unit: 'char',
  window: { left: 2, right: 2, limit: 'sentence' },
  reference: 'narrowed',
  least: 1,
} as const;

describe('an analysis of a narrowed result', () => {
  it('counts collocates at the places that are left alone', async () => {
    const outlet = to({ outlets: ['云湖日报'] });
    const { places, articles, total } = known(
      await collocates(JOB, { ...NEAR, narrowing: outlet }),
    );
    expect([places, articles]).toEqual([3, 2]);
    // All characters of both articles but those searched for: 4 + 8 + 6 + 3 + 4 − 6.
    expect(total).toBe(19);
    const captions = to({ outlets: ['云湖日报'], kinds: ['caption'] });
    const { rows, ...counted } = known(await collocates(JOB, { ...NEAR, narrowing: captions }));
    expect([counted.places, counted.articles]).toEqual([1, 1]);
    expect(rows.map(({ word }) => word).toSorted()).toEqual([...'合图影为'].toSorted());
    const all = known(
      await collocates(JOB, { ...NEAR, reference: 'archive', narrowing: captions }),
    );
    expect(all.places).toBe(1);
    expect(all.total).toBeGreaterThan(counted.total);
  });

  it('counts frequencies against what is left', async () => {
    const narrowing = to({ outlets: ['云湖日报'] }, ['居民']);
    const { bins, series } = known(
      await frequency(JOB, { queries: ['议事', '居民'], by: 'outlet', narrowing }),
    );
    expect(bins).toEqual([{ key: '云湖日报', articles: 2, characters: 4 + 18 + 3 + 5 }]);
    expect(series.map(({ counts }) => counts[0]?.places)).toEqual([2, 3]);
  });

  it('sets the narrowed articles against all others', async () => {
    const request = { query: '居民', against: '', unit: 'char', size: 2, least: 1 } as const;
    const narrowing = to({ tagIds: ['t1'] });
    const { articles, rows } = known(await keyness(JOB, { ...request, narrowing }));
    expect(articles).toEqual([1, 2]);
    expect(rows.find(({ word }) => word === '居民')).toMatchObject({ a: 2, b: 2 });
  });

  it('counts sequences in what is found there, or in all that is left', async () => {
    const narrowing = to({ years: ['2023'] }, ['议事']);
    const request = { unit: 'char', size: 2, least: 1, narrowing } as const;
    expect(known(await ngrams(JOB, { ...request, query: '社工' })).articles).toBe(1);
    const { articles, rows } = known(await ngrams(JOB, { ...request, query: '' }));
    expect(articles).toBe(2);
    expect(rows.find(({ words }) => words === '合唱')).toBeUndefined();
  });

  it('tells a mistake in an earlier query', async () => {
    const answer = await ngrams(JOB, {
      ...{ query: '居民', unit: 'char', size: 2, least: 1 },
      narrowing: to({}, ['日期:去年']),
    });
    expect(answer.mistake?.query).toBe('日期:去年');
  });
});
