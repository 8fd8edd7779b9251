import { answerQuery, evaluate, printQuery, type ScanSource, unitsOf } from '@domain/search/query';
import { linkPlaces } from '@domain/search/query/chain';
import { NO_PLACES, withoutOverlap } from '@domain/search/query/place-list';
import { anyQuery } from '@domain/search/query/testing/arbitrary';
import { type ArticleSpec, archiveOf } from '@domain/search/query/testing/archive';
import { Work } from '@domain/search/query/work';
import {
  type CountSink,
  type Literal,
  type SearchSource,
  TEXT_FIELD_NAMES,
  type TextField,
} from '@domain/search/source';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SortOrder } from '../search-types';
import { groupPlaces, sizeOf } from './groups';
import { headOf } from './head';
import { orderGroups } from './order';
import { listOf, type ResultList, rowsOf } from './rows';

const TAGS = [{ id: 't0', name: '社', parentId: null }];
const words = fc.string({ unit: fc.constantFrom(...'社会工治aB 。\n'), maxLength: 24 });
const article: fc.Arbitrary<ArticleSpec> = fc.record({
  title: words.map((title) => title.replaceAll('\n', '')),
  text: words,
  outlet: fc.constantFrom('', '社会报', 'ab'),
  date: fc.constantFrom('', '2019', '2023-11', '2024-02'),
  notes: fc.array(words, { maxLength: 2 }),
  tagIds: fc.constantFrom([], ['t0']),
});
const note = fc.record({ on: fc.constantFrom('archive' as const, 'tag' as const), text: words });
const sorts: SortOrder[] = ['relevance', 'date-down', 'date-up', 'outlet', 'title'];

const lone = fc.record({
  kind: fc.constant('literal' as const),
  text: words.filter((text) => text !== '').map((text) => text.slice(0, 2)),
  likeness: fc.constantFrom('folded' as const, 'written' as const),
});

const several = fc
  .array(lone, { minLength: 2, maxLength: 3 })
  .map((parts) => ({ kind: 'and' as const, parts }));

/** The same source, which can count, and knows what is near, as an index does. */
function counting(source: ScanSource): SearchSource {
  return Object.assign(source, {
    async count(literal: Literal, into: CountSink) {
      for (const [at, field] of TEXT_FIELD_NAMES.entries()) {
        const counts = new Map<number, number>();
        const { owners } = withoutOverlap(await source.find(field, literal));
        for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
        for (const [owner, count] of [...counts].reverse()) into.add(at, owner, count);
      }
      return true;
    },
    async findNear(literals: readonly Literal[], most: readonly number[]) {
      const work = new Work(source, unitsOf(source), undefined);
      const links = most.map((each) => ({ by: 'characters' as const, most: each }));
      const linked = async (field: TextField) => {
        const all = await Promise.all(literals.map((each) => source.find(field, each)));
        return linkPlaces(work, field, all, links);
      };
      const [title, text, note] = [
        await linked('title'),
        await linked('text'),
        await linked('note'),
      ];
      return literals.map((_, at) => ({
        title: title[at] ?? NO_PLACES,
        text: text[at] ?? NO_PLACES,
        note: note[at] ?? NO_PLACES,
      }));
    },
  });
}

const sizes = ({ order, groups }: ResultList) => Array.from(order, (at) => sizeOf(groups, at));

test('what is shown first is what the whole list begins with', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(anyQuery, lone, several),
      fc.array(article, { maxLength: 12 }),
      fc.array(note, { maxLength: 4 }),
      fc.constantFrom(...sorts),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      async (query, articles, notes, sort, wanted, counts) => {
        const plain = archiveOf(articles, TAGS, notes);
        const evaluation = await evaluate(query, plain);
        const source = counts ? counting(plain) : plain;
        const answered = await answerQuery(query, source);
        const head = await headOf(source, answered, sort, wanted);
        // What it counted in is used for the next.
        answered.release?.();
        const found = { source, evaluation: await answered.all() };
        expect(found.evaluation.terms).toEqual(evaluation.terms);
        expect(found.evaluation.fields).toEqual(evaluation.fields);
        const groups = groupPlaces(found);
        const list = listOf(found, groups, orderGroups(found, groups, sort));
        expect(answered.total).toBe(found.evaluation.fields.length);
        expect(answered.satisfied.countBelow(source.articles.length)).toBe(
          found.evaluation.articles.length,
        );
        if (head === null) {
          expect(answered.terms.length, printQuery(query)).toBe(0);
          return;
        }
        expect(head.groups).toBe(list.order.length);
        expect(sizes(head.list)).toEqual(sizes(list).slice(0, head.list.order.length));
        const shown = head.list.rowOf.at(-1) ?? 0;
        expect(shown).toBeGreaterThanOrEqual(Math.min(wanted, list.rowOf.at(-1) ?? 0));
        expect(await rowsOf(head.list, 0, shown)).toEqual(await rowsOf(list, 0, shown));
      },
    ),
    { numRuns: 400 },
  );
});
