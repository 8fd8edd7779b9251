import type { FrequencyTable } from '@domain/search/stats/frequency';
import { t } from '@renderer/i18n';
import { describe, expect, it } from 'vitest';
import { binLabel, chartPoints, MOST_OUTLETS, tickKeys, timeOf } from './chart-data';

const count = (places: number) => ({ places, found: 1, foundCharacters: 500 });
const table: FrequencyTable = {
  bins: [
    { key: '2023', articles: 2, characters: 10_000 },
    { key: '2024', articles: 0, characters: 0 },
    { key: '', articles: 1, characters: 100 },
  ],
  series: [
    { query: '社工', counts: [count(3), count(0), count(9)] },
    { query: '居民', counts: [count(1), count(0), count(9)] },
  ],
};

describe('chartPoints', () => {
  it('has one for each query and known bin', () => {
    const points = chartPoints(table, { by: 'year', measure: 'places', base: 'archive' });
    expect(points.map(({ key, query, value }) => [key, query, value])).toEqual([
      ['2023', '社工', 3],
      ['2023', '居民', 1],
      ['2024', '社工', 0],
      ['2024', '居民', 0],
    ]);
  });

  it('measures against the text, and leaves a gap where there is none', () => {
    const relative = chartPoints(table, { by: 'year', measure: 'relative', base: 'archive' });
    expect(relative.map(({ value }) => value)).toEqual([3, 1, Number.NaN, Number.NaN]);
    const found = chartPoints(table, { by: 'year', measure: 'relative', base: 'found' });
    expect(found[0]?.value).toBe(60);
  });

  it('shows as many outlets as there is room for', () => {
    const bins = Array.from({ length: 40 }, (_, index) => ({
      key: `报${index}`,
      articles: 1,
      characters: 1,
    }));
    const many = { bins, series: [{ query: '社工', counts: bins.map(() => count(1)) }] };
    const points = chartPoints(many, { by: 'outlet', measure: 'places', base: 'archive' });
    expect(points).toHaveLength(MOST_OUTLETS);
  });
});

describe('the time axis', () => {
  it('knows when bins begin', () => {
    expect(new Date(timeOf('2024')).toISOString()).toMatch(/^2024-01-01/);
    expect(new Date(timeOf('2024-Q3')).toISOString()).toMatch(/^2024-07-01/);
    expect(new Date(timeOf('2024-11')).toISOString()).toMatch(/^2024-11-01/);
    expect(new Date(timeOf('0099')).toISOString()).toMatch(/^0099-01-01/);
  });

  it('labels round bins, not more than fit', () => {
    const months = Array.from({ length: 30 }, (_, index) => {
      const month = String(((index + 4) % 12) + 1).padStart(2, '0');
      return `${2021 + Math.floor((index + 4) / 12)}-${month}`;
    });
    expect(tickKeys(months, 'month', 6)).toEqual([
      '2021-07',
      '2022-01',
      '2022-07',
      '2023-01',
      '2023-07',
    ]);
    expect(tickKeys(['2023', '2024'], 'year', 6)).toEqual(['2023', '2024']);
    expect(tickKeys(['2023'], 'year', 0)).toEqual(['2023']);
  });

  it('writes bins as readers do', () => {
    expect(binLabel('2023', 'year', t)).toBe('2023年');
    expect(binLabel('2023-Q4', 'quarter', t)).toBe('2023年4季度');
    expect(binLabel('2023-11', 'month', t)).toBe('2023年11月');
    expect(binLabel('', 'month', t)).toBe('日期不详');
    expect(binLabel('', 'outlet', t)).toBe('来源不详');
  });
});
