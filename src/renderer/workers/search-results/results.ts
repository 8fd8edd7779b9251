import { FOUND_FIELDS } from '@domain/search/evaluation';
import { evaluate, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { currentSource } from '../search/source';
import type {
  FacetChoice,
  Facets,
  SearchOutcome,
  SearchRequest,
  SearchResult,
  SearchRow,
} from '../search-types';
import { applyFacets, countFacets } from './facets';
import { type Found, narrow } from './found';
import { groupPlaces, sizeOf } from './groups';
import { orderGroups } from './order';
import { hitsOf, listOf, type ResultList, rowsOf } from './rows';

interface KeptResult {
  id: number;
  list: ResultList;
  /** Before facets were chosen. */
  whole: Found;
  facets: FacetChoice;
}

/** How many results can still be asked for rows. */
const KEPT = 8;

let serial = 0;
let kept: KeptResult[] = [];
let running: AbortController | null = null;

const EMPTY = { total: 0, articles: 0, groups: new Uint32Array(), head: [], superseded: false };

/** Rows that come along with a result, for what is seen at once. */
const HEAD = 40;

/** Searches; a search that is still running ends early, marked as superseded. */
export async function search(request: SearchRequest): Promise<SearchOutcome> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  serial += 1;
  const id = serial;
  const { query, problem } = parseQuery(request.query);
  const about = { resultId: id, query: request.query, problem };
  if (query === null) return { ...about, ...EMPTY };
  try {
    const whole = await find(request.query, request.within, mine.signal);
    const found = applyFacets(whole, request.facets);
    const groups = groupPlaces(found);
    const list = listOf(found, groups, orderGroups(found, groups, request.sort));
    const head = await rowsOf(list, 0, HEAD);
    mine.signal.throwIfAborted();
    kept = [...kept, { id, list, whole, facets: request.facets }].slice(-KEPT);
    return {
      ...about,
      total: found.evaluation.fields.length,
      articles: found.evaluation.articles.length,
      groups: list.order.map((group) => sizeOf(groups, group)),
      head,
      superseded: false,
    };
  } catch (error) {
    if (mine.signal.aborted) return { ...about, ...EMPTY, superseded: true };
    throw error;
  }
}

/** What was found last, so that another order or facet does not search again. */
let last: { source: SearchSource; key: string; found: Found } | null = null;

async function find(
  text: string,
  within: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Found> {
  const source = await currentSource();
  signal?.throwIfAborted();
  const key = JSON.stringify([text, within]);
  if (last?.source === source && last.key === key) return last.found;
  let found = await findOne(source, text, signal);
  for (const earlier of within) found = inArticlesOf(found, await findOne(source, earlier, signal));
  last = { source, key, found };
  return found;
}

async function findOne(
  source: SearchSource,
  text: string,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const { query } = parseQuery(text);
  const evaluation =
    query === null
      ? await Promise.reject(new RangeError(`There is nothing to search for in ${text}`))
      : await evaluate(query, source, signal === undefined ? {} : { signal });
  return { source, evaluation };
}

/** Only what lies in articles that an earlier query found too. */
function inArticlesOf({ source, evaluation }: Found, earlier: Found): Found {
  const there = new Set(earlier.evaluation.articles);
  const { fields, owners, articles } = evaluation;
  const note = FOUND_FIELDS.indexOf('note');
  return {
    source,
    evaluation: narrow(
      evaluation,
      (place) => {
        const owner = owners[place] ?? 0;
        return there.has(fields[place] === note ? (source.notes[owner]?.article ?? -1) : owner);
      },
      articles.filter((article) => there.has(article)),
      new Uint32Array(),
    ),
  };
}

/** A result that is still kept; `null` for one that is too old. */
export function resultOf(id: number): ResultList | null {
  return kept.find((result) => result.id === id)?.list ?? null;
}

/** The rows of a result's list from `from` to `to` (exclusive); `null` when it is too old. */
export async function rows(id: number, from: number, to: number): Promise<SearchRow[] | null> {
  const list = resultOf(id);
  return list === null ? null : rowsOf(list, from, to);
}

/** Counts a result by facets; `null` when it is too old. */
export function facets(id: number): Facets | null {
  const result = kept.find((each) => each.id === id);
  return result === undefined ? null : countFacets(result.whole, result.facets);
}

/** The ids of a result's articles in the order of its list; `null` when it is too old. */
export function articleIds(id: number): string[] | null {
  const list = resultOf(id);
  if (list === null) return null;
  const { source, groups, order } = list;
  return Array.from(order, (group) => groups.of[group] ?? -1).flatMap(
    (article) => source.articles[article]?.id ?? [],
  );
}

/** What a query finds as one list, beside the searches of the screen: titles, then texts, then notes. */
export async function findAll(
  request: Pick<SearchRequest, 'query' | 'facets' | 'within'>,
  limit: number,
): Promise<SearchResult> {
  const { query, problem } = parseQuery(request.query);
  const about = { query: request.query, problem };
  if (query === null) return { ...about, total: 0, articles: 0, hits: [] };
  const found = applyFacets(await find(request.query, request.within, undefined), request.facets);
  const { fields, articles } = found.evaluation;
  const places: number[] = [];
  for (const field of FOUND_FIELDS.keys()) {
    for (let place = 0; place < fields.length && places.length < limit; place += 1) {
      if (fields[place] === field) places.push(place);
    }
  }
  const hits = await hitsOf(found, places);
  return { ...about, total: fields.length, articles: articles.length, hits };
}

/** How much a query finds, beside the searches of the screen. */
export async function count(query: string): Promise<{ total: number; articles: number }> {
  if (parseQuery(query).query === null) return { total: 0, articles: 0 };
  const { evaluation } = await findOne(await currentSource(), query, undefined);
  return { total: evaluation.fields.length, articles: evaluation.articles.length };
}
