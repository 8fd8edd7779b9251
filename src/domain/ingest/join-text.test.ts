import { describe, expect, it } from 'vitest';
import { joinPieces } from './join-text';
import { lineEnd } from './line-end';

describe('joinPieces', () => {
  it.each([
    ['深入', '学习', '深入学习'],
    ['共有20', '23人', '共有2023人'],
    ['the family', 'care center', 'the family care center'],
    ['a commu-', 'nity center', 'a community center'],
    ['使用 iPhone', '15 的人', '使用 iPhone 15 的人'],
    ['社工说：', 'Hello', '社工说：Hello'],
    ['名为care', '的项目', '名为care的项目'],
    ['Well,', 'then', 'Well, then'],
  ])('%s + %s', (before, after, whole) => {
    expect(joinPieces(before, after).text).toBe(whole);
  });

  it('counts mended hyphens', () => {
    expect(joinPieces('commu-', 'nity').mended).toBe(1);
    expect(joinPieces('A-', 'B').mended).toBe(0);
  });
});

describe('lineEnd', () => {
  it.each([
    ['他来了。', 'closed'],
    ['他说：“来了。”', 'closed'],
    ['真的吗?', 'closed'],
    ['共三百人。（周南）', 'closed'],
    ['被称为“四点半课堂”', 'quoted'],
    ['中央党校(国家行政学院)', 'quoted'],
    ['必须深入', 'open'],
    ['会上,', 'pause'],
    ['如下：', 'colon'],
    ['一是走访；', 'semicolon'],
    ['The end.', 'closed'],
    ['', 'open'],
  ])('%s is %s', (text, end) => {
    expect(lineEnd(text)).toBe(end);
  });
});
