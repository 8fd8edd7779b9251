import type { Evaluation } from '../evaluation';
import type { SearchSource } from '../source';
import { type Answered, FoundAnswer } from './answered';
import type { FoundPlaces } from './assemble';
import type { AndQuery, ChainQuery, OrQuery, Query } from './ast';
import { linkPlaces } from './chain';
import { byCost } from './cost';
import { countAnswer, countable } from './counted-answer';
import { byDate, byFact, byKind, byPossession, byTag } from './filters';
import { filterOwners, mergePlaces, NO_PLACES } from './place-list';
import {
  EVERYWHERE,
  hasWords,
  inField,
  inKinds,
  isKindPart,
  type Scope,
  wantsWords,
} from './scope';
import { countTerm, type FoundTerm } from './term-counts';
import { placesOfTerm, type TermQuery } from './terms';
import { UnitSet, unitsOf } from './units';
import { ownersOf, Work } from './work';

/** Units that satisfy a query, and the places of its words in them. */
export interface Answer {
  units: UnitSet;
  places: FoundPlaces;
}

const NOTHING: FoundPlaces = {
  title: NO_PLACES,
  text: NO_PLACES,
  note: NO_PLACES,
  tag: NO_PLACES,
};

/** How an answer is waited for. */
interface Waiting {
  signal?: AbortSignal;
}

/**
 * What a query finds. Each part is true or false of a unit: an article with its notes and tags, or a
 * note on none. The places are those of the words that make it true: of the parts of an `OR` those
 * that hold, of a `NOT` none. A query without words has tagged passages and paragraphs of a kind.
 *
 * @throws the signal's reason when it is aborted
 */
export async function evaluate(
  query: Query,
  source: SearchSource,
  waiting: Waiting = {},
): Promise<Evaluation> {
  return (await findAnswer(query, source, waiting)).all();
}

/** The same, before it is put in order: how much it is is known then, and parts of it can be had. */
export async function answerQuery(
  query: Query,
  source: SearchSource,
  waiting: Waiting = {},
): Promise<Answered> {
  const literals = countable(query);
  if (literals !== null) {
    const find = (signal: AbortSignal | undefined) =>
      findAnswer(query, source, signal === undefined ? {} : { signal });
    const counted = await countAnswer(literals, source, unitsOf(source), find);
    waiting.signal?.throwIfAborted();
    if (counted !== null) return counted;
  }
  return findAnswer(query, source, waiting);
}

async function findAnswer(
  query: Query,
  source: SearchSource,
  { signal }: Waiting,
): Promise<FoundAnswer> {
  const units = unitsOf(source);
  const evaluator = new Evaluator(new Work(source, units, signal), wantsWords(query));
  const answer = await evaluator.answer(query, EVERYWHERE, null);
  // Who shows them asks for their paragraphs; those with words were looked through.
  if (answer.places.tag.owners.length > 0) {
    await source.readParagraphs?.(ownersOf(answer.places.tag), signal);
  }
  return new FoundAnswer(
    units,
    answer.units,
    answer.places,
    evaluator.counted.map(({ counts }) => counts),
  );
}

/** What a query finds in some of the units alone, before anything of it is put together. */
export async function evaluatePart(
  query: Query,
  source: SearchSource,
  part: UnitSet,
  signal: AbortSignal | undefined,
): Promise<Answer & { counted: CountedTerm[] }> {
  const work = new Work(source, unitsOf(source), signal, part);
  const evaluator = new Evaluator(work, wantsWords(query));
  const answer = await evaluator.answer(query, EVERYWHERE, part);
  const units = answer.units.and(part);
  const places = evaluator.within(answer.places, units);
  await source.readParagraphs?.(ownersOf(places.tag), signal);
  return { units, places, counted: evaluator.counted };
}

/** A term of a query, how often it was found, and in how many units it was looked for. */
export interface CountedTerm {
  query: Query;
  looked: number;
  counts: FoundTerm;
}

class Evaluator {
  /** Of the words that are wanted, one after the other. */
  readonly counted: CountedTerm[] = [];
  /** In how many parts whose words are not counted one by one. */
  private silent = 0;

  constructor(
    private readonly work: Work,
    /** Whether the places are those of words. */
    private readonly words: boolean,
  ) {}

  /**
   * @param among what the answer has to be right for; of other units it may say anything
   */
  async answer(query: Query, scope: Scope, among: UnitSet | null): Promise<Answer> {
    const { work } = this;
    await work.pause();
    switch (query.kind) {
      case 'and':
        return this.and(query, scope, among);
      case 'or':
        return this.or(query, scope, among);
      case 'not': {
        const { units } = await this.silently(() => this.answer(query.part, scope, among));
        return { units: units.not(), places: NOTHING };
      }
      case 'chain':
        return this.chain(query, scope, among);
      case 'in':
        return this.answer(query.part, inField(scope, query.field), among);
      case 'fact':
        return { units: byFact(work, query), places: NOTHING };
      case 'date':
        return { units: byDate(work, query), places: NOTHING };
      case 'has':
        return { units: byPossession(work, query), places: NOTHING };
      case 'tag': {
        const { units, places } = byTag(work, query.name);
        return { units, places: this.words ? NOTHING : { ...NOTHING, tag: places } };
      }
      case 'kind': {
        const { units, places } = await byKind(work, query, among, !this.words);
        return { units, places: { ...NOTHING, text: places } };
      }
      default:
        return this.term(query, scope, among);
    }
  }

