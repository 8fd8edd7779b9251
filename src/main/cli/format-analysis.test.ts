import { describe, expect, it } from 'vitest';
import { analysisLines } from './format-analysis';

const row = { word: '居民', near: 5, frequency: 9, ll: 7.123, pmi: 1, mi3: 5.5, logDice: 11 };

describe('analysisLines', () => {
  it('writes collocates in columns, with the measure that was asked for', () => {
    const value = { query: '治理', places: 12, measure: 'll', rows: [row] };
    expect(analysisLines('collocates', value)).toBe('居民\t5\t9\tLL 7.12\tPMI 1.00\n治理\t12');
    expect(analysisLines('collocates', { ...value, measure: 'logDice' })).toContain(
      '\tlogDice 11.00\n',
    );
  });

  it('writes bins with what there is in all, and a dash for what is not known', () => {
    const counts = [{ places: 0, per10000: null }];
    expect(analysisLines('freq', { bins: [{ key: '', characters: 0, counts }] })).toBe(
      '—\t0 (—)\t/ 0',
    );
  });

  it('leaves other commands alone', () => {
    expect(analysisLines('list', {})).toBeNull();
  });
});
