import type { TermCounts } from '../evaluation';
import { fold } from '../fold';
import { type OwnerCounts, type SearchSource, TEXT_FIELD_NAMES, type TextField } from '../source';
import { type Answered, FoundAnswer } from './answered';
import type { FoundPlaces } from './assemble';
import type { LiteralQuery, Query } from './ast';
import { byCost } from './cost';
import { mergePlaces, NO_PLACES } from './place-list';
import { weightOf, wordsIn } from './term-counts';
import { UnitSet, type Units } from './units';

/**
 * Literals that must all stand there, of which no place can overlap one of another: then counting each is
 * counting the query. `null` for any other query.
 */
export function countable(query: Query): LiteralQuery[] | null {
  if (query.kind === 'literal') return [query];
  if (query.kind !== 'and') return null;
  const parts = query.parts.filter((part) => part.kind === 'literal');
  if (parts.length < query.parts.length) return null;
  const texts = parts.map(({ text }) => fold(text));
  const clash = texts.some((text, at) =>
    texts.some((other, by) => at !== by && mayOverlap(text, other)),
  );
  return clash ? null : parts;
}

/** Whether `a` can stand so that `b` begins in it. */
function mayOverlap(a: string, b: string): boolean {
  for (let from = 0; from < a.length; from += 1) {
    const length = Math.min(a.length - from, b.length);
    if (a.slice(from, from + length) === b.slice(0, length)) return true;
  }
  return false;
}

/** What is counted of one literal. */
interface Counted {
  fields: Record<TextField, OwnerCounts>;
  units: UnitSet;
  /** By field, the units in the place of owners. */
  ofUnits: OwnerCounts[];
}

/**
 * A query of literals (see `countable`) answered by counting: places are found only where they are asked for.
 * `null` when the source cannot count them.
 *
 * @param find finds every place
 */
export async function countAnswer(
  literals: readonly LiteralQuery[],
  source: SearchSource,
  units: Units,
  find: (signal: AbortSignal | undefined) => Promise<Answered>,
): Promise<Answered | null> {
  // As they are evaluated: their shares are added up in this order.
  const parts = literals.length === 1 ? literals : byCost(literals, source);
  // All at once: their postings are read together.
  const all = await Promise.all(parts.map((part) => countOne(part, source, units)));
  const counted = all.filter((each) => each !== null);
  if (counted.length < all.length) return null;
  // What satisfies the parts up to each.
  const sets: UnitSet[] = [];
  for (const each of counted) sets.push(sets.at(-1)?.and(each.units) ?? each.units);
  const within = sets.at(-1) ?? UnitSet.none(units.size);
  const terms = counted.map(({ ofUnits }, at): TermCounts => {
    const own = sets[at]?.count() ?? 0;
    const looked = sets[at - 1]?.count();
    return {
      words: wordsIn(parts[at] as LiteralQuery),
      // As `countTerm` reckons it.
      documents: looked === undefined ? own : looked === 0 ? 0 : (own / looked) * units.size,
      parts: ofUnits.map(({ owners, counts }, field) => ({
        ...{ units: owners, counts },
        weight: weightOf(TEXT_FIELD_NAMES[field] as TextField),
      })),
    };
  });
  let total = 0;
  for (const { ofUnits } of counted) {
    for (const { owners, counts } of ofUnits) {
      for (let at = 0; at < owners.length; at += 1) {
        if (counted.length === 1 || within.has(owners[at] as number)) total += counts[at] as number;
      }
    }
  }
  return {
    ...{ units, satisfied: within, total, terms },
    all: async (signal) => (await find(signal)).all(signal),
    sizes: (some) => sizesOf(counted, some),
    async among(some) {
      const wanted = UnitSet.none(units.size);
      for (const unit of some) wanted.add(unit);
      const articles = wanted.between(0, units.articles);
      const found: FoundPlaces = {
        ...{ title: NO_PLACES, text: NO_PLACES, note: NO_PLACES, tag: NO_PLACES },
      };
      for (const [at, { fields }] of counted.entries()) {
        const part = parts[at] as LiteralQuery;
        const add = async (field: TextField, owners: Uint32Array) => {
          if (owners.length === 0) return;
          found[field] = mergePlaces(found[field], await source.find(field, part, owners));
        };
        const isWanted = (note: number) => wanted.has(units.ofNote[note] as number);
        await add('title', articles);
        await add('text', articles);
        await add('note', fields.note.owners.filter(isWanted).sort());
      }
      return new FoundAnswer(units, wanted, found, terms).all();
    },
  };
}

function sizesOf(counted: readonly Counted[], some: readonly number[]): number[] {
  const sizes = new Map(some.map((unit) => [unit, 0]));
  const isAsked = new Uint8Array(1 + Math.max(0, ...some));
  for (const unit of some) isAsked[unit] = 1;
  for (const { owners, counts } of counted.flatMap(({ ofUnits }) => ofUnits)) {
    for (let at = 0; at < owners.length; at += 1) {
      const unit = owners[at] as number;
      if (isAsked[unit] === 1) sizes.set(unit, (sizes.get(unit) ?? 0) + (counts[at] as number));
    }
  }
  return some.map((unit) => sizes.get(unit) ?? 0);
}

async function countOne(
  literal: LiteralQuery,
  source: SearchSource,
  units: Units,
): Promise<Counted | null> {
  const fields = await source.count?.(literal);
  if (fields === undefined || fields === null) return null;
  const satisfied = UnitSet.none(units.size);
  const ofUnits = TEXT_FIELD_NAMES.map((field): OwnerCounts => {
    const { owners, counts } = fields[field];
    const own = field === 'note' ? owners.map((note) => units.ofNote[note] as number) : owners;
    for (let at = 0; at < own.length; at += 1) satisfied.add(own[at] as number);
    return { owners: own, counts };
  });
  return { fields, units: satisfied, ofUnits };
}
