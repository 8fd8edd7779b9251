import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';
import type { ReconstructedArticle } from './types';

const show = (article: ReconstructedArticle | undefined): string[] =>
  (article?.paragraphs ?? []).map(
    ({ kind, start, end }) => `${kind}: ${article?.text.slice(start, end)}`,
  );
const titles = (text: string): string[] => reconstruct(text).articles.map(({ title }) => title);

describe('titles of a series', () => {
  it('differ in a number and are no running heads', () => {
    const names = Array.from(
      { length: 24 },
      (_, i) => `走访见闻（${String(i + 1).padStart(4, '0')}）`,
    );
    const day = '这一天，社工敲开了六户人家的门，听老人讲起年轻时修水库的往事，一直听到天黑。';
    const text = names.map((name) => `${name}\n\n来源：北塘社工\n\n${day}\n\n${day}`).join('\n\n');
    expect(titles(text)).toEqual(names);
  });

  it('leave running heads with page numbers what they are', () => {
    const [article] = reconstruct(
      '南山社工的一年\n\n这一年，南山街道的社工走遍了二十一个小区，把居民的难处一件一件记在本子上，然后再一件\n\n' +
        '南山社工通讯 7\n\n一件去办。有的事情三天就能办好，有的事情办了整整一年，社工每个月都要上门去说一说进\n\n' +
        '南山社工通讯 8\n\n度。居民说，有人惦记就好。',
    ).articles;
    expect(article?.paragraphs.filter(({ kind }) => kind === 'body')).toHaveLength(1);
  });

  it('may be headings that return in each article', () => {
    const part = (name: string): string =>
      `${name}\n\n来源：北塘社工\n\n案例背景\n\n服务对象是一位七十六岁的独居老人，老伴去世后很少出门，与邻居也不来往。\n\n` +
      '服务反思\n\n社工要有耐心，关系建立起来以后，改变才会一点一点地发生，急不得。';
    const { articles } = reconstruct(
      ['老人的钥匙', '第五次敲门', '阳台上的花'].map(part).join('\n\n\n'),
    );
    expect(articles).toHaveLength(3);
    for (const article of articles)
      expect(show(article).filter((line) => line.startsWith('heading'))).toHaveLength(2);
  });
});

describe('brief news', () => {
  it.each(['\n', '\n\n'])('is split into its items (%j)', (gap) => {
    const items = [
      ['东塔社区食堂开张', '东塔社区食堂日前开张，首日接待老人六十名。'],
      ['石桥村举办义诊', '3月7日，石桥村举办义诊，为一百二十人量了血压。'],
      ['南门街道成立调解室', '南门街道近日成立调解室，聘请五名退休教师。'],
    ];
    const text = items.map((item) => item.join(gap)).join('\n\n');
    expect(titles(text)).toEqual(items.map(([title]) => title));
    expect(titles(`简讯\n\n${text}`)).toEqual(items.map(([title]) => title));
  });

  it('with short texts stays whole', () => {
    const [article, ...others] = reconstruct(
      '食堂开张\n\n东塔的食堂昨天开张了。\n\n来的老人不少。',
    ).articles;
    expect(others).toEqual([]);
    expect(article?.title).toBe('食堂开张');
    expect(show(article)).toEqual(['body: 东塔的食堂昨天开张了。', 'body: 来的老人不少。']);
  });

  it('is told by its leads where nothing else parts it', () => {
    const text =
      '东塔社区：调解室开进菜场\n\n近日，东塔社区把调解室开进了菜场，摊主有了纠纷走几步就能找到人评理。\n\n调解员说，事情不大，可是不及时解决就会越闹越凶。\n\n' +
      '“小社工”撑起“大平安”\n\n记者从南门街道获悉，街道今年以来培育了十五名社区矫正社工，帮助六十多人重新融入社会。\n\n街道负责人表示，下一步还要把这项工作做细做实。\n\n' +
      '石桥村：一顿热饭暖人心\n\n本报讯（记者 周晓岚）石桥村老年食堂开张，六十岁以上的老人每顿只要付三元钱。';
    expect(titles(text)).toEqual([
      '东塔社区：调解室开进菜场',
      '“小社工”撑起“大平安”',
      '石桥村：一顿热饭暖人心',
    ]);
  });
});

describe('a file without a title line', () => {
  it.each([
    ['---\n标题: 东塔的一顿饭\n日期: 2024年3月5日\n来源: 东塔发布\n作者: 周晓岚\n---\n'],
    [
      '---\ntitle: 东塔的一顿饭\ndate: 2024-03-05T10:20:00+08:00\nsource: 东塔发布\nauthor: [周晓岚]\n---\n',
    ],
  ])('takes it from the front matter, and keeps headings (%#)', (front) => {
    const { articles } = reconstruct(
      `${front}\n## 缘起\n\n东塔食堂日前开张。\n\n## 后来\n\n老人都说好。\n`,
      {
        fileName: 'a.md',
      },
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '东塔的一顿饭',
      date: '2024-03-05',
      outlet: '东塔发布',
      byline: '周晓岚',
    });
    expect(articles[0]?.paragraphs.map(({ kind }) => kind)).toEqual([
      ...['heading', 'body', 'heading', 'body'],
    ]);
  });

  it('keeps all paragraphs as body', () => {
    const [article] = reconstruct(
      '食堂开张那天，社工沈小雨起得很早。\n\n老人说，有人等你吃饭就不是小事。\n\n沈小雨把这句话记在了本子上。',
    ).articles;
    expect(article?.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'body', 'body']);
  });
});
