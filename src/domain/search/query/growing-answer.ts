import type { TermCounts } from '../evaluation';
import type { SearchSource } from '../source';
import { FoundAnswer } from './answered';
import type { FoundPlaces } from './assemble';
import type { Query } from './ast';
import { type CountedTerm, evaluatePart } from './evaluate';
import { mergePlaces, NO_PLACES } from './place-list';
import { UnitSet, type Units, unitsOf } from './units';

/**
 * The answer to a query where texts have to be read for it: it is found in one part of the archive after the
 * other, each unit in one of them, and is what `answerQuery` gives when all have been added.
 */
export class GrowingAnswer {
  private readonly units: Units;
  private satisfied: UnitSet;
  private places: FoundPlaces = {
    ...{ title: NO_PLACES, text: NO_PLACES },
    ...{ note: NO_PLACES, tag: NO_PLACES },
  };
  private readonly terms = new Map<Query, CountedTerm[]>();

  constructor(
    private readonly query: Query,
    private readonly source: SearchSource,
  ) {
    this.units = unitsOf(source);
    this.satisfied = UnitSet.none(this.units.size);
  }

  /** @throws the signal's reason when it is aborted; then nothing was added */
  async add(part: UnitSet, signal?: AbortSignal): Promise<void> {
    const { units, places, counted } = await evaluatePart(this.query, this.source, part, signal);
    this.satisfied = this.satisfied.or(units);
    const both = (field: keyof FoundPlaces) => mergePlaces(this.places[field], places[field]);
    this.places = {
      title: both('title'),
      text: both('text'),
      note: both('note'),
      tag: both('tag'),
    };
    for (const term of counted) {
      const before = this.terms.get(term.query);
      if (before === undefined) this.terms.set(term.query, [term]);
      else before.push(term);
    }
  }

  /** What was found up to now. */
  answered(): FoundAnswer {
    const terms = [...this.terms.values()].map((parts) => together(parts, this.units.size));
    return new FoundAnswer(this.units, this.satisfied, this.places, terms);
  }
}

/** Its share of all units that it was looked for in is its share of all, as `countTerm` reckons. */
function together(parts: readonly CountedTerm[], size: number): TermCounts {
  const looked = parts.reduce((sum, part) => sum + part.looked, 0);
  const found = parts.reduce((sum, part) => sum + (part.counts.documents * part.looked) / size, 0);
  return {
    words: parts[0]?.counts.words ?? 1,
    documents: looked === 0 ? 0 : (found / looked) * size,
    places: parts.flatMap(({ counts }) => counts.places),
  };
}
