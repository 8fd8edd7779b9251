import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysDown, orderByKeys } from './radix-order';

type Row = [number, number];

function compared(rows: readonly Row[]): number[] {
  return [...rows.keys()].sort((a, b) => {
    const one: Row = rows[a] ?? [0, 0];
    const other: Row = rows[b] ?? [0, 0];
    return one[0] - other[0] || one[1] - other[1] || a - b;
  });
}

function ordered(rows: readonly Row[]): number[] {
  const keys = [0, 1].map((at) => Uint32Array.from(rows, (row) => row[at] ?? 0));
  return [...orderByKeys(rows.length, keys)];
}

test('orders rows as a comparison of their keys does, equal ones as they stood', () => {
  const key = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffffffff }));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { maxLength: 60 }), (rows) => {
      expect(ordered(rows)).toEqual(compared(rows));
    }),
  );
});

test('orders very many rows the same way', () => {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const rows = Array.from({ length: 20_000 }, (): Row => [next() >>> 24, next()]);
  expect(ordered(rows)).toEqual(compared(rows));
});

test('keys of scores put the highest first', () => {
  const scores = [0, 1.5, 3e-4, 2, 1.5, 1000];
  expect([...orderByKeys(scores.length, [keysDown(scores)])]).toEqual([5, 3, 1, 4, 2, 0]);
});
