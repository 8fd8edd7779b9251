import type { TermCounts, TermPart } from '../evaluation';
import type { Places, TextField } from '../source';
import type { FoundPlaces } from './assemble';
import type { Query } from './ast';
import { withoutOverlap } from './place-list';
import { weightOf } from './unit-counts';
import type { UnitSet } from './units';
import type { Work } from './work';

/** What was counted of places that were found. */
export interface FoundTerm extends TermCounts {
  places: readonly TermPart[];
}

const FIELDS: readonly TextField[] = ['title', 'text', 'note'];

/**
 * Counts what was found of a term. Where it was looked for only `among` some units, its share of these
 * is taken for its share of all: what other terms have to do with it is not known, and to look for it
 * everywhere would cost more than ranking is worth.
 *
 * @param units those that have it; of units that are not `among` it may say anything
 */
export function countTerm(
  work: Work,
  query: Query,
  { units, places }: { units: UnitSet; places: FoundPlaces },
  among: UnitSet | null,
): FoundTerm {
  const own = among === null ? units.count() : units.and(among).count();
  const looked = among === null ? units.size : among.count();
  return {
    words: wordsIn(query),
    documents: among === null ? own : looked === 0 ? 0 : (own / looked) * units.size,
    places: FIELDS.map((field) => countRuns(work, field, withoutOverlap(places[field]))),
  };
}

/** How many places each owner has. */
function countRuns(work: Work, field: TextField, { owners }: Places): TermPart {
  const { notes, articles } = work.source;
  const most = Math.min(owners.length, (field === 'note' ? notes : articles).length);
  const units = new Uint32Array(most);
  const counts = new Uint32Array(most);
  let runs = 0;
  for (let from = 0; from < owners.length; ) {
    const owner = owners[from] as number;
    let to = from + 1;
    while (owners[to] === owner) to += 1;
    units[runs] = work.unitOf(field, owner);
    counts[runs] = to - from;
    runs += 1;
    from = to;
  }
  return {
    units: units.subarray(0, runs),
    counts: counts.subarray(0, runs),
    weight: weightOf(field),
  };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that a term is made of, at least one. */
export function wordsIn(query: Query): number {
  switch (query.kind) {
    case 'literal':
      return wordsOf(query.text);
    case 'pattern':
      return Math.max(
        1,
        query.parts.reduce((sum, part) => sum + ('text' in part ? wordsOf(part.text) : 0), 0),
      );
    case 'chain':
      return query.parts.reduce((sum, part) => sum + wordsIn(part), 0);
    case 'or':
      return Math.max(...query.parts.map(wordsIn));
    case 'in':
      return wordsIn(query.part);
    default:
      return 1;
  }
}

function wordsOf(text: string): number {
  return Math.max(1, [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length);
}
