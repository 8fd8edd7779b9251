import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentences';

function around(text: string, words: string): string {
  const start = text.indexOf(words);
  const { start: from, end } = sentenceAround(text, start, start + words.length);
  return text.slice(from, end);
}

describe('sentenceAround', () => {
  it('goes from the end of one sentence to the next', () => {
    expect(around('风大。雨也大！人少。', '雨')).toBe('雨也大！');
    expect(around('　　他说：“来吧。”她不来。', '她')).toBe('她不来。');
    expect(around('　　他说：“来吧。”她不来。', '来吧')).toBe('他说：“来吧。”');
    expect(around('上一段\n没有句号的一行\n下一段', '句号')).toBe('没有句号的一行');
    expect(around('甲。乙。', '甲。')).toBe('甲。');
  });

  it('always holds the passage', () => {
    const text = fc.array(fc.constantFrom('字', '。', '”', '\n', ' ', '𠮷'), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (parts, a, b) => {
        const all = parts.join('');
        const [start, end] = [a % (all.length + 1), b % (all.length + 1)].sort((x, y) => x - y);
        if (start === undefined || end === undefined || start === end) return;
        const found = sentenceAround(all, start, end);
        expect(found.start).toBeLessThanOrEqual(start);
        expect(found.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});
