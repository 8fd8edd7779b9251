import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const MAGAZINE = `《社工周刊》2023年第11期（总第208期）
目  录
卷首语  让善意有处落脚………………………………1
特别关注
  “五社联动”的青禾实践………………………………3
  一条老街的四百二十天  方小满………………………7
资讯
  南屿县召开社会工作会议………………………………12

1
卷首语
让善意有处落脚
□ 林一舟
  冬天来得早，街道的取暖点比往年提前十天开门。开门那天，来得最早的不是老人，而是三个放学没处去的孩子。
2
社工周刊  2023.11
特别关注
“五社联动”的青禾实践
本刊记者  周见山  通讯员  许  平
  青禾区的人喜欢说一句话：事不过夜。这句话刻在区社工站的门楣上，也写在每一本走访记录的扉页。
3
社工周刊  2023.11
一条老街的四百二十天
文/图  方小满
  老街叫鼓楼前，长四百二十米。方志上说它有六百年，街坊说它有三代人。
7
社工周刊  2023.11
资讯
南屿县召开社会工作会议
  本报讯 （记者 何棠） 11月6日，南屿县召开全县社会工作会议。会议要求，要坚持党建引领。
12
`;

describe('a table of contents with page numbers behind dots', () => {
  const { articles } = reconstruct(MAGAZINE);

  it('names the titles, though nothing sets them apart in the text', () => {
    expect(articles.map(({ title }) => title)).toEqual([
      '让善意有处落脚',
      '“五社联动”的青禾实践',
      '一条老街的四百二十天',
      '南屿县召开社会工作会议',
    ]);
  });

  it('is itself no text, nor are the names of its columns where they return', () => {
    const lines = articles.flatMap(({ text, paragraphs }) =>
      paragraphs.map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) })),
    );
    const kinds = (words: string) => lines.filter((line) => line.words === words);
    expect(kinds('特别关注').map(({ kind }) => kind)).toEqual(['attribution', 'attribution']);
    expect(lines.filter(({ kind, words }) => kind === 'body' && /…|资讯|卷首/.test(words))).toEqual(
      [],
    );
  });

  it('leaves authors and the issue to their articles', () => {
    expect(articles.map(({ byline }) => byline)).toEqual([
      '林一舟',
      '本刊记者  周见山  通讯员  许  平',
      '方小满',
      '记者 何棠',
    ]);
    expect(articles.map(({ outlet }) => outlet)).toEqual(Array(4).fill('社工周刊'));
    expect(articles.map(({ issue }) => issue)).toEqual(Array(4).fill('2023年第11期（总第208期）'));
    expect(articles[1]?.date).toBe('2023-11');
  });
});

it('a single line with dots is no table of contents', () => {
  const text =
    '他想了很久……3\n\n青禾区开办社工夜校\n\n11月起，青禾区开办社工夜校，课程有个案管理等。\n';
  const { articles } = reconstruct(text);
  expect(articles.flatMap(({ title }) => title)).not.toEqual([]);
  expect(articles.map(({ text: words }) => words).join()).toContain('他想了很久……3');
});

it("a paper's name alone above date and page is the outlet", () => {
  const { articles } = reconstruct(
    '临江晚报\n\n2022年6月18日 星期六 第A05版：民生\n\n        社区里来了“板凳法官”\n' +
      '        ——临江区人民法院驻点调解二三事\n\n本报记者 秦望 实习生 吴桐 文 李放 摄\n\n' +
      '    “请坐。”这是驻点法官郭立民开口的第一句话。他带来的不是法槌，是四条板凳。\n' +
      '    从去年三月起，临江区人民法院向十二个社区派出驻点法官，每周三下午坐班。\n',
  );
  expect(articles.map(({ title, outlet, date, byline }) => [title, outlet, date, byline])).toEqual([
    ['社区里来了“板凳法官”', '临江晚报', '2022-06-18', '本报记者 秦望 实习生 吴桐 文 李放 摄'],
  ]);
});
