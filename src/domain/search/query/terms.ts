import { fold } from '../fold';
import type { Places, SearchSource, TextField } from '../source';
import type { LiteralQuery, PatternPart, PatternQuery, RegexQuery, WordQuery } from './ast';
import { filterPlaces, mergePlaces, NO_PLACES } from './place-list';
import { compileRegex, findRegex } from './regex';
import { requiredLiterals } from './regex-literals';
import { inParagraphs, type Scope } from './scope';
import type { UnitSet } from './units';
import { findPattern, reachOf, wholeWord } from './wildcards';
import { ownersOf, type Work } from './work';

export type TermQuery = LiteralQuery | PatternQuery | WordQuery | RegexQuery;

/** Places of a term in a field; they may overlap. */
export async function placesOfTerm(
  work: Work,
  field: TextField,
  query: TermQuery,
  scope: Scope,
  among: UnitSet | null,
): Promise<Places> {
  const owners = work.ownersIn(field, among);
  if (owners?.length === 0) return NO_PLACES;
  const places = await find(work, field, query, owners);
  return field === 'text' ? inParagraphs(places, scope, work.source) : places;
}

async function find(
  work: Work,
  field: TextField,
  query: TermQuery,
  among: Uint32Array | undefined,
): Promise<Places> {
  const { source } = work;
  switch (query.kind) {
    case 'literal':
      return source.find(field, query, among);
    case 'word':
      return findWord(work, field, query, among);
    case 'pattern': {
      const parts = query.parts.map((part) => ('text' in part ? { text: fold(part.text) } : part));
      const owners = await patternOwners(source, field, parts, among);
      return work.read(field, owners, (text) => findPattern(fold(text), parts));
    }
    case 'regex': {
      const regex = compileRegex(query);
      if (typeof regex === 'string') return NO_PLACES;
      const literals = requiredLiterals(query.source, query.ignoreCase);
      const owners =
        literals === null
          ? (among ?? work.allOwners(field))
          : await candidates(source, field, literals, 'written', among);
      return work.read(field, owners, (text) => findRegex(regex, text));
    }
  }
}

/**
 * The owners in which the literal parts of a pattern stand as far from each other as they may. The
 * rarest would be best to begin with; the longest is taken for it.
 */
async function patternOwners(
  source: SearchSource,
  field: TextField,
  parts: readonly PatternPart[],
  among: Uint32Array | undefined,
): Promise<Uint32Array> {
  const literals = parts.flatMap((part, at) => ('text' in part ? [{ text: part.text, at }] : []));
  const found = new Map<number, Places>();
  let owners = among;
  for (const { text, at } of literals.toSorted((a, b) => b.text.length - a.text.length)) {
    const places = await source.find(field, { text, likeness: 'folded' }, owners);
    owners = ownersOf(places);
    if (owners.length === 0) return owners;
    found.set(at, places);
  }
  let before: Places | null = null;
  let last = -1;
  for (const { at } of literals) {
    const places: Places = found.get(at) ?? NO_PLACES;
    const { least, most } = reachOf(parts.slice(last + 1, at));
    before = before === null ? places : following(before, places, least, most);
    last = at;
  }
  return ownersOf(before ?? NO_PLACES);
}

/** The places that begin `least` to `most` units behind the end of one before. */
function following(before: Places, places: Places, least: number, most: number): Places {
  let from = 0;
  return filterPlaces(places, (index) => {
    const owner = places.owners[index] as number;
    const start = places.starts[index] as number;
    const isTooEarly = () =>
      (before.owners[from] as number) < owner ||
      (before.owners[from] === owner && (before.ends[from] as number) + most < start);
    while (from < before.owners.length && isTooEarly()) from += 1;
    return before.owners[from] === owner && (before.ends[from] as number) + least <= start;
  });
}

/** The owners that have one of these literals. */
async function candidates(
  source: SearchSource,
  field: TextField,
  literals: readonly string[],
  likeness: LiteralQuery['likeness'],
  among: Uint32Array | undefined,
): Promise<Uint32Array> {
  let places = NO_PLACES;
  for (const text of literals) {
    places = mergePlaces(places, await source.find(field, { text, likeness }, among));
  }
  return ownersOf(places);
}

async function findWord(
  work: Work,
  field: TextField,
  query: WordQuery,
  among: Uint32Array | undefined,
): Promise<Places> {
  const literal = { text: query.text, likeness: 'folded' } as const;
  const places = await work.source.find(field, literal, among);
  let at = 0;
  return work.read(field, ownersOf(places), (text, owner) => {
    const found: { start: number; end: number }[] = [];
    for (; places.owners[at] === owner; at += 1) {
      const place = { start: places.starts[at] ?? 0, end: places.ends[at] ?? 0 };
      const word = wholeWord(text, place, query);
      if (word !== null) found.push(word);
    }
    return found;
  });
}
