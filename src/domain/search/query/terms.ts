import { fold } from '../fold';
import type { Places, TextField } from '../source';
import type { LiteralQuery, PatternQuery, RegexQuery, WordQuery } from './ast';
import { NO_PLACES } from './place-list';
import { compileRegex, findRegex } from './regex';
import { regexSequences } from './regex-sequences';
import { inParagraphs, type Scope } from './scope';
import { sequenceOwners } from './sequence-owners';
import type { UnitSet } from './units';
import { findPattern, sequenceOf, wholeWord } from './wildcards';
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
  switch (query.kind) {
    case 'literal':
      return work.find(field, query, among);
    case 'word':
      return findWord(work, field, query, among);
    case 'pattern': {
      const parts = query.parts.map((part) => ('text' in part ? { text: fold(part.text) } : part));
      const owners = await sequenceOwners(work, field, [sequenceOf(parts)], 'folded', among);
      return work.read(field, owners, (text) => findPattern(fold(text), parts));
    }
    case 'regex': {
      const regex = compileRegex(query);
      if (typeof regex === 'string') return NO_PLACES;
      const sequences = regexSequences(query.source, query.ignoreCase);
      const likeness = query.ignoreCase ? 'folded' : 'written';
      const owners =
        sequences === null
          ? (among ?? work.allOwners(field))
          : await sequenceOwners(work, field, sequences, likeness, among);
      return work.read(field, owners, (text) => findRegex(regex, text));
    }
  }
}

async function findWord(
  work: Work,
  field: TextField,
  query: WordQuery,
  among: Uint32Array | undefined,
): Promise<Places> {
  const literal = { text: query.text, likeness: 'folded' } as const;
  const places = await work.find(field, literal, among);
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