  private async and(query: AndQuery, scope: Scope, among: UnitSet | null): Promise<Answer> {
    const kinds = query.parts.filter(isKindPart);
    const others = query.parts.filter((part) => !isKindPart(part));
    const scoped = kinds.length > 0 && others.some(hasWords);
    const inner = scoped ? inKinds(scope, kinds) : scope;
    let satisfied = among;
    const found: FoundPlaces[] = [];
    for (const part of byCost(scoped ? others : query.parts, this.work.source)) {
      const { units, places } = await this.answer(part, inner, satisfied);
      satisfied = satisfied?.and(units) ?? units;
      found.push(places);
      if (satisfied.isEmpty()) return { units: satisfied, places: NOTHING };
    }
    const units = satisfied ?? UnitSet.none(this.work.units.size);
    return { units, places: merged(found.map((places) => this.within(places, units))) };
  }

  private async or(query: OrQuery, scope: Scope, among: UnitSet | null): Promise<Answer> {
    let units = UnitSet.none(this.work.units.size);
    const found: FoundPlaces[] = [];
    for (const part of query.parts) {
      const answer = await this.answer(part, scope, among);
      units = units.or(answer.units);
      found.push(answer.places);
    }
    return { units, places: merged(found) };
  }

  private async term(query: TermQuery, scope: Scope, among: UnitSet | null): Promise<Answer> {
    const { work } = this;
    const places = { ...NOTHING };
    let units = UnitSet.none(work.units.size);
    for (const field of scope.fields) {
      places[field] = await placesOfTerm(work, field, query, scope, among);
      units = units.or(work.unitsWith(field, places[field]));
    }
    return this.count(query, { units, places }, among);
  }

  /** All parts are wanted in one field of one unit, so what was found of one narrows the others. */
  private async chain(query: ChainQuery, scope: Scope, among: UnitSet | null): Promise<Answer> {
    const { work } = this;
    // Where others have left little it is looked for in that alone.
    const near = among === null ? await this.near(query, scope) : null;
    if (near !== null) {
      const all = merged(near.map((each) => ({ ...each, tag: NO_PLACES })));
      const units = scope.fields
        .map((field) => work.unitsWith(field, all[field]))
        .reduce((sum, each) => sum.or(each));
      return this.count(query, { units, places: all }, among);
    }
    const found = new Map<Query, FoundPlaces>();
    let satisfied = among;
    for (const part of byCost(query.parts, work.source)) {
      const { units, places } = await this.silently(() => this.answer(part, scope, satisfied));
      satisfied = satisfied?.and(units) ?? units;
      found.set(part, places);
    }
    const places = { ...NOTHING };
    let units = UnitSet.none(work.units.size);
    for (const field of scope.fields) {
      const parts = query.parts.map((part) => found.get(part)?.[field] ?? NO_PLACES);
      const linked = await linkPlaces(work, field, parts, query.links);
      places[field] = linked.reduce(mergePlaces, NO_PLACES);
      units = units.or(work.unitsWith(field, places[field]));
    }
    return this.count(query, { units, places }, among);
  }

  /** Where the source itself knows what is near to what; otherwise `null`. */
  private async near({ parts, links }: ChainQuery, { fields, kinds }: Scope) {
    if (kinds.length > 0 || fields.length < EVERYWHERE.fields.length) return null;
    const literals = parts.filter((part) => part.kind === 'literal');
    const most = links.flatMap((link) => (link.by === 'characters' ? link.most : []));
    if (literals.length < parts.length || most.length < links.length) return null;
    const { work } = this;
    return (await work.source.findNear?.(literals, most, () => work.pause())) ?? null;
  }

  private count(query: Query, answer: Answer, among: UnitSet | null): Answer {
    if (this.silent > 0) return answer;
    const looked = among === null ? this.work.units.size : among.count();
    this.counted.push({ query, looked, counts: countTerm(this.work, query, answer, among) });
    return answer;
  }

  private async silently(answer: () => Promise<Answer>): Promise<Answer> {
    this.silent += 1;
    try {
      return await answer();
    } finally {
      this.silent -= 1;
    }
  }

  within(found: FoundPlaces, units: UnitSet): FoundPlaces {
    const { work } = this;
    const keep = (field: keyof FoundPlaces) =>
      filterOwners(found[field], (owner) => units.has(owner));
    const note = filterOwners(found.note, (owner) => units.has(work.unitOf('note', owner)));
    return { title: keep('title'), text: keep('text'), note, tag: keep('tag') };
  }
}

function merged(found: readonly FoundPlaces[]): FoundPlaces {
  const all = (field: keyof FoundPlaces) =>
    found.map((each) => each[field]).reduce(mergePlaces, NO_PLACES);
  return { title: all('title'), text: all('text'), note: all('note'), tag: all('tag') };
}
