import { type Evaluation, FOUND_FIELDS, type TermCounts } from '../evaluation';
import { firstFrom } from '../first-from';
import type { Places } from '../source';
import { assemble, type FoundPlaces } from './assemble';
import { filterOwners, withoutOverlap } from './place-list';
import { UnitSet, type Units } from './units';

/** What is known of a query's result before all of it is put in the order of an `Evaluation`. */
export interface Answered {
  units: Units;
  /** Units that satisfy the query. */
  satisfied: UnitSet;
  terms: readonly TermCounts[];
  /** How many places there are. */
  total: number;
  /** @throws the signal's reason when it is aborted */
  all(signal?: AbortSignal): Promise<Evaluation>;
  /** How many places units have that satisfy the query, where that is known without finding them. */
  sizes?(some: readonly number[]): number[];
  /** What it counted in may be used for others: what is asked for after that is `satisfied`, `total` and `all`. */
  release?(): void;
  /** Only what lies in some of the units that satisfy the query, which are ascending. */
  among(some: Uint32Array): Promise<Evaluation>;
}

/** An answer of which every place was found. */
export class FoundAnswer implements Answered {
  private readonly places: FoundPlaces;

  constructor(
    readonly units: Units,
    readonly satisfied: UnitSet,
    places: FoundPlaces,
    readonly terms: readonly TermCounts[],
  ) {
    this.places = byField((field) => withoutOverlap(places[field]));
  }

  get total(): number {
    return FOUND_FIELDS.reduce((sum, field) => sum + this.places[field].owners.length, 0);
  }

  async all(): Promise<Evaluation> {
    return assemble(this.units, this.satisfied, this.places, this.terms);
  }

  async among(some: Uint32Array): Promise<Evaluation> {
    const { units, places, terms } = this;
    const wanted = UnitSet.none(units.size);
    for (const unit of some) wanted.add(unit);
    const found = byField((field) =>
      field === 'note'
        ? filterOwners(places.note, (owner) => wanted.has(units.ofNote[owner] as number))
        : ofOwners(places[field], some),
    );
    return assemble(units, wanted, found, terms);
  }
}

function byField(placesOf: (field: keyof FoundPlaces) => Places): FoundPlaces {
  return {
    title: placesOf('title'),
    text: placesOf('text'),
    note: placesOf('note'),
    tag: placesOf('tag'),
  };
}

/** The places of a few owners, which are looked up. */
function ofOwners({ owners, starts, ends }: Places, some: Uint32Array): Places {
  const ranges = Array.from(some, (owner) => ({
    from: firstFrom(owners, owner),
    to: firstFrom(owners, owner + 1),
  }));
  const size = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  const pick = (list: Uint32Array) => {
    const picked = new Uint32Array(size);
    let at = 0;
    for (const { from, to } of ranges) {
      picked.set(list.subarray(from, to), at);
      at += to - from;
    }
    return picked;
  };
  return { owners: pick(owners), starts: pick(starts), ends: pick(ends) };
}
