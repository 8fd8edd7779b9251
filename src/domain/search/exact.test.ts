import type { Paragraph } from '@domain/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, findAll, paragraphAt } from './exact';

const found = (text: string, query: string) => [...findAll(text, query)];

describe('findAll', () => {
  it('finds every occurrence, not overlapping', () => {
    expect(found('社工站的社工', '社工')).toEqual([0, 4]);
    expect(found('哈哈哈哈哈', '哈哈')).toEqual([0, 2]);
    expect(found('𠮷野家𠮷', '𠮷')).toEqual([0, 4]);
    expect(found('甲', '')).toEqual([]);
    expect(found('a.b', '.')).toEqual([1]);
  });

  it('agrees with splitting at the query', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '😀', '\n') });
    fc.assert(
      fc.property(
        text,
        text.filter((query) => query !== ''),
        (within, query) => {
          const starts = found(within, query);
          expect(starts).toHaveLength(within.split(query).length - 1);
          for (const start of starts) expect(within.startsWith(query, start)).toBe(true);
        },
      ),
    );
  });
});

describe('contextOf', () => {
  it('stays in the paragraph and keeps surrogate pairs whole', () => {
    const text = '上一段\n𠮷甲乙丙𠮷\n下一段';
    expect(contextOf(text, 7, 8, 2)).toEqual({ before: '甲', match: '乙', after: '丙' });
    expect(contextOf(text, 7, 8, 99)).toEqual({ before: '𠮷甲', match: '乙', after: '丙𠮷' });
    expect(contextOf(text, 2, 6, 1)).toMatchObject({ before: '一', match: '段\n𠮷', after: '甲' });
    expect(contextOf('甲', 0, 1, 5)).toEqual({ before: '', match: '甲', after: '' });
    expect(contextOf('甲乙丙', 1, 2, 0)).toEqual({ before: '', match: '乙', after: '' });
  });
});

describe('paragraphAt', () => {
  const paragraph = (start: number, end: number): Paragraph => ({
    kind: 'body',
    start,
    end,
    firstLine: 1,
    lastLine: 1,
  });

  it('gives the paragraph of every offset', () => {
    const paragraphs = [paragraph(0, 3), paragraph(4, 4), paragraph(5, 9)];
    const indexes = [-1, 0, 3, 4, 5, 9, 99].map((offset) => paragraphAt(paragraphs, offset));
    expect(indexes).toEqual([0, 0, 0, 1, 2, 2, 2]);
    expect(paragraphAt([], 0)).toBe(-1);
  });
});
