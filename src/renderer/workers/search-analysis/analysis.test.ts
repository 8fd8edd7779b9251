import { archiveOf } from '@domain/search/query/testing/archive';
import type { SearchSource } from '@domain/search/source';
import { describe, expect, it } from 'vitest';
import { collocates } from './collocates';
import { frequency } from './frequency';
import type { Job } from './job';
import { keyness } from './keyness';
import { ngrams } from './ngrams';
import { analysisService } from './service';
import type { Answer, CollocatesRequest } from './types';

/** Invented news of invented places. */
const ARCHIVE = archiveOf([
  {
    title: '社区治理新探索',
    text: '云湖镇推进社区治理。居民参与社区治理，社工参与其中。',
    outlet: '云湖日报',
    date: '2023-03-01',
    notes: ['社区治理这个词在笔记里不计'],
  },
  {
    title: '防汛',
    text: '江堤加固。',
    outlet: '云湖日报',
    date: '2023-11-20',
  },
  {
    title: '社工站',
    text: '社工站里，社工和居民商量社区治理。',
    outlet: '山阳晚报',
    date: '2025',
  },
]);

function jobOf(source: SearchSource = ARCHIVE): Job {
  return { source, signal: new AbortController().signal, report: () => undefined };
}

function known<T extends object>(answer: Answer<T>): T {
  if (answer.mistake !== null) throw new Error(answer.mistake.problem.code);
  return answer;
}

const NEAR: CollocatesRequest = {
  query: '社区治理',
  unit: 'char',
  window: { left: 2, right: 2, limit: 'sentence' },
  reference: 'archive',
  least: 1,
};

describe('collocates', () => {
  it('counts near places in titles and texts, not in notes', async () => {
    const { places, articles, rows } = known(await collocates(jobOf(), NEAR));
    expect([places, articles]).toEqual([4, 2]);
    expect(rows.find(({ word }) => word === '参')).toMatchObject({ near: 1, left: 1 });
    expect(rows.find(({ word }) => word === '新')).toMatchObject({ near: 1, right: 1 });
    expect(rows.map(({ word }) => word)).not.toContain('词');
  });

  it('compares with the archive or with what was found', async () => {
    const archive = known(await collocates(jobOf(), NEAR));
    const found = known(await collocates(jobOf(), { ...NEAR, reference: 'found' }));
    expect(archive.total - found.total).toBe('防汛江堤加固'.length);
    expect(archive.windowTokens).toBe(found.windowTokens);
  });

  it('answers the same when it knows the archive already', async () => {
    const source = archiveOf([{ text: '甲社区治理乙' }, { text: '乙丙' }]);
    const first = await collocates(jobOf(source), NEAR);
    expect(await collocates(jobOf(source), NEAR)).toEqual(first);
  });

  it('finds nothing for nothing', async () => {
    expect(known(await collocates(jobOf(), { ...NEAR, query: ' ' })).rows).toEqual([]);
  });
});

describe('frequency', () => {
  it('counts by year against all characters, with the years between', async () => {
    const queries = ['社区治理', '社工'];
    const { bins, series } = known(await frequency(jobOf(), { queries, by: 'year' }));
    expect(bins.map(({ key, articles }) => [key, articles])).toEqual([
      ['2023', 2],
      ['2024', 0],
      ['2025', 1],
    ]);
    expect(bins[0]?.characters).toBe(7 + 26 + 2 + 5);
    expect(series[0]?.counts.map(({ places }) => places)).toEqual([3, 0, 1]);
    expect(series[1]?.counts.map(({ places }) => places)).toEqual([1, 0, 3]);
    expect(series[0]?.counts[0]).toEqual({ places: 3, found: 1, foundCharacters: 33 });
  });

  it('counts by outlet, and keeps apart what is not dated precisely', async () => {
    const outlets = known(await frequency(jobOf(), { queries: ['社工'], by: 'outlet' }));
    expect(outlets.bins.map(({ key }) => key)).toEqual(['云湖日报', '山阳晚报']);
    const months = known(await frequency(jobOf(), { queries: ['社工'], by: 'month' }));
    expect(months.bins.at(-1)).toMatchObject({ key: '', articles: 1 });
    expect(months.bins).toHaveLength(10);
  });
});

describe('keyness', () => {
  it('tells what is particular to the articles of a query', async () => {
    const { articles, rows } = known(
      await keyness(jobOf(), { query: '社工', against: '', unit: 'char', size: 2, least: 1 }),
    );
    expect(articles).toEqual([2, 1]);
    expect(rows.find(({ word }) => word === '社工')).toMatchObject({ a: 4, b: 0 });
    expect(rows.find(({ word }) => word === '防汛')).toMatchObject({ a: 0, b: 1 });
  });

  it('counts articles that are on both sides', async () => {
    const { shared, rows } = known(
      await keyness(jobOf(), { query: '社工', against: '社区', unit: 'char', size: 1, least: 1 }),
    );
    expect(shared).toBe(2);
    expect(rows.every(({ ll }) => ll === 0)).toBe(true);
  });
});

describe('ngrams', () => {
  it('counts those of a result or of the whole archive', async () => {
    const request = { query: '', unit: 'char', size: 4, least: 2 } as const;
    const { articles, rows } = known(await ngrams(jobOf(), request));
    expect(articles).toBe(3);
    expect(rows).toEqual([{ words: '社区治理', count: 4, articles: 2 }]);
    const part = known(await ngrams(jobOf(), { ...request, query: '社工站' }));
    expect([part.articles, part.rows]).toEqual([1, []]);
  });
});

describe('analysisService', () => {
  const service = analysisService(async () =>
    archiveOf(Array.from({ length: 120 }, () => ({ text: '居民商量社区治理。'.repeat(200) }))),
  );

  it('tells how far it is', async () => {
    const told: [number, number][] = [];
    await service.ngrams({ query: '', unit: 'word', size: 2, least: 1 }, 1, (done, total) =>
      told.push([done, total]),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(([done, total]) => done <= total && total === 120)).toBe(true);
  });

  it('stops when it is told to', async () => {
    const request = { query: '', unit: 'word', size: 2, least: 1 } as const;
    const running = service.ngrams(request, 2, () => service.stopAnalysis(2));
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
