import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSegment } from './build';
import { readerOf } from './testing/reader-of';

const FILLER = '的在是了有人这个来到'.repeat(40);

/** A rare word and a frequent character in long texts, so that what is near to the rare one is looked for alone. */
const text = fc
  .array(fc.constantFrom('五社', '会', '会，', FILLER, FILLER.slice(0, 3)), { maxLength: 14 })
  .map((parts) => parts.join(''));

it('finds a frequent unit near a rare word as a look at each pair does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.nat(12),
      fc.boolean(),
      async (texts, most, isFirst) => {
        const documents = texts.map((each, at) => ({
          ...{ id: `${at}`, field: 'text' as const, text: `${each}${FILLER.repeat(3)}` },
          paragraphs: [],
        }));
        const words = isFirst ? ['五社', '会'] : ['会', '五社'];
        const literals = words.map((word) => ({ text: word, likeness: 'folded' as const }));
        const near = await readerOf(buildSegment(documents)).findNear(literals, [most], {});
        const found = near.map((fields) =>
          fields.flatMap(({ documents: ordinals, starts }) =>
            Array.from(starts, (start, at) => [ordinals[at], start]),
          ),
        );
        const places = words.map((word) =>
          documents.flatMap((document, ordinal) =>
            [...document.text.matchAll(new RegExp(word, 'g'))].map(({ index }) => [ordinal, index]),
          ),
        );
        const [a = [], b = []] = places;
        const [first = '', second = ''] = words;
        const belong = ([one, from = 0]: number[], [other, to = 0]: number[]) => {
          if (one !== other) return false;
          const gap = from < to ? to - from - first.length : from - to - second.length;
          return gap >= 0 && gap <= most;
        };
        expect(found).toEqual([
          a.filter((place) => b.some((other) => belong(place, other))),
          b.filter((place) => a.some((other) => belong(other, place))),
        ]);
      },
    ),
    { numRuns: 200 },
  );
});
