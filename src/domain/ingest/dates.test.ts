import { describe, expect, it } from 'vitest';
import {
  completeDate,
  dateFromFileName,
  readDate,
  readPartialDate,
  yearFromFileName,
} from './dates';

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

describe('dates without a year', () => {
  it.each([
    ['新华社江城11月24日电', { month: 11, day: 24 }],
    ['十一月二十四日讯', { month: 11, day: 24 }],
    ['新华社江城24日电', { month: null, day: 24 }],
    ['2月29日电', { month: 2, day: 29 }],
  ])('%s', (text, partial) => {
    expect(readPartialDate(text)).toEqual(partial);
  });

  it.each(['近日', '日前', '2月30日电', '13月1日', '32日电', '2023年11月24日', '24日，居民'])(
    '%s gives none',
    (text) => {
      expect(readPartialDate(text)).toBeNull();
    },
  );

  it.each<[number | null, number, string, 'after' | 'near', string]>([
    [11, 24, '2023', 'after', '2023-11-24'],
    [11, 24, '2023-11-25', 'after', '2023-11-24'],
    [12, 31, '2024-01-02', 'after', '2023-12-31'],
    [12, 31, '2024-01', 'after', '2023-12-31'],
    [12, 31, '2024-01-02', 'near', '2023-12-31'],
    [1, 2, '2023-12-31', 'near', '2024-01-02'],
    [11, 24, '2023-10-02', 'near', '2023-11-24'],
    [null, 24, '2023-11-25', 'after', '2023-11-24'],
    [null, 30, '2023-12-02', 'after', '2023-11-30'],
    [null, 31, '2024-01-02', 'after', '2023-12-31'],
    [null, 24, '2023-11', 'after', '2023-11-24'],
    [null, 24, '2023', 'after', ''],
    [null, 24, '2023-11-25', 'near', ''],
    [2, 29, '2023', 'after', ''],
    [2, 29, '2024', 'after', '2024-02-29'],
    [null, 31, '2023-06', 'after', ''],
  ])('%s月%s日 and %s (%s): %s', (month, day, known, how, date) => {
    expect(completeDate({ month, day }, known, how)).toBe(date);
  });

  it.each([
    ['社工报2023年合订本.txt', '2023'],
    ['江城2023-11.txt', '2023-11'],
    ['20231124.txt', '2023-11-24'],
    ['000_38984b908ec6.txt', ''],
    ['120234.txt', ''],
  ])('the file name %s says %s', (name, year) => {
    expect(yearFromFileName(name)).toBe(year);
  });
});
