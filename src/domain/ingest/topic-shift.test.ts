import { expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const LIBRARY = [
  '白鹭县的果园里多了一间流动图书馆，书架装在旧货车上，孩子们放学后在苹果树下读书，果农们端来晒好的苹果片招待他们。',
  '图书馆的书来自县城的旧书店，管理员穆青每周三把货车开到果园，借书不用押金，只要在本子上写下名字和书名就行。',
];
const HEATING = [
  '入冬前，松江路的锅炉房换上了新管道，施工队连夜焊接，热力公司的值班电话整夜有人守候，住户家中的暖气片当晚就热了。',
  '热力公司经理介绍，换下的旧管道用了三十年，漏水点有四十多处，今后每年入冬前都会试压，发现漏水当天修好。',
];

it('a short line where the text turns to something else is a title', () => {
  const text = `果园里的读书声\n\n${LIBRARY.join('\n\n')}\n\n松江路锅炉房的冬夜\n\n${HEATING.join('\n\n')}\n`;
  expect(reconstruct(text).articles.map(({ title }) => title)).toEqual([
    '果园里的读书声',
    '松江路锅炉房的冬夜',
  ]);
});

it('a short line where the text goes on is a heading', () => {
  const [first = '', second = ''] = LIBRARY;
  const more =
    '果园里的孩子们喜欢画册，果农们爱借种苹果的书，穆青在货车的书架上给他们各留一格，每周三换上旧书店新到的书。';
  const text = `果园里的读书声\n\n${first}\n\n旧货车变书架\n\n${second}\n\n${more}\n`;
  expect(reconstruct(text).articles.map(({ title }) => title)).toEqual(['果园里的读书声']);
});
