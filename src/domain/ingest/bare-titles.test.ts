import { describe, expect, it } from 'vitest';
import { leadStrength } from './lexicon';
import { reconstruct } from './reconstruct';

const LEAD =
  '市图书馆今天宣布延长开放时间，晚上十点才关门。馆长说，下班以后来读书的人比白天还多，不能让他们白跑一趟。';
const MORE = '开放时间延长以后，馆里请来二十名志愿者轮流值班，帮读者找书、倒水、看包。';

const titles = (text: string): string[] => reconstruct(text).articles.map(({ title }) => title);

describe('titles with nothing but the usual gap around them', () => {
  it('are told by their lead and the words that they share with it', () => {
    const text = [
      '候鸟留下过冬',
      '12日，白鹭湖保护站在例行巡查中数到三千多只候鸟，比去年同期多出一倍，其中有罕见的白琵鹭。',
      MORE,
      '市图书馆延长开放时间',
      LEAD,
      MORE,
    ].join('\n\n');
    expect(titles(text)).toEqual(['候鸟留下过冬', '市图书馆延长开放时间']);
  });

  it('are told by the column before them, also over the first half of a text that is cut', () => {
    const half = '天还没亮，渔民老郑就把船撑到了湖心，一网下去，捞上来的不是鱼，而是';
    const text = `候鸟留下过冬\n\n　　${LEAD}\n\n　　${MORE}\n\n【湖边人家】渔民老郑的新活计\n\n　　${half}\n\n漂在水面上的塑料瓶。\n\n　　${MORE}\n`;
    expect(titles(text)).toEqual(['候鸟留下过冬', '【湖边人家】渔民老郑的新活计']);
  });
});

it('knows leads that tell the day alone or the time after who did it', () => {
  expect(leadStrength('12日，白鹭湖保护站数到三千多只候鸟。')).toBe(1);
  expect(leadStrength('市图书馆今天宣布延长开放时间。')).toBe(1);
  expect(leadStrength('他说，图书馆延长了时间。')).toBe(0);
});
