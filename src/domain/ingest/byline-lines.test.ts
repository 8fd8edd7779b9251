import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '去年三月，我背着一个双肩包到了云头村。村支书看了我半天，问：“你是来帮忙的，还是来实习的？”我说，我是社工。';
const MORE = '头两个月我什么也没做，只是听。听老人讲修渠的事，听孩子讲爸爸在哪座城市打工。';

function read(byline: string) {
  const { articles } = reconstruct(`驻村的第一年\n${byline}\n　　${TEXT}\n　　${MORE}\n`);
  return articles.map((article) => [article.title, article.byline]);
}

it('knows a pen name in brackets under the end of a text', () => {
  const { articles } = reconstruct(
    `驻村的第一年\n　　${TEXT}\n（鹿鸣）\n夜校又开课了\n　　${MORE}\n　　（桑榆）\n`,
  );
  expect(articles.map(({ title, byline }) => [title, byline])).toEqual([
    ['驻村的第一年', '鹿鸣'],
    ['夜校又开课了', '桑榆'],
  ]);
});

describe('bylines of names that no list has', () => {
  it.each([
    ['■ 本刊记者 / 权一凡　特约记者 / 卓悦', '本刊记者 / 权一凡　特约记者 / 卓悦'],
    ['●鹿鸣', '鹿鸣'],
    ['□ 辛亦农', '辛亦农'],
    ['本报通讯员 于归 之子', '本报通讯员 于归 之子'],
    ['口述/季如风　整理/本刊记者 池渔', '口述/季如风　整理/本刊记者 池渔'],
    ['文 | 花想衣', '花想衣'],
    ['□向 阳 文/摄', '向 阳 文/摄'],
    ['市政协委员 沐春晖', '市政协委员 沐春晖'],
    ['向 晚 晴', '向 晚 晴'],
    ['童以衡¹　卢见川²', '童以衡¹　卢见川²'],
    ['Emily Zhao　赵一名', 'Emily Zhao　赵一名'],
    ['記者林若函／山縣報導', '記者林若函／山縣報導'],
    ['中央社記者高以和山縣8日電', '中央社記者高以和山縣8日電'],
  ])('%s', (line, byline) => {
    expect(read(line)).toEqual([['驻村的第一年', byline]]);
  });

  it('are none in a list of guests', () => {
    const guests = '柳湾镇党委书记 黎望远\n白塔镇党委书记 阿诺德\n云头村驻村督导 季如风';
    const { articles } = reconstruct(`${TEXT}\n到会的还有：\n${guests}\n${MORE}\n`);
    expect(articles.map(({ byline }) => byline)).toEqual(['']);
  });

  it('are none where something else is said', () => {
    expect(read('专访云头村党支部书记 沐春晖')[0]?.[1]).toBe('');
    expect(read('●第一课：听')[0]?.[1]).toBe('');
    expect(read('文化站里的灯')[0]?.[1]).toBe('');
  });
});

describe('who wrote a text together or for whom', () => {
  it.each(['白鹭县民政局课题组', '数据局 曾可'])('%s under the title', (line) => {
    const text = '白鹭县的果园里多了一间流动图书馆，书架装在旧货车上，孩子们放学后在苹果树下读书。';
    const { articles } = reconstruct(`果园里的读书声\n\n${line}\n\n${text}\n`);
    expect(articles.map(({ title, byline }) => [title, byline])).toEqual([
      ['果园里的读书声', line],
    ]);
  });
});
