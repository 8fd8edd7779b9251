import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMerge, type SegmentSize } from './plan';

const FULL = 4_000_000;
const MOST = 16_000_000;

function sizes(...live: number[]): SegmentSize[] {
  return live.map((units, index) => ({ id: String(index), units, live: units }));
}

describe('planMerge', () => {
  it('leaves a few segments alone', () => {
    expect(planMerge(sizes(10, 20, 30), FULL, MOST)).toEqual([]);
    expect(planMerge(sizes(FULL, FULL, FULL, FULL, FULL), FULL, MOST)).toEqual([]);
  });

  it('puts many of about one size together at once', () => {
    expect(planMerge(sizes(...Array.from({ length: 50 }, () => 100_000)), FULL, MOST)).toHaveLength(
      50,
    );
  });

  it('does not write a large one again for a few small ones', () => {
    expect(planMerge(sizes(3_000_000, 10, 10, 10, 10), FULL, MOST).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('writes a segment again that is dead by more than a third, and drops one that is all dead', () => {
    const half = { id: 'half', units: 1_000_000, live: 500_000 };
    expect(planMerge([half], FULL, MOST)).toEqual(['half']);
    expect(planMerge([half, { id: 'all', units: 9, live: 0 }], FULL, MOST)).toEqual(['all']);
  });

  it('comes to an end, keeps every unit and makes nothing too large', () => {
    const size = fc.nat(6_000_000).chain((units) => fc.nat(units).map((live) => ({ units, live })));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 60 }), (all) => {
        let segments = all.map((each, index) => ({ ...each, id: String(index) }));
        const total = segments.reduce((sum, { live }) => sum + live, 0);
        for (let step = 0; ; step += 1) {
          expect(step).toBeLessThan(200);
          const ids = new Set(planMerge(segments, FULL, MOST));
          if (ids.size === 0) break;
          const live = segments.reduce((sum, each) => sum + (ids.has(each.id) ? each.live : 0), 0);
          expect(live).toBeLessThanOrEqual(MOST);
          segments = segments.filter(({ id }) => !ids.has(id));
          if (live > 0) segments.push({ id: `m${step}`, units: live, live });
        }
        expect(segments.reduce((sum, { live }) => sum + live, 0)).toBe(total);
      }),
    );
  });
});
