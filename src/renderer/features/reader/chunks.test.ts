import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunksOf } from './chunks';

function paragraphsOf(lengths: readonly number[]) {
  let start = 0;
  return lengths.map((length) => {
    const paragraph = { start, end: start + length };
    start = paragraph.end + 1;
    return paragraph;
  });
}

describe('chunksOf', () => {
  test('a short text is one chunk, no text none', () => {
    expect(chunksOf(paragraphsOf([80, 300, 12]))).toEqual([{ from: 0, to: 3 }]);
    expect(chunksOf([])).toEqual([]);
  });

  test('a paragraph longer than a screen is a chunk of its own', () => {
    expect(chunksOf(paragraphsOf([100, 5000, 100]))).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ]);
  });

  test('many short paragraphs are not one chunk', () => {
    expect(chunksOf(paragraphsOf(Array.from({ length: 40 }, () => 5)))).toEqual([
      { from: 0, to: 16 },
      { from: 16, to: 32 },
      { from: 32, to: 40 },
    ]);
  });

  test('every paragraph is in one chunk, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 60 }), (lengths) => {
        const indexes = chunksOf(paragraphsOf(lengths)).flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, index) => from + index),
        );
        expect(indexes).toEqual(lengths.map((_, index) => index));
      }),
    );
  });
});
