import { describe, expect, it } from 'vitest';
import { type Column, sortRows, tableCsv } from './columns';

interface Row {
  word: string;
  count: number | null;
}
const columns: Column<Row>[] = [
  { id: 'word', label: '词', kind: 'text', value: (row) => row.word, text: (row) => row.word },
  { id: 'count', label: '次数', kind: 'number', value: (row) => row.count, text: () => '约' },
];
const rows: Row[] = [
  { word: '治理', count: 2 },
  { word: '社区', count: null },
  { word: '居民', count: 1234.5 },
  { word: '参与', count: Number.POSITIVE_INFINITY },
];
const words = (sorted: Row[]) => sorted.map(({ word }) => word);

describe('sortRows', () => {
  it('sorts numbers, what has none last either way', () => {
    const by = (direction: 'ascending' | 'descending') =>
      words(sortRows(rows, columns, { id: 'count', direction }));
    expect(by('descending')).toEqual(['参与', '居民', '治理', '社区']);
    expect(by('ascending')).toEqual(['治理', '居民', '参与', '社区']);
  });

  it('sorts words by pinyin', () => {
    const sorted = sortRows(rows, columns, { id: 'word', direction: 'ascending' });
    expect(words(sorted)).toEqual(['参与', '居民', '社区', '治理']);
  });

  it('leaves the order when there is no such column', () => {
    expect(sortRows(rows, columns, { id: 'x', direction: 'ascending' })).toEqual(rows);
  });
});

describe('tableCsv', () => {
  it('writes whole numbers, not what is shown', () => {
    expect(tableCsv(rows.slice(1, 3), columns)).toBe('\uFEFF词,次数\r\n社区,\r\n居民,1234.5\r\n');
  });
});
