import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysDown, orderByKeys } from './radix-order';

test('orders rows as a comparison of their keys does, equal ones as they stood', () => {
  const key = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffffffff }));
  const rows = fc.array(fc.tuple(key, key), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (all) => {
      const keys = [0, 1].map((at) => Uint32Array.from(all, (row) => row[at] ?? 0));
      const expected = [...all.keys()].sort(
        (a, b) =>
          (all[a]?.[0] ?? 0) - (all[b]?.[0] ?? 0) ||
          (all[a]?.[1] ?? 0) - (all[b]?.[1] ?? 0) ||
          a - b,
      );
      expect([...orderByKeys(all.length, keys)]).toEqual(expected);
    }),
  );
});

test('keys of scores put the highest first', () => {
  const scores = [0, 1.5, 3e-4, 2, 1.5, 1000];
  expect([...orderByKeys(scores.length, [keysDown(scores)])]).toEqual([5, 3, 1, 4, 2, 0]);
});
