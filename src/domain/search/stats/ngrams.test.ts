import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten } from './counts';
import { NgramCounter } from './ngrams';
import { type TokenUnit, tokensOf } from './tokens';

interface Options {
  unit?: TokenUnit;
  size?: number;
  capacity?: number;
  only?: ReadonlySet<string>;
}

function count(texts: string[], options: Options = {}): NgramCounter {
  const { unit = 'char', ...rest } = options;
  const counter = new NgramCounter({
    unit,
    size: 2,
    keyOf: asWritten,
    capacity: 1000,
    ...rest,
  });
  texts.forEach((text, article) => {
    counter.add(tokensOf(text, unit), article);
  });
  return counter;
}

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙丁，'), maxLength: 40 }), {
  maxLength: 12,
});

describe('NgramCounter', () => {
  it('counts sequences and their articles, not across punctuation', () => {
    const table = count(['社会工作，社会', '社会']).table(1);
    expect(table).toContainEqual({ words: '社会', count: 3, articles: 2 });
    expect(table).toContainEqual({ words: '会工', count: 1, articles: 1 });
    expect(table.map((row) => row.words)).not.toContain('作社');
  });

  it('parts words by spaces', () => {
    const table = count(['年轻居民走进社区'], { unit: 'word', size: 3 }).table(1);
    expect(table.map((row) => row.words)).toEqual(['年轻 居民 走进', '居民 走进 社区']);
  });

  it('adds up', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 6 }), (all, size) => {
        const counter = count(all, { size });
        const sum = counter.table(1).reduce((before, row) => before + row.count, 0);
        expect(sum).toBe(counter.total);
        const parts = all.flatMap((text) => text.split('，'));
        const wanted = parts.reduce(
          (before, part) => before + Math.max(0, part.length - size + 1),
          0,
        );
        expect(sum).toBe(wanted);
      }),
    );
  });

  it('keeps what is frequent in little memory, and a second walk counts that exactly', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 8 }), (all, capacity) => {
        const exact = new Map(
          count(all)
            .table(1)
            .map((row) => [row.words, row]),
        );
        const first = count(all, { capacity });
        const second = count(all, { only: first.keys() });
        const kept = new Map(second.table(1).map((row) => [row.words, row]));
        for (const [words, row] of exact) {
          if (row.count > first.lost) expect(kept.get(words)).toEqual(row);
        }
        for (const [words, row] of kept) expect(exact.get(words)).toEqual(row);
      }),
    );
  });
});
