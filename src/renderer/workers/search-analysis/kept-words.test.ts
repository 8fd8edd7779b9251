import { tokensOf } from '@domain/search/stats/tokens';
import { describe, expect, it } from 'vitest';
import { hashOf, tokensIn } from './kept-words';

describe('tokensIn', () => {
  const text = '居民参与社区治理，社工 2023 年起记录 café 的声音。\n'.repeat(10);

  it('cuts as without keeping, the first time and again', () => {
    const cut = tokensOf(text, 'word');
    expect(tokensIn(text, 'word')).toEqual(cut);
    expect(tokensIn(text, 'word')).toEqual(cut);
    expect(tokensIn(text, 'char')).toEqual(tokensOf(text, 'char'));
  });

  it('takes a text of the same length for another one', () => {
    const other = text.replace('居民参与', '参与居民');
    expect(tokensIn(other, 'word')).toEqual(tokensOf(other, 'word'));
  });
});

describe('hashOf', () => {
  it('tells apart what differs in one place, or in order', () => {
    const texts = ['居民', '民居', '居民。', '居住', '', '居'];
    expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
    for (const text of texts) expect(Number.isSafeInteger(hashOf(text))).toBe(true);
  });
});
