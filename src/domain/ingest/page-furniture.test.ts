import { describe, expect, it } from 'vitest';
import { captionLikeness } from './caption-lexicon';
import { withOcrFigures } from './plain-form';
import { reconstruct } from './reconstruct';

const TEXT =
  '老渔民把自家的船屋腾出来，做了孩子们放学以后写作业的地方。船不大，放得下六张小桌和一盏灯，风浪大的日子就停课。';

describe('figures that recognition took for letters', () => {
  it('are read as figures, and words are left alone', () => {
    expect(withOcrFigures('— 2l —')).toBe('— 21 —');
    expect(withOcrFigures('渔村月刊 2Ol9.O3')).toBe('渔村月刊 2019.03');
    expect(withOcrFigures('5G和World Health')).toBe('5G和World Health');
  });

  it('part no text', () => {
    const [article, ...others] = reconstruct(
      `船屋里的灯\n${TEXT}\n— 2l —\n渔 村 月 刊 2Ol9.O3\n${TEXT}\n`,
    ).articles;
    expect(others).toEqual([]);
    expect(article?.paragraphs.map(({ kind }) => kind)).toEqual([
      ...['body', 'attribution', 'attribution', 'body'],
    ]);
  });
});

it('reads a table of contents with pages first, authors last and columns between', () => {
  const { articles } = reconstruct(
    `CONTENTS 目录\n卷首语\n01 船屋里的灯 / 海棠\n特别策划\n06 岛上的小学 / 石竹 海棠\n理论\n20 渔村社会工作初探 / 方向\n\n船屋里的灯\n□ 海棠\n${TEXT}\n\n岛上的小学\n文｜石竹\n${TEXT}\n`,
  );
  expect(articles.map(({ title }) => title)).toEqual(['船屋里的灯', '岛上的小学']);
});

it('takes who made the pictures for a maker among makers', () => {
  const [article] = reconstruct(
    `船屋里的灯\n${TEXT}\nEND\n文字：海棠\n图片：青浦渔村\n编辑：石竹\n`,
  ).articles;
  expect(article?.paragraphs.slice(-2).map(({ kind }) => kind)).toEqual([...['byline', 'byline']]);
});

it('keeps the year and issue of an export out of the text', () => {
  const [article] = reconstruct(
    `篇名:渔村社会工作初探\n作者:石竹\n文献来源:海岛研究\n年:2021\n期:02\n摘要:本文考察了三个渔村的互助组织。\n`,
  ).articles;
  expect(article?.paragraphs.filter(({ kind }) => kind === 'body')).toHaveLength(1);
});

it('takes what is said of social workers for no caption, in either script', () => {
  for (const text of ['社工人手仍然不足', '社工與街坊同行', '社工与街坊同行', '社工力量下沉']) {
    expect(captionLikeness(text)).toBeLessThan(0.6);
  }
  expect(captionLikeness('社工小周陪老人聊天')).toBeGreaterThan(1);
});

it('signs a letter below 敬礼 without a mark', () => {
  const [article] = reconstruct(
    `给渔村小学的信\n老师们：\n谢谢你们照顾我的孙子，他现在爱读书了，每天回家都要讲学校里的事。\n此致\n敬礼\n家长 石竹\n2022年3月4日\n`,
  ).articles;
  expect(article?.byline).toBe('家长 石竹');
});
