import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionsNear } from './around';
import { positionsOfUnit, writePositions } from './positions';
import { ByteSink } from './varint';

const LIMIT = 5000;
const some = fc
  .uniqueArray(fc.nat(LIMIT - 1), { maxLength: 300 })
  .map((positions) => Uint32Array.from(positions).sort());

it('has of the positions of a unit all that are near, and hardly more', () => {
  fc.assert(
    fc.property(
      some,
      some,
      fc.nat(40),
      fc.integer({ min: 1, max: 5 }),
      (unit, positions, reach, parts) => {
        const sink = new ByteSink(64);
        const ends = [0];
        for (let part = 0; part < parts; part += 1) {
          const own = unit.filter((_, at) => at % parts === part);
          writePositions(sink, own, 0, own.length);
          ends.push(sink.length);
        }
        const lists = Uint32Array.from(ends);
        const all = { bytes: sink.bytes, start: 0, end: sink.length };
        expect(positionsOfUnit(all, lists, LIMIT)).toEqual(unit);
        const found = positionsNear(all, lists, { positions, reach }, LIMIT);
        const within = (most: number) =>
          unit.filter((each) => positions.some((other) => Math.abs(each - other) <= most));
        const [near, nearly] = [within(reach), new Set(within(reach + 7))];
        expect(found.filter((each) => near.includes(each))).toEqual(near);
        expect(found.every((each) => nearly.has(each))).toBe(true);
        expect(found).toEqual(found.slice().sort());
      },
    ),
    { numRuns: 300 },
  );
});
