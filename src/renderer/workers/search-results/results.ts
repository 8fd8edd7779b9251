import { FOUND_FIELDS } from '@domain/search/evaluation';
import { nearForms, parseQuery } from '@domain/search/query';
import { nextTurn } from '@domain/search/turn';
import { transfer } from 'comlink';
import { currentSource } from '../search/source';
import type {
  ArticlePlaces,
  Facets,
  SearchOutcome,
  SearchRequest,
  SearchResult,
  SearchRow,
} from '../search-types';
import { applyFacets, countFacets } from './facets';
import { find, findOne } from './find';
import { groupPlaces, sizeOf } from './groups';
import { keep, keptResult } from './kept';
import { orderGroups } from './order';
import { hitsOf, listOf, type ResultList, rowsOf } from './rows';

let serial = 0;
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
    await giveWay(mine.signal);
    const found = applyFacets(whole, request.facets);
    const groups = groupPlaces(found);
    await giveWay(mine.signal);
    const list = listOf(found, groups, orderGroups(found, groups, request.sort));
    await giveWay(mine.signal);
    const head = await rowsOf(list, 0, HEAD);
    mine.signal.throwIfAborted();
    keep({ id, list, whole, facets: request.facets, lines: null });
    const sizes = sizesOf(list);
    return transfer(
      {
        ...about,
        total: found.evaluation.fields.length,
        articles: found.evaluation.articles.length,
        groups: sizes,
        head,
        superseded: false,
      },
      [sizes.buffer],
    );
  } catch (error) {
    if (mine.signal.aborted) return { ...about, ...EMPTY, superseded: true };
    throw error;
  }
}

/** Between steps that take long in a large result: a newer search takes over. */
async function giveWay(signal: AbortSignal): Promise<void> {
  await nextTurn();
  signal.throwIfAborted();
}

/** Places in each group, in the order of the list. */
function sizesOf({ groups, order }: ResultList): Uint32Array<ArrayBuffer> {
  const sizes = new Uint32Array(order.length);
  for (let at = 0; at < sizes.length; at += 1) sizes[at] = sizeOf(groups, order[at] as number);
  return sizes;
}

/** The rows of a result's list from `from` to `to` (exclusive); `null` when it is too old. */
export async function rows(id: number, from: number, to: number): Promise<SearchRow[] | null> {
  const list = keptResult(id)?.list ?? null;
  return list === null ? null : rowsOf(list, from, to);
}

/** Counts a result by facets; `null` when it is too old. */
export function facets(id: number): Facets | null {
  const result = keptResult(id);
  return result === null ? null : countFacets(result.whole, result.facets);
}

/**
 * Where the text and the title of an article have what was found, ascending; `null` when the result is
 * too old. UTF-16 offsets, end exclusive.
 */
export function placesIn(id: number, articleId: string): ArticlePlaces | null {
  const list = keptResult(id)?.list ?? null;
  if (list === null) return null;
  const { source, evaluation, groups } = list;
  const places: ArticlePlaces = { title: [], text: [] };
  const article = source.articles.findIndex((each) => each.id === articleId);
  const group = article < 0 ? -1 : groups.of.indexOf(article);
  if (group < 0) return places;
  for (let at = groups.from[group] ?? 0; at < (groups.from[group + 1] ?? 0); at += 1) {
    const field = FOUND_FIELDS[evaluation.fields[at] ?? 0];
    if (field !== 'text' && field !== 'title') continue;
    places[field].push({ start: evaluation.starts[at] ?? 0, end: evaluation.ends[at] ?? 0 });
  }
  return places;
}

/** Queries near to one that finds nothing, which do find something. */
export async function near(query: string): Promise<string[]> {
  return nearForms(query, await currentSource());
}

/** The outlets of the archive, those with most articles first. */
export async function outlets(): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { outlet } of (await currentSource()).articles) {
    if (outlet !== '') counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([outlet]) => outlet);
}

/** The ids of a result's articles in the order of its list; `null` when it is too old. */
export function articleIds(id: number): string[] | null {
  const list = keptResult(id)?.list ?? null;
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
