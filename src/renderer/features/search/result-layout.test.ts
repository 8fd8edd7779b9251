import { describe, expect, it } from 'vitest';
import { GROUP_HEIGHT, HIT_HEIGHT, layoutOf, ResultLayout } from './result-layout';

const OUTCOME = {
  ...{ resultId: 1, query: '', problem: null, total: 10, articles: 4, groupCount: 4 },
  ...{ isWhole: false, head: [], superseded: false },
};

// Rows: 0 heading, 1–2 hits, 3 heading without hits, 4 heading, 5 hit.
const layout = new ResultLayout(Uint32Array.from([2, 0, 1]));
const rows = [0, 1, 2, 3, 4, 5];

describe('ResultLayout', () => {
  it('counts headings and hits', () => {
    expect(layout.count).toBe(6);
    expect(layout.height).toBe(3 * GROUP_HEIGHT + 3 * HIT_HEIGHT);
    expect(layout.options).toBe(4);
  });

  it('finds a row by where it lies', () => {
    for (const row of rows) {
      expect(layout.indexAt(layout.offsetOf(row))).toBe(row);
      expect(layout.indexAt(layout.offsetOf(row) + layout.heightOf(row) - 1)).toBe(row);
    }
    expect(layout.indexAt(layout.height + 500)).toBe(5);
  });

  it('takes hits and headings without hits for options', () => {
    expect(rows.filter((row) => layout.isOption(row))).toEqual([1, 2, 3, 5]);
    expect([1, 2, 3, 5].map((row) => layout.optionNumber(row))).toEqual([1, 2, 3, 4]);
  });

  it('skips headings in both directions and stops at the ends', () => {
    expect(layout.nextOption(0, 1)).toBe(1);
    expect(layout.nextOption(4, 1)).toBe(5);
    expect(layout.nextOption(4, -1)).toBe(3);
    expect(layout.nextOption(0, -1)).toBeNull();
    expect(layout.nextOption(6, 1)).toBeNull();
  });

  it('is as high with the first groups alone as with all of them', () => {
    const all = new ResultLayout(Uint32Array.from([2, 1, 4, 3]));
    const first = layoutOf({ ...OUTCOME, groups: Uint32Array.from([2, 1]) });
    expect([first.height, first.options]).toEqual([all.height, all.options]);
    expect(first.count).toBe(5);
    for (const row of [0, 1, 2, 3, 4]) expect(first.offsetOf(row)).toBe(all.offsetOf(row));
    // What lies behind them is not known yet.
    expect(first.indexAt(first.height - 1)).toBe(4);
    expect(first.nextOption(5, 1)).toBeNull();
  });

  it('has nothing for no groups', () => {
    const none = new ResultLayout(new Uint32Array());
    expect([none.count, none.height, none.options, none.indexAt(10)]).toEqual([0, 0, 0, 0]);
    expect(none.nextOption(0, 1)).toBeNull();
  });
});
