import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const PIECES = [
  ['石磨', '石磨放在后院的枣树下面，推一圈要走十二步。逢年过节，全村的豆腐都从这里出来。'],
  ['渡船', '渡船每天来回四十趟，摆渡的人认得每一个上学的孩子，下雨的日子他总要多等一会儿。'],
  ['邮筒', '邮筒立在供销社门口，绿漆掉了一半，还是有人往里面投信，多半是写给当兵的儿子。'],
];
const titles = (text: string): string[] => reconstruct(text).articles.map(({ title }) => title);

describe('titles of a word or two', () => {
  it.each([
    ['\n', '\n\n'],
    ['\n\n', '\n\n\n'],
  ])('are told by the first one and their words in the text', (below, above) => {
    const text = PIECES.map((piece) => piece.join(below)).join(above);
    expect(titles(text)).toEqual(['石磨', '渡船', '邮筒']);
  });

  it('are headings where the first line is over them all', () => {
    const text = PIECES.map((piece) => piece.join('\n')).join('\n\n');
    expect(titles(`外婆家的三样东西\n${text}`)).toHaveLength(1);
  });

  it('are headings where they do not tell of their text', () => {
    const text =
      '老街\n老街上的人都搬走了，只有修表的师傅还守着铺子。\n\n缘由\n师傅说手艺丢了可惜，一天修一只也是好的。';
    expect(titles(text)).toEqual(['老街']);
  });
});
