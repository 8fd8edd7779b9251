import type { TermCounts } from '../evaluation';
import { fold } from '../fold';
import type { SearchSource, TextField } from '../source';
import { type Answered, FoundAnswer } from './answered';
import type { FoundPlaces } from './assemble';
import type { LiteralQuery, Query } from './ast';
import { byCost } from './cost';
import { mergePlaces, NO_PLACES } from './place-list';
import { wordsIn } from './term-counts';
import { UnitCounts } from './unit-counts';
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
  if (source.count === undefined) return null;
  // As they are evaluated: their shares are added up in this order.
  const parts = literals.length === 1 ? literals : byCost(literals, source);
  const counted = parts.map(() => UnitCounts.of(units));
  // All at once: their postings are read together.
  const isCounted = await Promise.all(
    counted.map((counts, at) => source.count?.(parts[at] as LiteralQuery, counts)),
  );
  // They are not used again: some may still be added to.
  if (isCounted.includes(false)) return null;
  // What satisfies the parts up to each.
  const sets: UnitSet[] = [];
  for (const each of counted) sets.push(sets.at(-1)?.and(each.units()) ?? each.units());
  const within = sets.at(-1) ?? UnitSet.none(units.size);
  const terms = counted.map(({ frequencies }, at): TermCounts => {
    const own = sets[at]?.count() ?? 0;
    const looked = sets[at - 1]?.count();
    return {
      words: wordsIn(parts[at] as LiteralQuery),
      // As `countTerm` reckons it.
      documents: looked === undefined ? own : looked === 0 ? 0 : (own / looked) * units.size,
      places: frequencies,
    };
  });
  const sizeOf = (unit: number) =>
    counted.reduce((sum, { counts }) => sum + (counts[unit] as number), 0);
  const total =
    counted.length === 1
      ? (counted[0]?.total ?? 0)
      : counted.reduce((sum, { counts }) => sum + within.sum(counts), 0);
  return {
    ...{ units, satisfied: within, total, terms },
    all: async (signal) => (await find(signal)).all(signal),
    sizes: (some) => some.map(sizeOf),
    release: () => {
      for (const each of counted.splice(0)) each.release();
    },
    async among(some) {
      const wanted = UnitSet.none(units.size);
      for (const unit of some) wanted.add(unit);
      const articles = wanted.between(0, units.articles);
      const found: FoundPlaces = {
        ...{ title: NO_PLACES, text: NO_PLACES, note: NO_PLACES, tag: NO_PLACES },
      };
      const isWanted = (note: number) => wanted.has(units.ofNote[note] as number);
      for (const [at, { notes }] of counted.entries()) {
        const part = parts[at] as LiteralQuery;
        const add = async (field: TextField, owners: Uint32Array) => {
          if (owners.length === 0) return;
          found[field] = mergePlaces(found[field], await source.find(field, part, owners));
        };
        const ofNotes = notes.filter(isWanted).sort();
        await add('title', articles);
        await add('text', articles);
        await add('note', ofNotes);
      }
      return new FoundAnswer(units, wanted, found, terms).all();
    },
  };
}
