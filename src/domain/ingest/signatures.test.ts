import { describe, expect, it } from 'vitest';
import { reconstruct } from './reconstruct';

const TEXT =
  '我是贵刊的老读者，也是一名乡镇社工。工资不高，活儿不少，但每当老人拉着我的手不放，我就觉得值。';

function read(text: string) {
  return reconstruct(text).articles.map(({ title, byline, date }) => [title, byline, date]);
}

describe('who signs a text', () => {
  it('stands on the right under its end', () => {
    const right = '　'.repeat(25);
    expect(read(`也说“留痕”\n编辑同志：\n　　${TEXT}\n${right}一名网格员\n`)).toEqual([
      ['也说“留痕”', '一名网格员', ''],
    ]);
  });

  it('stands with the place under a letter', () => {
    expect(read(`请多写写我们\n编辑老师：\n${TEXT}\n盼望多登这样的好文章！\n湖西　白晓\n`)).toEqual(
      [['请多写写我们', '湖西　白晓', '']],
    );
  });

  it('stands between the closing words and the day, whatever it is called', () => {
    expect(
      read(`停课的通知\n各位家长：\n${TEXT}\n特此通知。\n青禾第一实验小学\n2023年9月5日\n`),
    ).toEqual([['停课的通知', '青禾第一实验小学', '2023-09-05']]);
  });

  it('stands under whom to ask', () => {
    expect(
      read(
        `评估等级公告\n${TEXT}\n联系人：文先生　电话：0000-5550123\n柳湾市民政局\n2023年10月9日\n`,
      ),
    ).toEqual([['评估等级公告', '柳湾市民政局', '2023-10-09']]);
  });
});

it('lifts the letterhead and the number over a document', () => {
  const found = read(
    `柳湾市民政局文件\n柳民发〔2022〕58号\n柳湾市民政局 柳湾市财政局\n关于做好2022年度社工项目申报工作的通知\n各区县民政局：\n　　${TEXT}\n`,
  );
  expect(found).toEqual([
    ['柳湾市民政局 柳湾市财政局关于做好2022年度社工项目申报工作的通知', '', ''],
  ]);
});

it('lifts the links under a text', () => {
  const { articles } = reconstruct(
    `板凳队守护平安夜\n${TEXT}\n相关文章：\n·清风镇开展反诈宣传\n·清风镇社工站揭牌\n`,
  );
  expect(articles[0]?.paragraphs.map(({ kind }) => kind)).toEqual([
    'body',
    'attribution',
    'attribution',
    'attribution',
  ]);
});
