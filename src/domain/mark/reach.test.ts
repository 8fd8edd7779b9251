import { describe, expect, it } from 'vitest';
import { cutAt, joinedWith } from './reach';

const TEXT = '桥头村办起了饭堂。\n老人每天都来。河边还有一家。';
const range = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};

describe('joinedWith', () => {
  it('finds what overlaps, and what overlaps that', () => {
    const one = range('桥头村办');
    const two = range('村办起了');
    const three = range('起了饭堂');
    expect(joinedWith(TEXT, [three, one, two], one)).toEqual([two, three]);
  });
  it('takes a paragraph’s end for nothing between', () => {
    const one = range('饭堂。');
    const two = range('老人每天');
    const far = range('河边');
    expect(joinedWith(TEXT, [one, two, far], one)).toEqual([two]);
  });
  it('finds nothing for one that stands alone', () => {
    const one = range('桥头');
    expect(joinedWith(TEXT, [one, range('饭堂')], one)).toEqual([]);
  });
});

describe('cutAt', () => {
  it('cuts without losing a word and leaves white space out', () => {
    const all = { start: 0, end: TEXT.length };
    const parts = cutAt(TEXT, all, [10, 3, 3, 0, 99]);
    expect(parts.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      '桥头村',
      '办起了饭堂。',
      '老人每天都来。河边还有一家。',
    ]);
  });
  it('cuts no character', () => {
    expect(cutAt('比👨‍👩‍👧个', { start: 0, end: 10 }, [4])).toEqual([
      { start: 0, end: 1 },
      { start: 1, end: 10 },
    ]);
  });

  it('is the range itself when the cuts lie outside', () => {
    expect(cutAt(TEXT, { start: 2, end: 5 }, [2, 5, 9])).toEqual([{ start: 2, end: 5 }]);
  });
});
