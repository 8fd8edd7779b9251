import { describe, expect, it } from 'vitest';
import { GROUP_HEIGHT, HIT_HEIGHT, ResultLayout } from './result-layout';

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

  it('has nothing for no groups', () => {
    const none = new ResultLayout(new Uint32Array());
    expect([none.count, none.height, none.options, none.indexAt(10)]).toEqual([0, 0, 0, 0]);
    expect(none.nextOption(0, 1)).toBeNull();
  });
});
