import { FOUND_FIELDS } from '@domain/search/evaluation';
import { evaluate, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { currentSource } from '../search/source';
import type {
  FacetChoice,
  Facets,
  KwicLine,
  KwicOrder,
  KwicResult,
  SearchOutcome,
  SearchRequest,
  SearchResult,
  SearchRow,
} from '../search-types';
import { sortPlaces } from './concordance';
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
  /** The concordance that was asked for last. */
  lines: { key: string; order: Uint32Array } | null;
}

/** How many results can still be asked for rows, and how many places those before the last have. */
const KEPT = 6;
const KEPT_PLACES = 4_000_000;

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
    keep({ id, list, whole, facets: request.facets, lines: null });
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

function keep(result: KeptResult): void {
  kept = [...kept, result].slice(-KEPT);
  const places = () => kept.reduce((sum, { list }) => sum + list.evaluation.fields.length, 0);
  while (kept.length > 2 && places() > KEPT_PLACES) kept.shift();
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

let sorting: AbortController | null = null;

/**
 * Puts the places of a result into the order of a concordance. A newer call ends an older one.
 * @returns `null` when the result is too old, `false` when it was stopped
 */
export async function sortLines(
  id: number,
  order: KwicOrder,
  onProgress?: (done: number, total: number) => void,
): Promise<boolean | null> {
  sorting?.abort();
  const result = kept.find((each) => each.id === id);
  if (result === undefined) return null;
  const key = JSON.stringify(order);
  if (result.lines?.key === key) return true;
  const mine = new AbortController();
  sorting = mine;
  try {
    const places = await sortPlaces(result.list, order, {
      signal: mine.signal,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    result.lines = { key, order: places };
    return true;
  } catch (error) {
    if (mine.signal.aborted) return false;
    throw error;
  }
}

export function stopSorting(): void {
  sorting?.abort();
}

/**
 * Lines of the concordance that a result was put into the order of last, by their numbers; `null` when
 * the result is too old or in no order.
 * @param width UTF-16 units on either side, at most
 */
export async function lines(
  id: number,
  numbers: Uint32Array,
  width: number,
): Promise<KwicLine[] | null> {
  const result = kept.find((each) => each.id === id);
  if (result === undefined || result.lines === null) return null;
  const { order } = result.lines;
  return linesOf(
    result.list,
    Array.from(numbers, (number) => order[number] ?? -1).filter((place) => place >= 0),
    width,
  );
}

async function linesOf(
  found: Found,
  places: readonly number[],
  width: number,
): Promise<KwicLine[]> {
  const { source } = found;
  const hits = await hitsOf(found, places, width);
  return hits.map((hit, index) => {
    const article = articleOf(found, places[index] ?? 0);
    const { outlet = '', date = '' } = source.articles[article] ?? {};
    return { ...hit, outlet, date };
  });
}

function articleOf({ source, evaluation: { fields, owners } }: Found, place: number): number {
  const owner = owners[place] ?? 0;
  const isNote = FOUND_FIELDS[fields[place] ?? 0] === 'note';
  return isNote ? (source.notes[owner]?.article ?? -1) : owner;
}

/** The lines of a query in order, beside those of the screen; `limit` bounds only what is answered. */
export async function concordance(
  query: string,
  order: KwicOrder,
  width: number,
  limit: number,
): Promise<KwicResult> {
  const { query: parsed, problem } = parseQuery(query);
  const about = { query, problem };
  if (parsed === null) return { ...about, total: 0, articles: 0, lines: [] };
  const found = await find(query, [], undefined);
  const places = await sortPlaces(found, order);
  return {
    ...about,
    total: places.length,
    articles: found.evaluation.articles.length,
    lines: await linesOf(found, Array.from(places.subarray(0, limit)), width),
  };
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
