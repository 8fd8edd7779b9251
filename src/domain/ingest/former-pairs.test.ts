import { describe, expect, it } from 'vitest';
import type { OpenPart } from '../model';
import { formerPairs, type ReadAgain } from './former-pairs';
import { matchParts, type OpenArticle } from './match-parts';

const mark = (to: OpenPart['to'], line: number): OpenPart => ({
  to,
  line,
  target: '',
  words: '',
  page: '',
  cut: false,
});

const article = (
  key: string,
  [firstLine, lastLine]: [number, number],
  ...openParts: OpenPart[]
): ReadAgain => ({ key, sourceFileId: key.slice(0, 1), firstLine, lastLine, openParts });

const lines = (sourceFileId: string, firstLine: number, lastLine: number) => ({
  sourceFileId,
  firstLine,
  lastLine,
});

const names = (pairs: ReturnType<typeof formerPairs>) =>
  pairs.map(({ first, second }) => `${first} ${second}`);

describe('formerPairs', () => {
  const joined = [[lines('a', 3, 10), lines('b', 2, 6), lines('c', 4, 9)]];

  it('finds the marks at which parts were joined, although nothing else speaks for them', () => {
    const articles = [
      article('a1', [3, 11], mark('next', 11)),
      article('b1', [1, 7], mark('previous', 1), mark('next', 7)),
      article('c1', [4, 9], mark('previous', 3)),
    ];
    expect(names(formerPairs(joined, articles))).toEqual(['a1 b1', 'b1 c1']);
  });

  it('takes no mark of another article, and none twice', () => {
    const articles = [
      // The mark of the first is not read any more; another one follows.
      article('a1', [3, 11]),
      article('a2', [12, 30], mark('next', 30)),
      article('b1', [1, 7], mark('previous', 1), mark('next', 7)),
      article('c1', [4, 9], mark('previous', 3)),
    ];
    const twice = [...joined, [lines('b', 2, 6), lines('c', 4, 9)]];
    expect(names(formerPairs(twice, articles))).toEqual(['b1 c1']);
  });

  it('takes the nearest when an article was divided', () => {
    const articles = [
      article('a1', [3, 6], mark('next', 6)),
      article('a2', [7, 11], mark('next', 11)),
      article('b1', [1, 7], mark('previous', 1)),
    ];
    expect(names(formerPairs(joined, articles))).toEqual(['a2 b1']);
  });

  it('comes before what the marks themselves say', () => {
    const [end, other, begin] = [mark('next', 9), mark('next', 20), mark('previous', 1)];
    const open = (key: string, openParts: OpenPart[], title: string): OpenArticle => ({
      ...{ key, source: key.slice(0, 1), set: 'x', title, titleSource: undefined },
      ...{ outlet: '', date: '', openParts },
    });
    const all = [
      open('a1', [end], '甲'),
      open('a2', [other], '石桥村建起暖心灶'),
      open('b1', [{ ...begin, words: '石桥村建起暖心灶', cut: true }], ''),
    ];
    expect(names(matchParts(all))).toEqual(['a2 b1']);
    const known = all[2]?.openParts[0] ?? begin;
    const former = [{ first: 'a1', second: 'b1', end, begin: known }];
    expect(names(matchParts(all, former))).toEqual(['a1 b1']);
  });
});
