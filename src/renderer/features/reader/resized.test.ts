import type { Paragraph } from '@domain/model';
import { expect, test } from 'vitest';
import { resized } from './resized';

const text = '甲𠮷。\n　　丙丁';
const paragraphs: Paragraph[] = [
  { kind: 'body', start: 0, end: 4, firstLine: 1, lastLine: 1 },
  { kind: 'body', start: 5, end: 9, firstLine: 2, lastLine: 2 },
];
const by = (start: number, end: number, side: 'start' | 'end', direction: 1 | -1) => {
  const next = resized(text, paragraphs, { start, end }, { side, unit: 'character', direction });
  return next === null ? null : text.slice(next.start, next.end);
};

test('a step takes in or gives away one character, also over a paragraph’s end', () => {
  expect(by(0, 1, 'end', 1)).toBe('甲𠮷');
  expect(by(0, 4, 'end', 1)).toBe('甲𠮷。\n　　丙');
  expect(by(0, 8, 'end', -1)).toBe('甲𠮷。');
  expect(by(7, 9, 'start', -1)).toBe('。\n　　丙丁');
  expect(by(3, 9, 'start', 1)).toBe('丙丁');
});

test('nothing is left of the text, and of the passage at least a character', () => {
  expect(by(7, 9, 'end', 1)).toBeNull();
  expect(by(0, 3, 'start', -1)).toBeNull();
  expect(by(1, 3, 'end', -1)).toBeNull();
  expect(by(1, 3, 'start', 1)).toBeNull();
});
