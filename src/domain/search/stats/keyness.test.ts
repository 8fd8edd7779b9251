import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten, TokenCounter } from './counts';
import { keywords } from './keyness';

function countsOf(words: string[]): TokenCounter {
  const counter = new TokenCounter(asWritten);
  counter.add({ words });
  return counter;
}

const words = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 40 });

describe('keywords', () => {
  it('finds what is more frequent here, and what is rarer', () => {
    const rows = keywords(
      countsOf(['甲', '甲', '甲', '乙']),
      countsOf(['乙', '乙', '丙', '甲']),
      1,
    );
    const byWord = new Map(rows.map((row) => [row.word, row]));
    expect(byWord.get('甲')).toMatchObject({ a: 3, b: 1, percent: 200 });
    expect(byWord.get('甲')?.ll).toBeGreaterThan(0);
    expect(byWord.get('乙')?.ll).toBeLessThan(0);
    expect(byWord.get('丙')).toMatchObject({ a: 0, b: 1, percent: -100 });
  });

  it('leaves out what is rarer than asked for', () => {
    expect(keywords(countsOf(['甲', '甲']), countsOf(['乙']), 2).map((row) => row.word)).toEqual([
      '甲',
    ]);
  });

  it('adds up, and turns round when the collections change places', () => {
    fc.assert(
      fc.property(words, words, (first, second) => {
        const rows = keywords(countsOf(first), countsOf(second), 1);
        expect(rows.reduce((sum, row) => sum + row.a, 0)).toBe(first.length);
        expect(rows.reduce((sum, row) => sum + row.b, 0)).toBe(second.length);
        const back = new Map(
          keywords(countsOf(second), countsOf(first), 1).map((row) => [row.word, row.ll]),
        );
        for (const { word, ll } of rows) expect(ll).toBeCloseTo(-(back.get(word) ?? 0), 6);
      }),
    );
  });

  it('finds nothing between equals', () => {
    fc.assert(
      fc.property(words, (same) => {
        for (const row of keywords(countsOf(same), countsOf(same), 1)) {
          expect(Math.abs(row.ll)).toBeLessThan(1e-9);
          expect(row.logRatio).toBe(0);
        }
      }),
    );
  });
});
