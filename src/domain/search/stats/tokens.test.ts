import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK, isFunctionCharacter, tokensOf } from './tokens';

const texts = fc.string({
  unit: fc.constantFrom(...'社会工作治理，。 \nab1９𠮷（）—'),
  maxLength: 60,
});

describe('tokensOf', () => {
  it('cuts characters, and keeps letters and digits together', () => {
    const { words, starts, ends } = tokensOf('2023年，AI 与社工𠮷。', 'char');
    expect(words).toEqual(['2023', '年', 'AI', '与', '社', '工', '𠮷']);
    expect([starts[2], ends[2]]).toEqual([6, 8]);
    expect([starts[6], ends[6]]).toEqual([12, 14]);
  });

  it('cuts words', () => {
    expect(tokensOf('居民走进社区。', 'word').words).toEqual(['居民', '走进', '社区']);
  });

  it('says what stands between', () => {
    expect(tokensOf('甲 乙，丙。丁\n戊', 'char').breaks).toEqual([
      BREAK.paragraph,
      BREAK.none,
      BREAK.mark,
      BREAK.sentence,
      BREAK.paragraph,
    ]);
  });

  it('knows where each token stands, in either unit', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('char', 'word'), (text, unit) => {
        const { words, starts, ends, breaks } = tokensOf(text, unit as 'char' | 'word');
        expect(breaks).toHaveLength(words.length);
        words.forEach((word, at) => {
          expect(text.slice(starts[at], ends[at])).toBe(word);
          expect(starts[at]).toBeGreaterThanOrEqual(ends[at - 1] ?? 0);
          expect(word).not.toMatch(/[，。\s（）—]/u);
        });
      }),
    );
  });

  it('finds the same letters in either unit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const letters = (unit: 'char' | 'word') => tokensOf(text, unit).words.join('');
        expect(letters('word')).toBe(letters('char'));
      }),
    );
  });
});

describe('isFunctionCharacter', () => {
  it('knows single particles, not words', () => {
    expect(['的', '了', '在'].every(isFunctionCharacter)).toBe(true);
    expect(['的确', '社', 'a'].some(isFunctionCharacter)).toBe(false);
  });
});
