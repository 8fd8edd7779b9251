import { expect, test } from 'vitest';
import { findInText } from './find-in-text';

test('finds every place, exactly and without overlap', () => {
  expect(findInText('哈哈哈，社工ABC', '哈哈', false)).toEqual([{ start: 0, end: 2 }]);
  expect(findInText('社工与社工', '社工', false)).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ]);
  expect(findInText('ABC', 'abc', false)).toEqual([]);
  expect(findInText('ABC', '', true)).toEqual([]);
});

test('leaves case and width aside when asked, and keeps offsets behind rare characters', () => {
  expect(findInText('𠮷İＡbＣ　甲', 'abc 甲', true)).toEqual([{ start: 3, end: 8 }]);
});
