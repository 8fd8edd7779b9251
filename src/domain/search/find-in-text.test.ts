import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInText } from './find-in-text';
import { evaluate } from './query';
import { archiveOf } from './query/testing/archive';

test('finds every place without overlap, whatever the case, width and script', () => {
  expect(findInText('哈哈哈，社工ABC', '哈哈', false)).toEqual([{ start: 0, end: 2 }]);
  expect(findInText('社會工作與社会工作', '社会', false)).toEqual([
    { start: 0, end: 2 },
    { start: 5, end: 7 },
  ]);
  expect(findInText('𠮷İＡbＣ　甲', 'abc 甲', false)).toEqual([{ start: 3, end: 8 }]);
  expect(findInText('ABC', '', false)).toEqual([]);
});

test('finds exactly what is written when asked, by choice or by the sign of the search', () => {
  expect(findInText('社會 社会', '社会', true)).toEqual([{ start: 3, end: 5 }]);
  expect(findInText('社會 社会', '=社會', false)).toEqual([{ start: 0, end: 2 }]);
  expect(findInText('ABC abc', '="abc"', false)).toEqual([{ start: 4, end: 7 }]);
  expect(findInText('甲“乙”', '乙', false)).toEqual(findInText('甲“乙”', '"乙"', false));
});

test('finds the places that a search finds', async () => {
  const texts = fc.string({ unit: fc.constantFrom(...'社社會会aA') });
  const property = fc.asyncProperty(texts, texts, fc.boolean(), async (text, phrase, written) => {
    const likeness = written ? 'written' : 'folded';
    fc.pre(phrase !== '');
    const { starts } = await evaluate(
      { kind: 'literal', text: phrase, likeness },
      archiveOf([{ text }]),
    );
    expect(findInText(text, phrase, written).map(({ start }) => start)).toEqual([...starts]);
  });
  await fc.assert(property);
});
