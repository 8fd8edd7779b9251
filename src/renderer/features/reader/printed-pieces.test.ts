import { expect, test } from 'vitest';
import { printedPieces } from './printed-pieces';

test('a paragraph is cut where annotations begin and end, and keeps all its words', () => {
  const marks = [
    { start: 2, end: 12, color: 'yellow' as const },
    { start: 5, end: 8, color: null },
  ];
  expect(printedPieces({ start: 0, end: 10 }, marks)).toEqual([
    { start: 0, end: 2, colors: [], ended: [] },
    { start: 2, end: 5, colors: ['yellow'], ended: [] },
    { start: 5, end: 8, colors: ['yellow', 'none'], ended: [1] },
    { start: 8, end: 10, colors: ['yellow'], ended: [] },
  ]);
});
