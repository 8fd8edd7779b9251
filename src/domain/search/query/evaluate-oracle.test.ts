import type { ParagraphKind } from '@domain/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Evaluation, FOUND_FIELDS, type FoundField } from '../evaluation';
import { fold } from '../fold';
import type { Query } from './ast';
import { evaluate } from './evaluate';
import { printQuery } from './print';
import { anyQuery } from './testing/arbitrary';
import { type ArticleSpec, archiveOf, type LooseNoteSpec } from './testing/archive';
import { Naive, type NaivePlace, type NaiveUnit } from './testing/naive';

const TAGS = [
  { id: 't0', name: '社', parentId: null },
  { id: 't1', name: '会', parentId: 't0' },
  { id: 't2', name: 'A', parentId: null },
];

const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'社会工治理aBb 。”\n'), maxLength });
const kinds: ParagraphKind[] = ['body', 'caption', 'heading'];
const tagIds = fc.subarray(
  TAGS.map(({ id }) => id),
  { maxLength: 2 },
);

const article: fc.Arbitrary<ArticleSpec> = fc
  .record({
    title: text(6).map((title) => title.replaceAll('\n', '')),
    text: text(30),
    kinds: fc.array(fc.constantFrom(...kinds), { maxLength: 3 }),
    outlet: fc.constantFrom('', '社会报', 'ab'),
    byline: fc.constantFrom('', '工', 'A社'),
    page: fc.constantFrom('', '1', 'A01', '社'),
    date: fc.constantFrom('', '2019', '2023', '2023-11', '2023-11-24', '2024-02'),
    tagIds,
    notes: fc.array(text(8), { maxLength: 2 }),
  })
  .chain((spec) =>
    fc
      .array(
        fc.record({
          start: fc.nat(spec.text.length),
          end: fc.nat(spec.text.length),
          tagIds,
          highlighted: fc.boolean(),
        }),
        { maxLength: 2 },
      )
      .map((passages) => ({
        ...spec,
        passages: passages.filter(({ start, end }) => start < end),
      })),
  );
const looseNote: fc.Arbitrary<LooseNoteSpec> = fc.record({
  on: fc.constantFrom('archive', 'tag'),
  text: text(8),
});

/** Without overlap, from the left, the longer first; in the order of an evaluation. */
function tidied(places: NaivePlace[]): NaivePlace[] {
  const kept: NaivePlace[] = [];
  const rank = ({ field }: NaivePlace) => FOUND_FIELDS.indexOf(field);
  places.sort(
    (a, b) => rank(a) - rank(b) || a.owner - b.owner || a.start - b.start || b.end - a.end,
  );
  for (const place of places) {
    const last = kept.at(-1);
    const same = last?.field === place.field && last.owner === place.owner;
    if (!same || place.start >= (last?.end ?? 0)) kept.push(place);
  }
  return kept;
}

function naively(query: Query, articles: ArticleSpec[], looseNotes: LooseNoteSpec[]) {
  const positive = (part: Query): boolean =>
    part.kind === 'and' || part.kind === 'or'
      ? part.parts.some(positive)
      : part.kind === 'in'
        ? positive(part.part)
        : ['literal', 'pattern', 'word', 'regex', 'chain'].includes(part.kind);
  const naive = new Naive(TAGS, fold, positive(query));
  // Notes have ordinals in the order in which the made-up archive has them.
  let ordinal = looseNotes.length;
  const units = articles.map((spec): NaiveUnit => {
    const notes = (spec.notes ?? []).map((each) => ({ ordinal: ordinal++, text: each }));
    return { spec, isLoose: false, notes };
  });
  const loose = looseNotes.map(({ text: words }, index): NaiveUnit => {
    return { spec: {}, isLoose: true, notes: [{ ordinal: index, text: words }] };
  });
  const found = units.map((unit, owner) => naive.holds(query, unit, owner));
  const foundLoose = loose.map((unit) => naive.holds(query, unit, -1));
  const true_ = (all: (NaivePlace[] | null)[]) =>
    [...all.keys()].filter((index) => all[index] !== null);
  return {
    places: [...found, ...foundLoose].flatMap((each) => tidied(each ?? [])),
    articles: true_(found),
    looseNotes: true_(foundLoose),
  };
}

function plainly({ fields, owners, starts, ends, articles, looseNotes }: Evaluation) {
  const places = Array.from(fields, (field, index) => ({
    field: FOUND_FIELDS[field] as FoundField,
    owner: owners[index],
    start: starts[index],
    end: ends[index],
  }));
  return { places, articles: [...articles], looseNotes: [...looseNotes] };
}

test('what is found is what a plain reading of every text finds', async () => {
  const archive = fc.tuple(
    fc.array(article, { maxLength: 4 }),
    fc.array(looseNote, { maxLength: 2 }),
  );
  await fc.assert(
    fc.asyncProperty(anyQuery, archive, async (query, [articles, looseNotes]) => {
      const source = archiveOf(articles, TAGS, looseNotes);
      const found = plainly(await evaluate(query, source));
      expect(found, printQuery(query)).toEqual(naively(query, articles, looseNotes));
    }),
    { numRuns: 400 },
  );
});
