import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAbove, firstAtLeast, spanAt } from './sorted-numbers';

const numbers = fc.array(fc.integer({ min: -20, max: 20 })).map((all) => all.sort((a, b) => a - b));
const wanted = fc.integer({ min: -22, max: 22 });

test('the first number that is at least, or greater, is what a walk from the left finds', () => {
  fc.assert(
    fc.property(numbers, wanted, (all, one) => {
      const walked = (is: (number: number) => boolean) => {
        const at = all.findIndex(is);
        return at < 0 ? all.length : at;
      };
      expect(firstAtLeast(all, one)).toBe(walked((number) => number >= one));
      expect(firstAbove(Float64Array.from(all), one)).toBe(walked((number) => number > one));
    }),
  );
});

test('a number lies in the span that begins at or before it', () => {
  const bounds = [0, 3, 3, 7];
  expect([-1, 0, 2, 3, 6, 7, 9].map((at) => spanAt(bounds, at))).toEqual([0, 0, 0, 2, 2, 2, 2]);
  expect(spanAt([], 4)).toBe(0);
  expect(spanAt([0], 4)).toBe(0);
});
