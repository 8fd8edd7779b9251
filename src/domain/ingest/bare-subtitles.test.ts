import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '入秋以来，白鹭县的果园里多了一间流动图书馆，孩子们放学后在树下读书，果农们把晒好的苹果片端来招待他们。';

const heads = (text: string): (string | undefined)[][] =>
  reconstruct(text).articles.map(({ title, subtitle }) => [title, subtitle]);

describe('a subtitle without any mark', () => {
  it.each([
    '来自白鹭县的调查',
    '以白鹭县流动图书馆为例',
    '记白鹭县图书管理员穆青',
    '白鹭县乡村阅读发展纪实',
    '穆青和他的流动图书馆',
  ])('%s stands under the title', (subtitle) => {
    expect(heads(`果园里的流动图书馆\n\n${subtitle}\n\n${TEXT}\n`)).toEqual([
      ['果园里的流动图书馆', subtitle],
    ]);
  });

  it('also in the second article, over a byline', () => {
    const second = '树下的读书声\n\n白鹭县果农子女阅读观察\n\n本报记者 穆青\n\n';
    expect(
      heads(`果园里的流动图书馆\n\n${TEXT}\n\n（据白鹭日报）\n\n\n${second}${TEXT}\n`),
    ).toEqual([
      ['果园里的流动图书馆', undefined],
      ['树下的读书声', '白鹭县果农子女阅读观察'],
    ]);
  });
});

it('a second line is no subtitle where it is the rest of the title', () => {
  expect(heads(`白鹭县图书馆关于开展流动\n图书馆工作情况的调研报告\n\n${TEXT}\n`)).toEqual([
    ['白鹭县图书馆关于开展流动图书馆工作情况的调研报告', undefined],
  ]);
});
