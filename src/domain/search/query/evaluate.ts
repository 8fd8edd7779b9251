import type { Evaluation } from '../evaluation';
import type { SearchSource, TextField } from '../source';
import { assemble, type FoundPlaces } from './assemble';
import type { LiteralQuery, Query } from './ast';
import { filterPlaces, mergePlaces, NO_PLACES } from './place-list';
import { UnitSet, type Units, unitsOf } from './units';

/** Units that satisfy a query, and the places of its words in them. */
interface Answer {
  units: UnitSet;
  places: FoundPlaces;
}

const TEXT_FIELDS: readonly TextField[] = ['title', 'text', 'note'];

/**
 * What a query finds.
 * @throws the signal's reason when it is aborted
 */
export async function evaluate(
  query: Query,
  source: SearchSource,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Evaluation> {
  const units = unitsOf(source);
  const { units: satisfied, places } = await answer(query, source, units, signal);
  return assemble(units, satisfied, places);
}

async function answer(
  query: Query,
  source: SearchSource,
  units: Units,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  signal?.throwIfAborted();
  switch (query.kind) {
    case 'literal':
      return literal(query, source, units);
    case 'and': {
      const answers: Answer[] = [];
      for (const part of query.parts) answers.push(await answer(part, source, units, signal));
      const satisfied = answers.reduce((set, one) => set.and(one.units), UnitSet.all(units.size));
      const places = answers.map((one) => one.places).reduce(mergeFound);
      return { units: satisfied, places: within(places, satisfied, units) };
    }
    default:
      return { units: UnitSet.none(units.size), places: NOTHING };
  }
}

const NOTHING: FoundPlaces = {
  title: NO_PLACES,
  text: NO_PLACES,
  note: NO_PLACES,
  tag: NO_PLACES,
};

async function literal(query: LiteralQuery, source: SearchSource, units: Units): Promise<Answer> {
  const places = { ...NOTHING };
  const satisfied = UnitSet.none(units.size);
  for (const field of TEXT_FIELDS) {
    places[field] = await source.find(field, query);
    for (const owner of places[field].owners) {
      satisfied.add(field === 'note' ? (units.ofNote[owner] ?? 0) : owner);
    }
  }
  return { units: satisfied, places };
}

function mergeFound(a: FoundPlaces, b: FoundPlaces): FoundPlaces {
  return {
    title: mergePlaces(a.title, b.title),
    text: mergePlaces(a.text, b.text),
    note: mergePlaces(a.note, b.note),
    tag: mergePlaces(a.tag, b.tag),
  };
}

function within(found: FoundPlaces, satisfied: UnitSet, units: Units): FoundPlaces {
  const ofArticles = (field: 'title' | 'text' | 'tag') =>
    filterPlaces(found[field], (index) => satisfied.has(found[field].owners[index] ?? 0));
  return {
    title: ofArticles('title'),
    text: ofArticles('text'),
    note: filterPlaces(found.note, (index) =>
      satisfied.has(units.ofNote[found.note.owners[index] ?? 0] ?? 0),
    ),
    tag: ofArticles('tag'),
  };
}
