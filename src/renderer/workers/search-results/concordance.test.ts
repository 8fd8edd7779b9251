import type { KwicKey, KwicUnit } from '@domain/search/kwic';
import { evaluate, parseQuery } from '@domain/search/query';
import { archiveOf } from '@domain/search/query/testing/archive';
import type { SearchSource } from '@domain/search/source';
import { describe, expect, it } from 'vitest';
import { sortPlaces } from './concordance';
import { neighboursOf } from './neighbours';
import { hitsOf } from './rows';

describe('neighboursOf', () => {
  const text = '前一行\n老街坊、参与社区Work治理（2023）协商';
  const start = text.indexOf('社区');

  it('takes characters, nearest first, without punctuation', () => {
    expect(neighboursOf(text, start, start + 2, 'left', 'character')).toEqual(['与', '参', '坊']);
    expect(neighboursOf(text, start, start + 2, 'right', 'character')).toEqual(['W', 'o', 'r']);
  });

  it('takes words, whatever their case', () => {
    expect(neighboursOf(text, start, start + 2, 'left', 'word')[0]).toBe('参与');
    expect(neighboursOf(text, start, start + 2, 'right', 'word')).toEqual(['work', '治理', '2023']);
  });

  it('ends at the line', () => {
    expect(neighboursOf('上\n社区\n下', 2, 4, 'left', 'word')).toEqual([]);
    expect(neighboursOf('上\n社区\n下', 2, 4, 'right', 'character')).toEqual([]);
  });
});

const source = archiveOf(
  [
    { title: '丙', text: '乙早市甲，丙早市丁', outlet: '白石晚报', date: '2022-05-01' },
    { title: '早市乙', text: '早市', outlet: '', date: '' },
    { title: '甲', text: '甲早市丙', outlet: '云汀日报', date: '2021', notes: ['丁早市'] },
  ],
  [],
  [{ on: 'archive', text: '日志早市' }],
);

async function lines(keys: KwicKey[], unit: KwicUnit = 'character', from: SearchSource = source) {
  const { query } = parseQuery('早市');
  if (query === null) throw new Error('A query');
  const found = { source: from, evaluation: await evaluate(query, from) };
  const order = await sortPlaces(found, { keys, unit });
  const hits = await hitsOf(found, [...order], 1);
  return hits.map(({ before, after }) => `${before}_${after}`);
}

describe('sortPlaces', () => {
  it('sorts by what stands on the left, what has nothing there last', async () => {
    // By pinyin: bing, ding, jia, yi, zhi.
    expect(await lines(['left1'])).toEqual(['丙_丁', '丁_', '甲_丙', '乙_甲', '志_', '_乙', '_']);
  });

  it('sorts by several keys', async () => {
    expect(await lines(['right1', 'left1'])).toEqual([
      '甲_丙',
      '丙_丁',
      '乙_甲',
      '_乙',
      '丁_',
      '志_',
      '_',
    ]);
  });

  it('sorts by facts of the article, with what is missing last', async () => {
    expect((await lines(['date'])).slice(0, 4)).toEqual(['甲_丙', '丁_', '乙_甲', '丙_丁']);
    expect((await lines(['outlet', 'left1'])).slice(0, 2)).toEqual(['丙_丁', '乙_甲']);
    expect((await lines(['title'])).at(-1)).toBe('志_');
  });

  it('is in the order of the archive by place', async () => {
    const byPlace = ['乙_甲', '丙_丁', '_乙', '_', '甲_丙', '丁_', '志_'];
    expect(await lines(['place'])).toEqual(byPlace);
    expect(await lines(['place', 'left1'])).toEqual(byPlace);
    expect(await lines([])).toEqual(byPlace);
  });

  it('tells how far it is and stops when it is told to', async () => {
    const many = archiveOf([{ text: '甲早市乙。'.repeat(30_000) }]);
    const { query } = parseQuery('早市');
    if (query === null) throw new Error('A query');
    const found = { source: many, evaluation: await evaluate(query, many) };
    const abort = new AbortController();
    const told: number[] = [];
    const sorted = sortPlaces(
      found,
      { keys: ['left1'], unit: 'word' },
      {
        signal: abort.signal,
        onProgress: (done, total) => {
          told.push(done);
          expect(total).toBe(30_000);
          abort.abort(new Error('enough'));
        },
      },
    );
    await expect(sorted).rejects.toThrow('enough');
    expect(told.length).toBe(1);
  });
});
