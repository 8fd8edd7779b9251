import { describe, expect, it } from 'vitest';
import { dateFromFileName, readDate } from './dates';

describe('readDate', () => {
  it.each([
    ['2023年11月24日', '2023-11-24'],
    ['2023 年 1 月 4 日', '2023-01-04'],
    ['2023-11-24 10:30', '2023-11-24'],
    ['发布于2023/1/4', '2023-01-04'],
    ['2023.11.24', '2023-11-24'],
    ['2023-11-24T10:30:00+08:00', '2023-11-24'],
    ['二〇二三年十一月二十四日', '2023-11-24'],
    ['2023年11月', '2023-11'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)?.date).toBe(date);
  });

  it.each(['11月24日', '近日', '2023年13月1日', '2023年2月30日', '12023-11-24', '电话2023-11'])(
    '%s is no date',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});

describe('dateFromFileName', () => {
  it.each([
    ['20231124_江城.txt', '2023-11-24'],
    ['/home/a/2023-11-24.md', '2023-11-24'],
    ['社工2023年3月8日.txt', '2023-03-08'],
    ['000_38984b908ec6.txt', ''],
    ['20239999.txt', ''],
  ])('%s: %s', (name, date) => {
    expect(dateFromFileName(name)).toBe(date);
  });
});
