import { describe, expect, it } from 'vitest';
import {
  chooseAll,
  chosenLines,
  countChosen,
  extendTo,
  isChosen,
  NO_LINES,
  toggleLine,
} from './line-selection';

describe('LineSelection', () => {
  it('takes lines in and out', () => {
    const two = toggleLine(toggleLine(NO_LINES, 7), 2);
    expect([...chosenLines(two, 10)]).toEqual([2, 7]);
    expect([...chosenLines(toggleLine(two, 7), 10)]).toEqual([2]);
    expect(countChosen(two, 10)).toBe(2);
  });

  it('extends from where it was last, either way', () => {
    const range = extendTo(toggleLine(NO_LINES, 5), 3);
    expect([...chosenLines(range, 10)]).toEqual([3, 4, 5]);
    expect([...chosenLines(extendTo(range, 7), 10)]).toEqual([3, 4, 5, 6, 7]);
  });

  it('takes all but some', () => {
    const all = toggleLine(chooseAll(NO_LINES), 1);
    expect([...chosenLines(all, 4)]).toEqual([0, 2, 3]);
    expect(countChosen(all, 3_000_000)).toBe(2_999_999);
    expect([isChosen(all, 1), isChosen(all, 2)]).toEqual([false, true]);
    expect([...chosenLines(extendTo(all, 0), 3)]).toEqual([0, 1, 2]);
  });
});
