import { expect, test } from 'vitest';
import { buildSegment } from './build';
import { readHeader } from './header';
import { SegmentReader } from './reader';
import type { SegmentDocument } from './segment';

test('a few documents among very many places are looked up, and have what they have among all', () => {
  const documents = Array.from({ length: 300 }, (_, id): SegmentDocument => {
    const field = id % 2 === 0 ? 'title' : 'text';
    return { field, id: `a${id}`, text: '社会'.repeat(id % 7) };
  });
  const { header, pages } = buildSegment(documents);
  const reader = new SegmentReader(readHeader(header), (page) => pages[page]);
  const find = (wanted: Uint8Array, field?: 'title' | 'text') => {
    const hits = reader.find('社', { wanted, ...(field === undefined ? {} : { field }) });
    if (hits instanceof Promise) throw new Error('All pages are there');
    return Array.from(hits.documents, (document, at) => [document, hits.starts[at] ?? -1]);
  };
  const all = find(new Uint8Array(300).fill(1));
  expect(all.length).toBeGreaterThan(800);
  const wanted = Uint8Array.from({ length: 300 }, (_, id) => Number(id % 30 === 5 || id === 298));
  const among = all.filter(([document = 0]) => wanted[document] === 1);
  expect(among.length).toBeGreaterThan(20);
  expect(find(wanted)).toEqual(among);
  expect(find(wanted, 'title')).toEqual(among.filter(([document = 0]) => document % 2 === 0));
  expect(find(wanted, 'text')).toEqual(among.filter(([document = 0]) => document % 2 === 1));
});
