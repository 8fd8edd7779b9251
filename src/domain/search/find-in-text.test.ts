import { expect, test } from 'vitest';
import { findInText } from './find-in-text';

test('finds every place as written, in order and without overlap', () => {
  expect(findInText('哈哈哈，社工ABC', '哈哈', 'written')).toEqual([{ start: 0, end: 2 }]);
  expect(findInText('社工与社工', '社工', 'written')).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ]);
  expect(findInText('ABC', 'abc', 'written')).toEqual([]);
  expect(findInText('ABC', '', 'folded')).toEqual([]);
});

test('leaves case, width and script aside, and keeps offsets behind rare characters', () => {
  expect(findInText('𠮷İＡbＣ　甲', 'abc 甲', 'folded')).toEqual([{ start: 3, end: 8 }]);
  expect(findInText('𠮷社會工作與社会工作', '社会工作', 'folded')).toEqual([
    { start: 2, end: 6 },
    { start: 7, end: 11 },
  ]);
});
