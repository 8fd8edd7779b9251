import { describe, expect, it } from 'vitest';
import { nextRow } from './roving';

/** Rows 0 and 3 are heads. */
const isRow = (index: number) => index >= 0 && index < 6 && index !== 0 && index !== 3;

describe('nextRow', () => {
  it('passes over heads', () => {
    expect(nextRow('next', 2, 6, isRow)).toBe(4);
    expect(nextRow('previous', 4, 6, isRow)).toBe(2);
    expect(nextRow('first', 4, 6, isRow)).toBe(1);
    expect(nextRow('last', 1, 6, isRow)).toBe(5);
  });

  it('stays where nothing follows', () => {
    expect(nextRow('next', 5, 6, isRow)).toBe(5);
    expect(nextRow('previous', 1, 6, isRow)).toBe(1);
  });

  it('goes by pages and stops at the ends', () => {
    expect(nextRow('pageDown', 1, 6, isRow, 3)).toBe(4);
    expect(nextRow('pageDown', 4, 6, isRow, 3)).toBe(5);
    expect(nextRow('pageUp', 5, 6, isRow, 3)).toBe(2);
  });

  it('finds none in an empty list', () => {
    expect(nextRow('first', -1, 0, () => false)).toBe(-1);
  });
});
