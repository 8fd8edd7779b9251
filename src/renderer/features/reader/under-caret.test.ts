import type { Paragraph } from '@domain/model';
import { expect, test } from 'vitest';
import { underCaret } from './under-caret';

const text = '桥头很静。𠮷婆婆来了！\n他们一起走。';
const lines = { firstLine: 1, lastLine: 1 };
const paragraphs: Paragraph[] = [
  { start: 0, end: 12, kind: 'body', ...lines },
  { start: 13, end: text.length, kind: 'body', ...lines },
];

test('the character and the rest of its sentence are said', () => {
  expect(underCaret({ offset: 2, anchor: null }, text, paragraphs)).toBe('很 · 很静。');
  expect(underCaret({ offset: 5, anchor: null }, text, paragraphs)).toBe('𠮷 · 𠮷婆婆来了！');
  expect(underCaret({ offset: 4, anchor: null }, text, paragraphs)).toBe('。');
});

test('of a selection its words, the last ones when it is long', () => {
  expect(underCaret({ offset: 2, anchor: 4 }, text, paragraphs)).toBe('很静');
  const long = '长'.repeat(90);
  const one: Paragraph[] = [{ start: 0, end: 90, kind: 'body', ...lines }];
  expect(underCaret({ offset: 90, anchor: 0 }, long, one)).toBe(`…${'长'.repeat(60)}`);
});
