import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSegment, mergeSegments, readHeader, SegmentReader } from '.';
import { TEXT_FIELDS } from './segment';
import { anyDocuments, anyQuery } from './testing/any';
import { placesOf, readerOf } from './testing/reader-of';
import { scan } from './testing/scan';

const anyPageBytes = fc.integer({ min: 1, max: 64 });

describe('a segment', () => {
  it('finds what a scan of the folded texts finds, in memory and paged', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDocuments,
        anyQuery,
        anyPageBytes,
        async (documents, query, pageBytes) => {
          const segment = buildSegment(documents, { pageBytes });
          const expected = scan(documents, query);
          expect(placesOf(readerOf(segment).find(query))).toEqual(expected);
          expect(readerOf(segment).atMost(query)).toBeGreaterThanOrEqual(expected.length);
          const header = readHeader(segment.header.slice());
          const paged = new SegmentReader(header, async (page) => segment.pages[page]?.slice());
          expect(placesOf(await paged.find(query))).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds what stands there exactly as written, without the texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDocuments,
        anyQuery,
        anyPageBytes,
        async (documents, query, pageBytes) => {
          const segment = buildSegment(documents, { pageBytes });
          const expected = scan(documents, query, 'written');
          const options = { likeness: 'written' } as const;
          expect(placesOf(readerOf(segment).find(query, options))).toEqual(expected);
          const header = readHeader(segment.header);
          const paged = new SegmentReader(header, async (page) => segment.pages[page]);
          expect(placesOf(await paged.find(query, options))).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('counts what it finds, and finds in some documents what stands there', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDocuments,
        anyQuery,
        fc.constantFrom('folded' as const, 'written' as const),
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 8, maxLength: 8 }),
        async (documents, query, likeness, bits) => {
          const wanted = Uint8Array.from(documents, (_, document) => bits[document] as number);
          const there = scan(documents, query, likeness).filter(([at]) => wanted[at] === 1);
          const segment = buildSegment(documents, { pageBytes: 16 });
          const found = readerOf(segment).find(query, { likeness, wanted });
          expect(placesOf(found)).toEqual(there);
          const counted = TEXT_FIELDS.map(() => new Map<number, number>());
          await readerOf(segment).count(
            query,
            likeness,
            { wanted },
            {
              add: (field, document, count) => counted[field]?.set(document, count),
            },
          );
          const expected = TEXT_FIELDS.map((field) => {
            const counts = new Map<number, number>();
            let free = { document: -1, from: 0 };
            for (const [document, start] of there) {
              if (documents[document]?.field !== field) continue;
              if (free.document === document && start < free.from) continue;
              counts.set(document, (counts.get(document) ?? 0) + 1);
              free = { document, from: start + query.length };
            }
            return counts;
          });
          expect(counted).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is, merged of several without the dead, what is built of the living', () => {
    const anyPart = anyDocuments.chain((documents) =>
      fc.record({
        documents: fc.constant(documents),
        dead: fc.uniqueArray(fc.nat(Math.max(0, documents.length - 1))),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 4 }), anyPageBytes, (parts, pageBytes) => {
        const sources = parts.map(({ documents, dead }) => {
          const { header, pages } = buildSegment(documents, { pageBytes });
          const isDead = (document: number) => dead.includes(document);
          return { header: readHeader(header), pages, isDead };
        });
        const living = parts.flatMap(({ documents, dead }) =>
          documents.filter((_, document) => !dead.includes(document)),
        );
        expect(mergeSegments(sources, { pageBytes })).toEqual(buildSegment(living, { pageBytes }));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a long text', () => {
  const text = '社会工作者走进社区，社会工作站里有居民议事会，议的是楼道里的灯。'.repeat(3);
  const documents = [
    { field: 'title' as const, id: 'a', text: '社会工作站' },
    { field: 'text' as const, id: 'a', text },
    { field: 'note' as const, id: 'b', text: '社會工作站' },
  ];

  it('is found by all of its pairs', () => {
    const reader = readerOf(buildSegment(documents, { pageBytes: 8 }));
    for (let length = 1; length <= text.length; length += 7)
      for (let start = 0; start + length <= text.length; start += 5) {
        const query = text.slice(start, start + length);
        expect(placesOf(reader.find(query))).toEqual(scan(documents, query));
      }
    expect(placesOf(reader.find(`${text.slice(0, -1)}？`))).toEqual([]);
  });

  it('is found in the field and the documents that are wanted', () => {
    const reader = readerOf(buildSegment(documents));
    expect(placesOf(reader.find('社會工作站', { field: 'title' }))).toEqual([[0, 0]]);
    expect(placesOf(reader.find('社会工作站', { field: 'note' }))).toEqual([[2, 0]]);
    const wanted = Uint8Array.from([0, 0, 1]);
    expect(placesOf(reader.find('社会工作站', { wanted }))).toEqual([[2, 0]]);
    expect(placesOf(reader.find('社會工作站', { likeness: 'written' }))).toEqual([[2, 0]]);
  });
});

describe('a single character', () => {
  // Of the n-th character one in n: some are kept whole, some put on a map, some sorted.
  const characters = Array.from({ length: 400 }, (_, index) => String.fromCharCode(0x4e00 + index));
  const rows = Array.from({ length: 60 }, (_, row) =>
    characters.filter((_, index) => row % (1 + (index % 50)) === index % 3).join(''),
  );
  const documents = [...rows, '', ...rows.map((row) => [...row].reverse().join(''))].map(
    (text, index) => ({ field: 'text' as const, id: String(index), text }),
  );

  it('is found wherever it stands, however frequent it is', () => {
    const segment = buildSegment(documents, { pageBytes: 512 });
    const half = documents.length >> 1;
    const parts = [documents.slice(0, half), documents.slice(half)].map((part) => {
      const { header, pages } = buildSegment(part);
      return { header: readHeader(header), pages, isDead: () => false };
    });
    const merged = mergeSegments(parts, { pageBytes: 512 });
    expect(merged).toEqual(segment);
    const reader = readerOf(segment);
    for (const character of characters)
      expect(placesOf(reader.find(character))).toEqual(scan(documents, character));
    const counts = characters.map((character) => scan(documents, character).length);
    const units = documents.reduce((sum, { text }) => sum + text.length + 1, 0);
    expect(Math.min(...counts.filter((count) => count > 0))).toBeLessThan(units / 512);
    expect(counts.some((count) => count > units / 512 && count < units / 256)).toBe(true);
    expect(Math.max(...counts)).toBeGreaterThan(units / 256);
  });
});
