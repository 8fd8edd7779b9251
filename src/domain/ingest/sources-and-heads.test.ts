import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '入秋以来，白鹭县的果园里多了一间流动图书馆，孩子们放学后在树下读书，果农们把晒好的苹果片端来招待他们。';

const read = (head: string, end = '') =>
  reconstruct(`果园里的流动图书馆\n\n${head}${TEXT}\n\n${end}`).articles.map(
    ({ title, outlet, date, byline }) => ({ title, outlet, date, byline }),
  );

describe('heads under a title', () => {
  it.each([
    ['白鹭社工 2023-5-6', '白鹭社工'],
    ['白鹭县民政局网站 二〇二三年五月六日', '白鹭县民政局网站'],
    ['2023－5－6  来源：白鹭日报', '白鹭日报'],
    ['《白鹭日报》 ( 2023年5月6日   第 03 版 )', '白鹭日报'],
  ])('%s', (head, outlet) => {
    expect(read(`${head}\n\n`)).toMatchObject([
      { title: '果园里的流动图书馆', outlet, date: '2023-05-06' },
    ]);
  });

  it('the former title is none', () => {
    expect(read('原标题：白鹭县果园里开出流动图书馆\n\n')).toHaveLength(1);
  });

  it.each(['穆青文/文', '记者 穆文 通讯员 林小图'])('%s is the byline', (line) => {
    const [article] = read(`${line}\n\n`);
    expect(article?.byline).toBe(line);
  });
});

describe('ends', () => {
  it.each([
    ['（白鹭日报记者 穆青 2023年5月6日）', '白鹭日报', '2023-05-06'],
    ['（穆青/文，刊于《白鹭日报》2023年5月6日）', '白鹭日报', '2023-05-06'],
    ['《白鹭日报》2023年5月6日', '白鹭日报', '2023-05-06'],
    ['（白鹭社工 2023-05-06）', '白鹭社工', '2023-05-06'],
    ['来源：白鹭日报　　2023年5月6日 星期六', '白鹭日报', '2023-05-06'],
  ])('%s', (end, outlet, date) => {
    const next = '\n\n柳湾的夜校\n\n柳湾社区的夜校开了三个月，来听课的人一天比一天多。\n';
    expect(read('', `${end}${next}`)).toMatchObject([
      { outlet, date },
      { outlet: '', date: '' },
    ]);
  });

  it('editors with a space for the colon', () => {
    const [article] = reconstruct(
      `果园里的流动图书馆\n\n${TEXT}\n\n编辑 溪水\n校对 山石\n`,
    ).articles;
    expect(article?.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'byline', 'byline']);
  });
});
