import type { ImportSettings } from '@domain/ingest/settings';
import { describe, expect, it } from 'vitest';
import { correctionsFor, type LineAct, settingsAfter, withMetadata } from './corrections';
import { readingOf } from './reading.test-support';
import { indexReading } from './reading-index';

const TEXT = `柳渡镇办起夜校
　　近日，柳渡镇的老粮站里又亮起了灯。每周三晚上，镇上的年轻人都会来这里听课，
学做木工和记账。
图为学员在老粮站里练习刨木板。
　　负责人陈望舒说，夜校不收学费，材料由镇上的木器厂提供，已经办了两年多。
（来源：柳渡日报）

石桥村修好老水渠
　　石桥村的水渠修好了。村民们用了一个冬天，把三里长的老水渠重新砌了一遍。
`;
const index = indexReading(readingOf(TEXT));
const rowStarting = (line: number) => index.rowOf(line);
const at = (act: LineAct, line: number) => correctionsFor(act, index, { line, row: null });
const whole = (act: LineAct, line: number) =>
  correctionsFor(act, index, { line, row: rowStarting(line) });

it('reads the text as these tests take it', () => {
  expect(
    index.rows.map(({ article, label, firstLine, lastLine }) => [
      article,
      label,
      firstLine,
      lastLine,
    ]),
  ).toEqual([
    [0, 'title', 1, 1],
    [0, 'body', 2, 3],
    [0, 'caption', 4, 4],
    [0, 'body', 5, 5],
    [0, 'attribution', 6, 6],
    [1, 'title', 8, 8],
    [1, 'body', 9, 9],
  ]);
});

describe('split', () => {
  it('parts a line that was joined, and begins an article with one that was not', () => {
    expect(at('split', 3)).toEqual([{ line: 3, as: 'body' }]);
    expect(at('split', 5)).toEqual([{ line: 5, as: 'start' }]);
  });

  it('has nothing to do at a title or a blank line', () => {
    expect(at('split', 1)).toEqual([]);
    expect(at('split', 7)).toEqual([]);
  });
});

describe('join', () => {
  it('joins a paragraph with the text before it, over what lies between', () => {
    expect(at('join', 5)).toEqual([{ line: 5, as: 'join' }]);
    expect(at('join', 4)).toEqual([{ line: 4, as: 'join' }]);
  });

  it('makes one article of two', () => {
    expect(at('join', 8)).toEqual([{ line: 8, as: 'heading' }]);
  });

  it('has nothing to do where there is nothing before', () => {
    for (const line of [1, 2, 3, 9]) expect(at('join', line)).toEqual([]);
  });
});

describe('a kind', () => {
  it('is said of one line or of all lines of a paragraph', () => {
    expect(at('caption', 3)).toEqual([{ line: 3, as: 'caption' }]);
    expect(whole('caption', 2)).toEqual([
      { line: 2, as: 'caption' },
      { line: 3, as: 'caption' },
    ]);
    expect(whole('body', 2)).toEqual([
      { line: 2, as: 'body' },
      { line: 3, as: 'join' },
    ]);
  });

  it('is confirmed as it is', () => {
    expect(whole('confirm', 2)).toEqual([
      { line: 2, as: 'body' },
      { line: 3, as: 'join' },
    ]);
    expect(at('confirm', 6)).toEqual([{ line: 6, as: 'attribution' }]);
  });
});

describe('settingsAfter', () => {
  const settings: ImportSettings = {
    single: true,
    corrections: [
      { line: 9, as: 'heading' },
      { line: 3, as: 'caption' },
    ],
  };
  const changed = (act: LineAct, line: number) =>
    settingsAfter(act, index, { line, row: null }, settings);

  it('replaces what was said of the line before and keeps the rest', () => {
    expect(changed('split', 3)).toEqual({
      single: true,
      corrections: [
        { line: 3, as: 'body' },
        { line: 9, as: 'heading' },
      ],
    });
  });

  it('is null when nothing would change', () => {
    expect(changed('caption', 3)).toBeNull();
    expect(changed('split', 7)).toBeNull();
    expect(changed('reset', 5)).toBeNull();
  });

  it('takes a correction back', () => {
    expect(changed('reset', 3)?.corrections).toEqual([{ line: 9, as: 'heading' }]);
  });
});

it('writes metadata over, one value after the other', () => {
  const once = withMetadata({}, 8, 'outlet', '柳渡日报');
  const twice = withMetadata(withMetadata(once, 1, 'date', '2023'), 8, 'outlet', '石桥报');
  expect(twice.metadata).toEqual([
    { firstLine: 1, values: { date: '2023' } },
    { firstLine: 8, values: { outlet: '石桥报' } },
  ]);
});
