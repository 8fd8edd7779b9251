import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSegment, mergeSegments, readHeader, SegmentReader } from '.';
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
      { numRuns: 600 },
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
      { numRuns: 600 },
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
      { numRuns: 150 },
    );
  });
});
