import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes, LANES } from './lanes';

describe('assignLanes', () => {
  test('passages that only touch share the lane next to the words', () => {
    expect(
      assignLanes([
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ]),
    ).toEqual([0, 0]);
  });

  test('an outer passage comes before those inside it, whatever their order', () => {
    expect(
      assignLanes([
        { start: 2, end: 4 },
        { start: 0, end: 10 },
        { start: 3, end: 8 },
        { start: 0, end: 3 },
      ]),
    ).toEqual([2, 0, 1, 1]);
  });

  test('what overlaps more often than there are lanes has none', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ start: index, end: 20 }));
    expect(assignLanes(many)).toEqual([0, 1, 2, 3, 4, 5, 6, LANES, LANES]);
  });

  test('in a lane nothing ever overlaps', () => {
    const passage = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 30 }), (passages) => {
        const lanes = assignLanes(passages);
        for (let lane = 0; lane < LANES; lane += 1) {
          const inLane = passages.filter((_, index) => lanes[index] === lane);
          inLane.sort((a, b) => a.start - b.start);
          for (let index = 1; index < inLane.length; index += 1) {
            expect(inLane[index - 1]?.end).toBeLessThanOrEqual(inLane[index]?.start ?? 0);
          }
        }
      }),
    );
  });
});
