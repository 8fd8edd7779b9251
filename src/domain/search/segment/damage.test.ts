import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSegment, mergeSegments, readHeader, SegmentError, SegmentReader } from '.';
import { anyDocuments, anyQuery } from './testing/any';
import { placesOf } from './testing/reader-of';
import { scan } from './testing/scan';

/** A byte that becomes another, or bytes that are missing at the end. */
const anyDamage = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  change: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 255 }) }, fc.constant(null)),
});

function damaged(bytes: Uint8Array, { at, change }: { at: number; change: number | null }) {
  const place = Math.floor(at * bytes.length);
  if (change === null) return bytes.slice(0, place);
  const other = bytes.slice();
  (other[place] as number) ^= change;
  return other;
}

function codeOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof SegmentError) return error.code;
    throw error;
  }
}

describe('damage', () => {
  it('of a header is noticed when it is read', () => {
    fc.assert(
      fc.property(anyDocuments, anyDamage, (documents, damage) => {
        const { header } = buildSegment(documents);
        expect(codeOf(() => readHeader(damaged(header, damage)))).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('of a page is noticed before an answer comes of it', () => {
    fc.assert(
      fc.property(anyDocuments, anyQuery, anyDamage, (documents, query, damage) => {
        const { header, pages } = buildSegment(documents, { pageBytes: 32 });
        fc.pre(pages.length > 0);
        const broken = Math.floor(damage.at * pages.length);
        const stored = pages.map((page, index) =>
          index === broken ? damaged(page, damage) : page,
        );
        const reader = new SegmentReader(readHeader(header), (page) => stored[page]);
        let found: [number, number][] | null = null;
        const code = codeOf(() => {
          found = placesOf(reader.find(query));
        });
        if (code === null) expect(found).toEqual(scan(documents, query));
        else expect(code).toBe('damaged');
        const source = { header: readHeader(header), pages: stored, isDead: () => false };
        expect(codeOf(() => mergeSegments([source]))).toBe('damaged');
      }),
      { numRuns: 200 },
    );
  });

  it('of a page is noticed again when the page is read again', async () => {
    const { header, pages } = buildSegment([{ field: 'text', id: 'a', text: '社会工作' }]);
    let isBroken = false;
    const reader = new SegmentReader(readHeader(header), async (page) => {
      const bytes = pages[page]?.slice();
      if (bytes && isBroken) (bytes[0] as number) ^= 1;
      return bytes;
    });
    expect(placesOf(await reader.find('工作'))).toEqual([[0, 2]]);
    isBroken = true;
    await expect(reader.find('社会')).rejects.toThrow(SegmentError);
  });

  it('is said of a page that is missing', async () => {
    const { header } = buildSegment([{ field: 'text', id: 'a', text: '社会工作' }]);
    const reader = new SegmentReader(readHeader(header), async () => undefined);
    await expect(reader.find('工作')).rejects.toThrow('page 0 is missing');
  });

  it('is not said of a segment of another version', () => {
    const { header } = buildSegment([{ field: 'text', id: 'a', text: '社会工作' }]);
    (header[4] as number) += 1;
    expect(codeOf(() => readHeader(header))).toBe('outdated');
  });

  it('is not remembered once the page is whole again', async () => {
    const { header, pages } = buildSegment([{ field: 'text', id: 'a', text: '社会工作' }]);
    let isThere = false;
    const reader = new SegmentReader(readHeader(header), async (page) =>
      isThere ? pages[page] : undefined,
    );
    await expect(reader.find('工作')).rejects.toThrow(SegmentError);
    isThere = true;
    const both = [reader.find('工作'), reader.find('工作', { field: 'text' })];
    for (const hits of await Promise.all(both)) expect(placesOf(hits)).toEqual([[0, 2]]);
  });
});
