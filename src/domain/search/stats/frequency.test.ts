import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, nextBin, orderBins, relativeFrequency } from './frequency';

const bin = (key: string, characters = 0) => ({ key, articles: 1, characters });
const keys = (bins: { key: string }[]) => bins.map(({ key }) => key);

describe('binOf', () => {
  it('knows year, quarter, month and outlet', () => {
    const article = { date: '2023-11-24', outlet: '江州日报' };
    expect(binOf(article, 'year')).toBe('2023');
    expect(binOf(article, 'quarter')).toBe('2023-Q4');
    expect(binOf(article, 'month')).toBe('2023-11');
    expect(binOf(article, 'outlet')).toBe('江州日报');
  });

  it('does not guess what a date does not say', () => {
    expect(binOf({ date: '2023', outlet: '' }, 'month')).toBe('');
    expect(binOf({ date: '2023', outlet: '' }, 'quarter')).toBe('');
    expect(binOf({ date: '', outlet: '' }, 'year')).toBe('');
  });
});

describe('orderBins', () => {
  it('leaves no gap between the first and the last', () => {
    const months = orderBins([bin('2024-02'), bin(''), bin('2023-11')], 'month');
    expect(keys(months)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02', '']);
    expect(months[1]).toEqual({ key: '2023-12', articles: 0, characters: 0 });
    expect(keys(orderBins([bin('2024-Q2'), bin('2023-Q3')], 'quarter'))).toHaveLength(4);
  });

  it('puts the outlet with most text first and the unknown last', () => {
    expect(keys(orderBins([bin('', 9), bin('甲', 1), bin('乙', 5)], 'outlet'))).toEqual([
      '乙',
      '甲',
      '',
    ]);
  });

  it('makes no bins without end out of a mistyped year', () => {
    expect(keys(orderBins([bin('2024-02'), bin('0202-01')], 'month'))).toEqual([
      '0202-01',
      '2024-02',
    ]);
  });

  it('goes on in order', () => {
    const key = fc.oneof(
      fc.integer({ min: 1900, max: 2100 }).map(String),
      fc
        .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 4 }))
        .map(([year, quarter]) => `${year}-Q${quarter}`),
      fc
        .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(key, (each) => {
        expect(nextBin(each) > each).toBe(true);
        expect(nextBin(each)).toHaveLength(each.length);
      }),
    );
  });
});

describe('relativeFrequency', () => {
  const counted = { places: 3, found: 1, foundCharacters: 2000 };
  it('measures against all text of the bin or that of the articles found', () => {
    expect(relativeFrequency(bin('2023', 15_000), counted, 'archive')).toBe(2);
    expect(relativeFrequency(bin('2023', 15_000), counted, 'found')).toBe(15);
  });

  it('is unknown where there is no text', () => {
    expect(relativeFrequency(bin('2023'), counted, 'archive')).toBeNull();
  });
});
