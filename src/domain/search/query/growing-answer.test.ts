import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TermCounts } from '../evaluation';
import { evaluate } from './evaluate';
import { GrowingAnswer } from './growing-answer';
import { printQuery } from './print';
import { anyQuery } from './testing/arbitrary';
import { type ArticleSpec, archiveOf, type LooseNoteSpec } from './testing/archive';
import { UnitSet, unitsOf } from './units';

const TAGS = [
  { id: 't0', name: '社', parentId: null },
  { id: 't1', name: '会', parentId: 't0' },
];
const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'社会工治理aBb 。”\n'), maxLength });
const article: fc.Arbitrary<ArticleSpec> = fc.record({
  title: text(6).map((title) => title.replaceAll('\n', '')),
  text: text(30),
  outlet: fc.constantFrom('', '社会报', 'ab'),
  date: fc.constantFrom('', '2023-11', '2024-02'),
  tagIds: fc.subarray(['t0', 't1']),
  notes: fc.array(text(8), { maxLength: 2 }),
  passages: fc.constantFrom([], [{ start: 0, end: 1, tagIds: ['t1'] }]),
});
const looseNote: fc.Arbitrary<LooseNoteSpec> = fc.record({
  on: fc.constantFrom('archive', 'tag'),
  text: text(8),
});

/** Where a part has nothing of a word, the next may be known sooner in another. */
function reckoned(terms: readonly TermCounts[]): string[] {
  return terms.map(({ words, documents }) => `${words} ${documents.toFixed(6)}`).sort();
}

test('what is found part by part is what is found at once, and of a part what lies in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyQuery,
      fc.array(article, { maxLength: 6 }),
      fc.array(looseNote, { maxLength: 2 }),
      fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
      async (query, articles, looseNotes, partOf) => {
        const source = archiveOf(articles, TAGS, looseNotes);
        const { size } = unitsOf(source);
        const growing = new GrowingAnswer(query, source);
        const whole = await evaluate(query, source);
        const added = new Set<number>();
        for (const part of [2, 0, 1]) {
          const units = UnitSet.none(size);
          for (let unit = 0; unit < size; unit += 1) {
            if (partOf[unit % partOf.length] !== part) continue;
            units.add(unit);
            added.add(unit);
          }
          await growing.add(units);
          const now = await growing.answered().all();
          expect([...now.articles], printQuery(query)).toEqual(
            [...whole.articles].filter((unit) => added.has(unit)),
          );
        }
        const { terms, ...found } = await growing.answered().all();
        const { terms: wanted, ...all } = whole;
        expect(found, printQuery(query)).toEqual(all);
        expect(reckoned(terms)).toEqual(reckoned(wanted));
      },
    ),
    { numRuns: 400 },
  );
});
