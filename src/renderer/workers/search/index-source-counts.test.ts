import { unitsOf } from '@domain/search/query';
import { linkPlaces } from '@domain/search/query/chain';
import { withoutOverlap } from '@domain/search/query/place-list';
import { Work } from '@domain/search/query/work';
import { TEXT_FIELD_NAMES } from '@domain/search/source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listed, literal, sourcesOf, whole } from './testing/sources';

describe('IndexSource of which nothing is loose', () => {
  it('counts what it finds, without overlap', async () => {
    await fc.assert(
      fc.asyncProperty(whole, literal, async (input, each) => {
        const { source } = sourcesOf(input);
        const counted = TEXT_FIELD_NAMES.map(() => new Map<number, number>());
        const add = (field: number, owner: number, count: number) => {
          expect(counted[field]?.has(owner)).toBe(false);
          counted[field]?.set(owner, count);
        };
        if (!(await source.count(each, { add }))) {
          expect(input.damaged).not.toBeNull();
          return;
        }
        for (const [at, field] of TEXT_FIELD_NAMES.entries()) {
          const found = withoutOverlap(await source.find(field, each));
          const expected = new Map<number, number>();
          for (const owner of found.owners) expected.set(owner, (expected.get(owner) ?? 0) + 1);
          expect(counted[at]).toEqual(expected);
        }
      }),
    );
  });
});

describe('IndexSource that knows what is near', () => {
  it('keeps of literals in a row what belongs together', async () => {
    await fc.assert(
      fc.asyncProperty(
        whole,
        fc.array(literal, { minLength: 2, maxLength: 3 }),
        fc.array(fc.nat(4), { minLength: 2, maxLength: 2 }),
        async (input, literals, distances) => {
          const { source, scan } = sourcesOf(input);
          const most = distances.slice(0, literals.length - 1);
          const near = await source.findNear(literals, most, async () => undefined);
          if (near === null) {
            expect(input.damaged).not.toBeNull();
            return;
          }
          const work = new Work(scan, unitsOf(scan), undefined);
          const links = most.map((each) => ({ by: 'characters' as const, most: each }));
          for (const field of TEXT_FIELD_NAMES) {
            const all = await Promise.all(literals.map((each) => scan.find(field, each)));
            const linked = await linkPlaces(work, field, all, links);
            expect(near.map((each) => listed(each[field]))).toEqual(linked.map(listed));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
