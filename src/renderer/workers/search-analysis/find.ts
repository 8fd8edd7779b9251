import { type Evaluation, FOUND_FIELDS } from '@domain/search/evaluation';
import { evaluate, parseQuery } from '@domain/search/query';
import { applyFacets } from '../search-results/facets';
import { inArticlesOf } from '../search-results/within';
import type { Narrowing } from '../search-types';
import { everyArticle, type Job, stopIfTold } from './job';
import type { QueryMistake } from './types';

type FoundAll = { found: Evaluation[]; mistake: null } | { mistake: QueryMistake };

/**
 * The queries' evaluations in their order, or the first mistake in one. An empty query finds nothing.
 *
 * @param narrowing what of each counts, as in a search
 */
export async function findAll(
  job: Job,
  queries: readonly string[],
  narrowing?: Narrowing,
): Promise<FoundAll> {
  const whole = await findEach(job, queries);
  if (narrowing === undefined || whole.mistake !== null) return whole;
  const { source } = job;
  const earlier = await findEach(job, narrowing.within);
  if (earlier.mistake !== null) return earlier;
  const found = whole.found.map((evaluation) => {
    const left = earlier.found.reduce(
      (rest, each) => inArticlesOf(rest, { source, evaluation: each }),
      { source, evaluation },
    );
    return applyFacets(left, narrowing.facets).evaluation;
  });
  return { found, mistake: null };
}

/** The articles that a narrowing leaves whatever is asked for, ascending. */
export async function articlesLeft(
  job: Job,
  narrowing: Narrowing | undefined,
): Promise<{ articles: Uint32Array; mistake: null } | { mistake: QueryMistake }> {
  const all = everyArticle(job.source);
  if (narrowing === undefined) return { articles: all, mistake: null };
  const earlier = await findEach(job, narrowing.within);
  if (earlier.mistake !== null) return earlier;
  const { source } = job;
  const left = earlier.found.reduce(
    (rest, evaluation) => inArticlesOf(rest, { source, evaluation }),
    { source, evaluation: { ...NOTHING, articles: all } },
  );
  // A kind is one of places: where nothing is asked for there are none.
  const facets = { ...narrowing.facets, kinds: [] };
  return { articles: applyFacets(left, facets).evaluation.articles, mistake: null };
}

/** The articles that a query finds; all that the narrowing leaves when nothing is asked for. */
export async function articlesOf(
  job: Job,
  query: string,
  narrowing: Narrowing | undefined,
): Promise<{ articles: Uint32Array; mistake: null } | { mistake: QueryMistake }> {
  if (query.trim() === '') return articlesLeft(job, narrowing);
  const answer = await findAll(job, [query], narrowing);
  if (answer.mistake !== null) return answer;
  return { articles: answer.found[0]?.articles ?? NONE, mistake: null };
}

async function findEach(job: Job, queries: readonly string[]): Promise<FoundAll> {
  const found: Evaluation[] = [];
  for (const query of queries) {
    const { query: understood, problem } = parseQuery(query);
    if (problem !== null) return { mistake: { query, problem } };
    if (understood === null) found.push(NOTHING);
    else found.push(await evaluateOne(job, understood));
    stopIfTold(job.signal);
  }
  return { found, mistake: null };
}

async function evaluateOne(
  { source, signal }: Job,
  query: Parameters<typeof evaluate>[0],
): Promise<Evaluation> {
  try {
    return await evaluate(query, source, { signal });
  } catch (error) {
    // What was stopped says so in its own way.
    stopIfTold(signal);
    throw error;
  }
}

const NONE = new Uint32Array();
const NOTHING: Evaluation = {
  fields: new Uint8Array(),
  owners: NONE,
  starts: NONE,
  ends: NONE,
  articles: NONE,
  looseNotes: NONE,
  terms: [],
};

export type Place = { start: number; end: number };

const TITLE = FOUND_FIELDS.indexOf('title');
const NOTE = FOUND_FIELDS.indexOf('note');

/** The places in titles and texts, found by article. Passages with a tag are places in the text. */
export class PlacesByArticle {
  /** First and last index of an article's places among all. */
  private readonly spans = new Map<number, [number, number]>();

  constructor(private readonly evaluation: Evaluation) {
    const { fields, owners } = evaluation;
    for (let at = 0; at < fields.length; at += 1) {
      if (fields[at] === NOTE) continue;
      const owner = owners[at] ?? 0;
      const span = this.spans.get(owner);
      if (span === undefined) this.spans.set(owner, [at, at]);
      else span[1] = at;
    }
  }

  of(article: number, field: 'title' | 'text'): Place[] {
    const [from, to] = this.spans.get(article) ?? [0, -1];
    const { fields, owners, starts, ends } = this.evaluation;
    const places: Place[] = [];
    for (let at = from; at <= to; at += 1) {
      if (fields[at] === NOTE || owners[at] !== article) continue;
      if ((fields[at] === TITLE) !== (field === 'title')) continue;
      places.push({ start: starts[at] ?? 0, end: ends[at] ?? 0 });
    }
    return places.sort((x, y) => x.start - y.start);
  }

  /** Articles with a place in title or text, ascending. */
  articles(): Uint32Array {
    return Uint32Array.from(this.spans.keys()).sort();
  }

  /** How many places an article has. */
  count(article: number): number {
    const [from, to] = this.spans.get(article) ?? [0, -1];
    const { fields, owners } = this.evaluation;
    let count = 0;
    for (let at = from; at <= to; at += 1) {
      if (fields[at] !== NOTE && owners[at] === article) count += 1;
    }
    return count;
  }
}
