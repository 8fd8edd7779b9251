import type { Paragraph } from '@domain/model';
import { describe, expect, test } from 'vitest';
import { moveCursor } from './passage-cursor';

const text = '会议召开。他说：“好。”大家同意。\n𠮷祥👨‍👩‍👧家';
const end = text.indexOf('\n');
const paragraphs: Paragraph[] = [
  { kind: 'body', start: 0, end, firstLine: 1, lastLine: 1 },
  { kind: 'body', start: end + 1, end: text.length, firstLine: 2, lastLine: 2 },
];
const move = (offset: number, step: 'character' | 'sentence' | 'paragraph', to: 1 | -1) =>
  moveCursor(text, paragraphs, offset, step, to);

describe('moveCursor', () => {
  test('never stops inside a character', () => {
    const second = end + 1;
    expect(move(second, 'character', 1)).toBe(second + '𠮷'.length);
    const family = text.indexOf('👨');
    expect(move(family, 'character', 1)).toBe(text.indexOf('家', second));
    expect(move(text.indexOf('家', second), 'character', -1)).toBe(family);
  });

  test('goes by sentence, closing marks with it', () => {
    expect(move(0, 'sentence', 1)).toBe(5);
    expect(move(5, 'sentence', 1)).toBe(text.indexOf('大家'));
    expect(move(7, 'sentence', -1)).toBe(5);
  });

  test('goes on in the next paragraph and back', () => {
    expect(move(end, 'character', 1)).toBe(end + 1);
    expect(move(end + 1, 'sentence', -1)).toBe(end);
    expect(move(3, 'paragraph', 1)).toBe(end);
    expect(move(3, 'paragraph', -1)).toBe(0);
  });

  test('never leaves the text', () => {
    expect(move(0, 'character', -1)).toBe(0);
    expect(move(text.length, 'sentence', 1)).toBe(text.length);
  });
});
