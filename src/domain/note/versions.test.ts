import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsVersion, MOST_VERSIONS, thinVersions } from './versions';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString();

describe('keepsVersion', () => {
  const change = { before: '一二三四', after: '一二三四五', now };
  it('keeps one at first, then one in five minutes', () => {
    expect(keepsVersion({ ...change, lastVersion: null })).toBe(true);
    expect(keepsVersion({ ...change, lastVersion: at(4) })).toBe(false);
    expect(keepsVersion({ ...change, lastVersion: at(5) })).toBe(true);
  });
  it('keeps what would go, at once', () => {
    expect(keepsVersion({ ...change, lastVersion: at(0), after: '一' })).toBe(true);
    expect(keepsVersion({ ...change, lastVersion: at(0), after: null })).toBe(true);
  });
});

describe('thinVersions', () => {
  const versions = (ages: number[]) => ages.map((age) => ({ id: String(age), created: at(age) }));

  it('thins by age', () => {
    expect(thinVersions(versions([0, 10, 59]), now)).toEqual([]);
    expect(thinVersions(versions([130, 140, 190]), now)).toEqual(['140']);
    expect(thinVersions(versions([3 * 1440, 3 * 1440 + 60, 4 * 1440]), now)).toEqual(['4380']);
  });

  it('keeps the newest and at most fifty, whatever there is', () => {
    const ages = fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(ages, (minutes) => {
        const all = versions(minutes);
        const gone = new Set(thinVersions(all, now));
        const left = all.filter(({ id }) => !gone.has(id));
        expect(left.length).toBeLessThanOrEqual(MOST_VERSIONS);
        if (minutes.length > 0) expect(gone.has(String(Math.min(...minutes)))).toBe(false);
        expect(thinVersions(left, now)).toEqual([]);
      }),
    );
  });
});
