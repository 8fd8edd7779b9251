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
  SortOrder,
} from '../search-types';
import { applyFacets, choosesNothing, countFacets } from './facets';
import { answer, find, findOne, remember, wasFound } from './find';
import type { Found } from './found';
import { groupPlaces } from './groups';
import { findGrowing } from './growing';
import { HEAD_ROWS, headOf } from './head';
import { type KeptResult, keep, keepLater, keptResult } from './kept';
import { orderGroups } from './order';
import { hitsOf, listOf, type ResultList, rowsOf, sizesOf } from './rows';

let serial = 0;
let running: AbortController | null = null;
let runningNear: AbortController | null = null;

const EMPTY = {
  ...{ total: 0, articles: 0, groups: new Uint32Array(), groupCount: 0, isWhole: true },
  ...{ head: [], superseded: false },
};

/**
 * Searches; a search that is still running ends early, marked as superseded. What is seen first is answered
 * as soon as it is certain, and the rest put in order afterwards: `groupsOf` waits for it.
 */
export async function search(request: SearchRequest): Promise<SearchOutcome> {
  running?.abort();
  runningNear?.abort();
  const mine = new AbortController();
  running = mine;
  serial += 1;
  const id = serial;
  const { query, problem } = parseQuery(request.query);
  const about = { resultId: id, query: request.query, problem };
  if (query === null) return { ...about, ...EMPTY };
  try {
    const grown = await findGrowing(request, mine.signal);
    const outcome =
      (grown === null ? await searchHead(id, request, mine.signal) : null) ??
      (await searchWhole(id, request, mine.signal, grown));
    return transfer({ ...about, ...outcome }, [outcome.groups.buffer]);
  } catch (error) {
    if (mine.signal.aborted) return { ...about, ...EMPTY, superseded: true };
    throw error;
  }
}

type Outcome = Omit<SearchOutcome, 'resultId' | 'query' | 'problem'> & {
  groups: Uint32Array<ArrayBuffer>;
};

/** How a result begins, while the rest is put in order; `null` when all has to be known for that. */
async function searchHead(
  id: number,
  { query, sort, facets, within }: SearchRequest,
  signal: AbortSignal,
): Promise<Outcome | null> {
  if (within.length > 0 || !choosesNothing(facets) || wasFound(query)) return null;
  const { source, answered } = await answer(query, signal);
  const head = await headOf(source, answered, sort, HEAD_ROWS).finally(() => answered.release?.());
  if (head === null) return null;
  const { total } = answered;
  const rows = await rowsOf(head.list, 0, HEAD_ROWS);
  signal.throwIfAborted();
  const result = async (): Promise<KeptResult> => {
    await giveWay(signal);
    const whole = { source, evaluation: await answered.all(signal) };
    remember(query, [], whole);
    return { id, whole, facets, lines: null, list: await inOrder(whole, sort, signal) };
  };
  keepLater(id, { places: total, groups: head.groups }, () =>
    result().catch((error: unknown) => {
      // A newer search took over: what it was for is not shown any more.
      if (signal.aborted) return null;
      throw error;
    }),
  );
  return {
    total,
    articles: answered.satisfied.countBelow(source.articles.length),
    groups: sizesOf(head.list),
    groupCount: head.groups,
    isWhole: head.groups === head.list.order.length,
    head: rows,
    superseded: false,
  };
}

async function searchWhole(
  id: number,
  { query, sort, facets, within }: SearchRequest,
  signal: AbortSignal,
  known: Found | null,
): Promise<Outcome> {
  const whole = known ?? (await find(query, within, signal));
  await giveWay(signal);
  const found = applyFacets(whole, facets);
  const list = await inOrder(found, sort, signal);
  const head = await rowsOf(list, 0, HEAD_ROWS);
  signal.throwIfAborted();
  keep({ id, list, whole, facets, lines: null });
  return {
    total: found.evaluation.fields.length,
    articles: found.evaluation.articles.length,
    groups: sizesOf(list),
    groupCount: list.order.length,
    isWhole: true,
    head,
    superseded: false,
  };
}

async function inOrder(found: Found, sort: SortOrder, signal: AbortSignal): Promise<ResultList> {
  await giveWay(signal);
  const groups = groupPlaces(found);
  await giveWay(signal);
  const list = listOf(found, groups, orderGroups(found, groups, sort));
  await giveWay(signal);
  return list;
}

/** Between steps that take long in a large result: a newer search takes over. */
async function giveWay(signal: AbortSignal): Promise<void> {
  await nextTurn();
  signal.throwIfAborted();
}

/**
 * Places in each group of a result, in the order of its list; `null` when it is too old, or when a newer
 * search took over before it was in order.
 */
export async function groupsOf(id: number): Promise<Uint32Array | null> {
  const result = await keptResult(id);
  if (result === null) return null;
  const sizes = sizesOf(result.list);
  return transfer(sizes, [sizes.buffer]);
}

/** The rows of a result's list from `from` to `to` (exclusive); `null` when it is too old. */
export async function rows(id: number, from: number, to: number): Promise<SearchRow[] | null> {
  const list = (await keptResult(id))?.list ?? null;
  return list === null ? null : rowsOf(list, from, to);
}

/** Counts a result by facets; `null` when it is too old. */
export async function facets(id: number): Promise<Facets | null> {
  const result = await keptResult(id);
  return result === null ? null : countFacets(result.whole, result.facets);
}

/**
 * Where the text and the title of an article have what was found, ascending; `null` when the result is
 * too old. UTF-16 offsets, end exclusive.
 */
export async function placesIn(id: number, articleId: string): Promise<ArticlePlaces | null> {
  const list = (await keptResult(id))?.list ?? null;
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

/** Queries near to one that finds nothing, which do find something; none when a newer search took over. */
export async function near(query: string): Promise<string[]> {
  runningNear?.abort();
  const mine = new AbortController();
  runningNear = mine;
  const { signal } = mine;
  try {
    return await nearForms(query, await currentSource(), { signal });
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
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
export async function articleIds(id: number): Promise<string[] | null> {
  const list = (await keptResult(id))?.list ?? null;
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
