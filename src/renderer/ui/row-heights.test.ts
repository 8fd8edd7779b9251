import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowHeights } from './row-heights';

const cases = fc.record({
  count: fc.integer({ min: 1, max: 70 }),
  measured: fc.array(
    fc.record({ index: fc.nat({ max: 80 }), height: fc.integer({ min: 1, max: 200 }) }),
  ),
});

describe('RowHeights', () => {
  test('rows lie where adding up their heights says', () => {
    fc.assert(
      fc.property(cases, ({ count, measured }) => {
        const rows = new RowHeights(count, 40);
        const plain = new Array<number>(count).fill(40);
        for (const { index, height } of measured) {
          rows.set(index, height);
          if (index < count) plain[index] = height;
        }
        let above = 0;
        for (const [index, height] of plain.entries()) {
          expect(rows.offsetOf(index)).toBe(above);
          expect(rows.indexAt(above)).toBe(index);
          expect(rows.indexAt(above + height - 1)).toBe(index);
          above += height;
        }
        expect(rows.total).toBe(above);
        expect(rows.indexAt(above + 5)).toBe(count - 1);
      }),
    );
  });

  test('a measured row keeps its height among other rows only where it is the same', () => {
    const rows = new RowHeights(3, 40);
    rows.set(0, 60);
    rows.set(2, 80);
    const next = rows.follow(5, (index) => index !== 2);
    expect([0, 1, 2].map((index) => next.heightOf(index))).toEqual([60, 40, 40]);
    expect(next.total).toBe(220);
    expect(new RowHeights(0, 40).indexAt(0)).toBe(0);
  });
});
