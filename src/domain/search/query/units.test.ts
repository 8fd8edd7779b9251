import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnitSet } from './units';

test('counts and lists what is in it, whole or between two units', () => {
  const size = fc.integer({ min: 0, max: 140 });
  fc.assert(
    fc.property(size, fc.array(fc.nat(139)), fc.nat(140), fc.nat(140), (of, some, from, to) => {
      const set = UnitSet.none(of);
      const units = [...new Set(some)].filter((unit) => unit < of).sort((a, b) => a - b);
      for (const unit of units) set.add(unit);
      const not = Array.from({ length: of }, (_, unit) => unit).filter(
        (unit) => !units.includes(unit),
      );
      expect(set.count()).toBe(units.length);
      expect([...set.between(0, of)]).toEqual(units);
      expect([...set.not().between(0, of)]).toEqual(not);
      expect([...set.between(from, to)]).toEqual(units.filter((unit) => unit >= from && unit < to));
      expect(set.countBelow(from)).toBe(units.filter((unit) => unit < from).length);
    }),
  );
});
