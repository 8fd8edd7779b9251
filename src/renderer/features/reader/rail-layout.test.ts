import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeEntries } from './rail-layout';

test('entries stand at their lines, or right below the one before', () => {
  const entries = [
    { top: 30, height: 20 },
    { top: 30, height: 40 },
    { top: 150, height: 20 },
  ];
  expect(placeEntries(entries, 300, 20)).toEqual({ tops: [30, 50, 150], left: 0 });
});

test('what would stand below the paragraph moves up, and what has no room is counted', () => {
  const entry = { top: 80, height: 20 };
  expect(placeEntries([entry, entry, entry], 100, 20)).toEqual({ tops: [40, 60, 80], left: 0 });
  expect(placeEntries([entry, entry, entry], 50, 20)).toEqual({ tops: [10], left: 2 });
  expect(placeEntries([entry], 10, 20)).toEqual({ tops: [0], left: 0 });
});

test('entries never overlap, whatever their paragraph', () => {
  const entry = fc.record({ top: fc.nat(400), height: fc.integer({ min: 10, max: 40 }) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), fc.nat(400), (entries, room) => {
      entries.sort((a, b) => a.top - b.top);
      const { tops, left } = placeEntries(entries, room, 20);
      expect(tops.length + left).toBe(entries.length);
      for (let index = 1; index < tops.length; index += 1) {
        const end = (tops[index - 1] ?? 0) + (entries[index - 1]?.height ?? 0);
        expect(tops[index]).toBeGreaterThanOrEqual(end);
      }
    }),
  );
});
