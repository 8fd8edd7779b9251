import { expect, test } from 'vitest';
import { articleRowHeight } from './row-height';

test('a title that fits takes one line, a longer one two, however long', () => {
  const width = 26 + 14 * 10;
  expect(articleRowHeight('', width)).toBe(57);
  expect(articleRowHeight('一二三四五六七八九十', width)).toBe(57);
  expect(articleRowHeight('一二三四五六七八九十一', width)).toBe(77);
  expect(articleRowHeight('社会治理'.repeat(20), width)).toBe(77);
  expect(articleRowHeight('NGO in 2023', width)).toBe(57);
});
