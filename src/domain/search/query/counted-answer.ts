import type { TermCounts } from '../evaluation';
import { type OwnerCounts, type SearchSource, TEXT_FIELD_NAMES } from '../source';
import { type Answered, FoundAnswer } from './answered';
import type { LiteralQuery } from './ast';
import { NO_PLACES } from './place-list';
import { TITLE_WEIGHT, wordsIn } from './term-counts';
import { UnitSet, type Units } from './units';

/**
 * A query that is one literal, answered by counting: its places are found only where they are asked for.
 * `null` when the source cannot count it.
 *
 * @param find finds every place
 */
export async function countAnswer(
  query: LiteralQuery,
  source: SearchSource,
  units: Units,
  find: (signal: AbortSignal | undefined) => Promise<Answered>,
): Promise<Answered | null> {
  const counted = await source.count?.(query);
  if (counted === undefined || counted === null) return null;
  const satisfied = UnitSet.none(units.size);
  const ofUnits: OwnerCounts[] = [];
  let total = 0;
  for (const field of TEXT_FIELD_NAMES) {
    const { owners, counts } = counted[field];
    const own = field === 'note' ? owners.map((note) => units.ofNote[note] as number) : owners;
    const weight = field === 'title' ? TITLE_WEIGHT : 1;
    for (let at = 0; at < own.length; at += 1) {
      satisfied.add(own[at] as number);
      total += counts[at] as number;
    }
    ofUnits.push({ owners: own, counts: weight === 1 ? counts : counts.map((n) => n * weight) });
  }
  const terms = [termOf(query, satisfied, ofUnits)];
  return {
    ...{ units, satisfied, total, terms },
    all: async (signal) => (await find(signal)).all(signal),
    async among(some) {
      const places = { title: NO_PLACES, text: NO_PLACES, note: NO_PLACES, tag: NO_PLACES };
      const wanted = UnitSet.none(units.size);
      for (const unit of some) wanted.add(unit);
      const articles = wanted.between(0, units.articles);
      const notes = counted.note.owners.filter((note) => wanted.has(units.ofNote[note] as number));
      places.title = await source.find('title', query, articles);
      places.text = await source.find('text', query, articles);
      if (notes.length > 0) places.note = await source.find('note', query, notes.sort());
      return new FoundAnswer(units, wanted, places, terms).all();
    },
  };
}

function termOf(query: LiteralQuery, satisfied: UnitSet, of: readonly OwnerCounts[]): TermCounts {
  const join = (lists: readonly Uint32Array[]) => {
    const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    return all;
  };
  return {
    words: wordsIn(query),
    documents: satisfied.count(),
    units: join(of.map(({ owners }) => owners)),
    counts: join(of.map(({ counts }) => counts)),
  };
}
