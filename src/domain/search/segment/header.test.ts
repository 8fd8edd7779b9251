import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAGRAPH_KINDS } from '../../model';
import {
  buildSegment,
  fieldOf,
  lengthOf,
  mergeSegments,
  paragraphsOf,
  readHeader,
  readIds,
  type SegmentDocument,
  unitsIn,
  withoutIds,
} from '.';
import { anyDocuments } from './testing/any';

const anyParagraphs = fc.array(
  fc
    .record({ kind: fc.constantFrom(...PARAGRAPH_KINDS), start: fc.nat(1e6), length: fc.nat(1e5) })
    .map(({ kind, start, length }) => ({ kind, start, end: start + length })),
  { maxLength: 5 },
);

const withParagraphs = anyDocuments.chain((documents) =>
  fc
    .array(anyParagraphs, { minLength: documents.length, maxLength: documents.length })
    .map((all) => documents.map((document, index) => ({ ...document, paragraphs: all[index] }))),
);

function check(stored: Uint8Array, documents: readonly SegmentDocument[]): void {
  const header = readHeader(stored);
  expect(readIds(header)).toEqual(documents.map(({ id }) => id));
  expect(unitsIn(header)).toBe(documents.reduce((sum, { text }) => sum + text.length, 0));
  documents.forEach(({ field, text, paragraphs }, document) => {
    expect(fieldOf(header, document)).toBe(field);
    expect(lengthOf(header, document)).toBe(text.length);
    expect(paragraphsOf(header, document)).toEqual(paragraphs);
  });
  const { documents: table, ...rest } = withoutIds(header);
  expect({ ...rest, documents: { ...table, ids: header.documents.ids } }).toEqual(header);
  expect(table.ids).toHaveLength(0);
  expect(table.starts.buffer).not.toBe(header.documents.starts.buffer);
}

describe('the header of a segment', () => {
  it('knows its documents, also after merging and when its bytes lie anywhere', () => {
    fc.assert(
      fc.property(withParagraphs, withParagraphs, fc.nat(7), (one, other, shift) => {
        const { header, pages } = buildSegment(one);
        const buffer = new Uint8Array(header.length + shift);
        buffer.set(header, shift);
        check(buffer.subarray(shift), one);
        const more = buildSegment(other);
        const isDead = (document: number) => document % 3 === 1;
        const merged = mergeSegments([
          { header: readHeader(header), pages, isDead },
          { header: readHeader(more.header), pages: more.pages, isDead },
        ]);
        const isAlive = (_: unknown, document: number) => !isDead(document);
        check(merged.header, [...one.filter(isAlive), ...other.filter(isAlive)]);
      }),
      { numRuns: 150 },
    );
  });
});
