import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachWord, markWords } from './words';

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** What the segmenter says of the text as one piece. */
function words(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment, index }) => `${index} ${segment}`);
}

function marked(text: string): string[] {
  const found: string[] = [];
  eachWord(markWords(text), (start, end) => found.push(`${start} ${text.slice(start, end)}`));
  return found;
}

/** Pieces of text as news has them, and what lies between words. */
const piece = fc.constantFrom(
  ...[
    '居民参与社区治理',
    '老人们',
    '2023年',
    '3.5',
    'café',
    "don't",
    '１，２',
    'a_b',
    '𠮷家巷',
    '々',
  ],
  ...['。', '！', '？', '；', '\n', '，', '“', '”', ' ', '　', '…', '.', ':', '_'],
  ...['\u0301', '\u200d', '\ufe0f', '\u00ad', '👨‍👩‍👧', 'ガス', 'いま'],
);

describe('markWords', () => {
  it('finds the words of a text, and not what is between them', () => {
    expect(marked('居民，参与')).toEqual(['0 居民', '3 参与']);
    expect(marked('')).toEqual([]);
  });

  it('takes a quarter of a byte for each code unit', () => {
    expect(markWords('社区治理。').bits.length).toBe(2);
  });

  it('is what the segmenter says of the text as one piece', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 40, maxLength: 150 }), (pieces) => {
        const text = pieces.join('');
        expect(marked(text)).toEqual(words(text));
      }),
    );
  });
});
