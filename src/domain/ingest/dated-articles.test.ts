import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '社区的老人们每周三都会聚到一起，听社工讲防诈骗的知识，学着用手机挂号、缴费，遇到不懂的地方就互相请教。';
const ITEMS = [
  `　　岚江口跨海大桥今天通车\n　　今天，岚江口跨海大桥通车，两岸车程缩短到二十分钟。${TEXT}`,
  `　　北塘三条公路建成\n　　近日，北塘的三条公路同时建成，沿线二十个村有了客运班车。${TEXT}`,
  `　　南屿举办渔灯节\n　　昨天，南屿举办一年一度的渔灯节，上千条渔船出海巡游。${TEXT}`,
].join('\n');

function dated(title: string, date: string, text: string): string {
  return `${title}\n\n${date}\n\n${text}`;
}

describe('articles with a date line under each title', () => {
  it('hold the items of a round-up as headings', () => {
    const { articles } = reconstruct(
      [
        dated('岚江举行春耕现场会', '2019-01-02', `　　${TEXT}\n　　${TEXT}`),
        dated('国内联播快讯', '2019-01-02', `　　海州台消息：\n${ITEMS}`),
        dated('海州：把课堂搬到田间', '2019-01-03', `　　${TEXT}\n　　${TEXT}`),
      ].join('\n\n\n'),
    );
    expect(articles.map(({ title }) => title)).toEqual([
      '岚江举行春耕现场会',
      '国内联播快讯',
      '海州：把课堂搬到田间',
    ]);
    const kinds = articles[1]?.paragraphs.map(({ kind }) => kind);
    expect(kinds?.filter((kind) => kind === 'heading')).toHaveLength(3);
  });

  it('are read with their dates, which are no text', () => {
    const { articles } = reconstruct(
      [
        dated('岚江举行春耕现场会', '2019-01-02', TEXT),
        dated('海州：把课堂搬到田间', '2019-01-03', TEXT),
      ].join('\n\n\n'),
    );
    expect(articles.map(({ date }) => date)).toEqual(['2019-01-02', '2019-01-03']);
    expect(articles.map(({ facts }) => facts.date?.line)).toEqual([3, 10]);
    for (const { paragraphs } of articles) {
      expect(paragraphs.map(({ kind }) => kind)).toEqual(['attribution', 'body']);
    }
  });

  it('leave a round-up whole that stands alone', () => {
    const { articles } = reconstruct(dated('一周快讯', '2019-01-02', ITEMS));
    expect(articles.map(({ title }) => title)).toEqual(['一周快讯']);
  });

  it.each([
    '岚江举行民营企业座谈会',
    '【新春走基层·回家的礼物】',
    '海州日报述评：向海而兴的启示（上）',
    '岚江市召开会议 审议渔港建设三年行动方案和乡村客运班线调整方案 听取全市各县区春耕备耕情况汇报 部署冬春农田水利建设和森林防火工作',
  ])('begin with a title whatever it looks like: %s', (title) => {
    const { articles } = reconstruct(
      [
        dated('海州：把课堂搬到田间', '2019-01-03', TEXT),
        dated(title, '2019-01-02', `${TEXT}\n\n${TEXT}`),
      ].join('\n\n\n'),
    );
    expect(articles.map((article) => article.title)).toEqual(['海州：把课堂搬到田间', title]);
  });

  it('may end with a signature and its date', () => {
    const { articles } = reconstruct(
      `给乡亲们的一封信\n\n${TEXT}\n\n${TEXT}\n\n岚江市渔业协会\n\n2019-01-02\n\n海州：把课堂搬到田间\n\n${TEXT}`,
    );
    expect(articles[0]?.byline).toBe('岚江市渔业协会');
  });
});

describe('a second line under a title', () => {
  it('is a subtitle where the first needs no second', () => {
    const { articles } = reconstruct(`柳溪村建起服务清单\n二十六个村都有了\n\n${TEXT}\n\n${TEXT}`);
    expect(articles[0]).toMatchObject({
      title: '柳溪村建起服务清单',
      subtitle: '二十六个村都有了',
    });
  });

  it('is the rest of a title that breaks off', () => {
    const { articles } = reconstruct(`关于开展冬季渔船安全\n检查工作的通知\n\n${TEXT}\n\n${TEXT}`);
    expect(articles[0]?.title).toBe('关于开展冬季渔船安全检查工作的通知');
  });
});

describe('a lead over the ends of lines', () => {
  it('gives the byline, and a dateline alone goes on', () => {
    const wrapped = (TEXT + TEXT).match(/.{1,24}/gu)?.join('\n') ?? '';
    const { articles } = reconstruct(
      `柳溪村建起服务清单\n\n　　本报讯\n（记者 张明远）${wrapped}\n　　${wrapped}`,
    );
    expect(articles[0]?.byline).toBe('记者 张明远');
    expect(articles[0]?.paragraphs[0]?.end).toBe(`本报讯（记者 张明远）${TEXT}${TEXT}`.length);
  });
});
