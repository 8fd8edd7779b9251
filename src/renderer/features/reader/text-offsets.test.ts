import type { Paragraph } from '@domain/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphIndexAt, paragraphNumbers, piecesOf, trimPassage } from './text-offsets';

function paragraphsOf(text: string): Paragraph[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const paragraph = { kind: 'body' as const, start, end: start + line.length };
    start = paragraph.end + 1;
    return { ...paragraph, firstLine: index + 1, lastLine: index + 1 };
  });
}

const text = '近日会议召开。\n会议强调，\n完。';
const paragraphs = paragraphsOf(text);

describe('paragraphIndexAt', () => {
  test('a line feed belongs to the paragraph before it', () => {
    expect([0, 7, 8, 13, 14, 99].map((offset) => paragraphIndexAt(paragraphs, offset))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });

  test('there may be no paragraph', () => {
    expect(paragraphIndexAt([], 3)).toBe(-1);
  });
});

describe('piecesOf', () => {
  test('cuts a passage at the paragraphs’ edges', () => {
    expect(piecesOf(paragraphs, { start: 2, end: 15 })).toEqual([
      { index: 0, from: 2, to: 7 },
      { index: 1, from: 0, to: 5 },
      { index: 2, from: 0, to: 1 },
    ]);
  });

  test('a line feed alone has no piece', () => {
    expect(piecesOf(paragraphs, { start: 7, end: 8 })).toEqual([]);
  });

  test('the pieces put together are the passage without its line feeds', () => {
    const line = fc.string({ minLength: 1, maxLength: 8 }).map((raw) => raw.replaceAll('\n', '。'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(), fc.nat(), (lines, a, b) => {
        const whole = lines.join('\n');
        const parts = paragraphsOf(whole);
        const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y);
        if (start === undefined || end === undefined) return;
        const words = piecesOf(parts, { start, end }).map(({ index, from, to }) => {
          const offset = parts[index]?.start ?? 0;
          return whole.slice(offset + from, offset + to);
        });
        expect(words.join('')).toBe(whole.slice(start, end).replaceAll('\n', ''));
      }),
    );
  });
});

describe('trimPassage', () => {
  test('leaves out white space at the ends, also that of Han width', () => {
    expect(trimPassage('　　近日 \n会议', { start: 0, end: 6 })).toEqual({ start: 2, end: 4 });
  });

  test('nothing but white space is no passage', () => {
    expect(trimPassage('好\n　\n好', { start: 1, end: 4 })).toBeNull();
  });
});

test('paragraph numbers count from one', () => {
  expect(paragraphNumbers(paragraphs, { start: 0, end: 7 })).toEqual({ first: 1, last: 1 });
  expect(paragraphNumbers(paragraphs, { start: 9, end: 16 })).toEqual({ first: 2, last: 3 });
});
