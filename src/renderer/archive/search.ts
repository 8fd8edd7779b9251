import {
  type ArticlePlaces,
  type FacetChoice,
  type Facets,
  type Narrowing,
  type SearchOutcome,
  type SearchRequest,
  type SearchResult,
  type SearchRow,
  startSearchWorker,
  type WorkerClient,
} from '@renderer/workers/clients';
import type { SearchService } from '@renderer/workers/search-worker';
import { searchFirst, whenQuiet } from './search-quiet';

export type {
  FacetChoice,
  Facets,
  Narrowing,
  SearchGroup,
  SearchHit,
  SearchOutcome,
  SearchRequest,
  SearchResult,
  SearchRow,
  SortOrder,
} from '@renderer/workers/clients';

type Service = WorkerClient<SearchService>['service'];

let opened: Promise<Service> | null = null;
/** The worker once it is there: a key need not wait for a turn to reach it. */
let ready: Service | null = null;

/** The worker, which is started by the first question. */
export function searchService(): Promise<Service> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Service> {
  const { service } = startSearchWorker();
  await service.open();
  ready = service;
  return service;
}

export const NO_FACETS: FacetChoice = { outlets: [], years: [], tagIds: [], kinds: [] };
export const NO_NARROWING: Narrowing = { facets: NO_FACETS, within: [] };

/** Whether it leaves anything out. */
export function isNarrowing({ facets, within }: Narrowing): boolean {
  return within.length > 0 || Object.values(facets).some((values) => values.length > 0);
}

/** A query with what it is narrowed by; what other parts of the program act on. */
export type SearchScope = Pick<SearchRequest, 'query'> & Narrowing;

/** Searches for the screen. A later call makes an earlier one end early, marked as superseded. */
export async function search(request: SearchRequest): Promise<SearchOutcome> {
  return searchFirst(() =>
    ready !== null
      ? ready.search(request)
      : searchService().then((service) => service.search(request)),
  );
}

/**
 * What the search of the screen has found while it goes on; `null` when it cannot tell.
 * @param listed the result on the screen, whose rows can still be had
 */
export async function searchSoFar(listed: number | null): Promise<SearchOutcome | null> {
  return (await searchService()).soFar(listed);
}

/**
 * Places in each group of a result that came without all of them; `null` when it is too old, or a newer
 * search took over.
 */
export async function searchGroups(resultId: number): Promise<Uint32Array | null> {
  return (await searchService()).groupsOf(resultId);
}

/** Rows of a result's list, `to` exclusive; `null` when the result is too old. */
export async function searchRows(
  resultId: number,
  from: number,
  to: number,
): Promise<SearchRow[] | null> {
  return (await searchService()).rows(resultId, from, to);
}

/** How a result is spread; `null` when it is too old. Waits for a pause in typing, like all that counts. */
export function searchFacets(resultId: number, signal: AbortSignal): Promise<Facets | null> {
  return whenQuiet(async () => (await searchService()).facets(resultId), signal);
}

/** The articles of a result in the order of its list; `null` when it is too old. */
export async function searchArticleIds(resultId: number): Promise<string[] | null> {
  return (await searchService()).articleIds(resultId);
}

/** Where the text and the title of an article have what was found; `null` when the result is too old. */
export async function searchPlaces(
  resultId: number,
  articleId: string,
): Promise<ArticlePlaces | null> {
  return (await searchService()).placesIn(resultId, articleId);
}

/** Queries near to one that finds nothing, which do find something. */
export async function searchNearForms(query: string, signal: AbortSignal): Promise<string[]> {
  return (await whenQuiet(async () => (await searchService()).near(query), signal)) ?? [];
}

/** The outlets of the archive, those with most articles first. */
export async function searchOutlets(signal: AbortSignal): Promise<string[]> {
  return (await whenQuiet(async () => (await searchService()).outlets(), signal)) ?? [];
}

/** How much a query finds; `null` when it was no longer wanted. */
export function countSearch(
  query: string,
  signal?: AbortSignal,
): Promise<{ total: number; articles: number } | null> {
  return whenQuiet(async () => (await searchService()).count(query), signal);
}

/**
 * Finds every occurrence in titles, texts and notes, beside the searches of the screen; `limit` bounds
 * only the hits that are answered.
 */
export async function searchArchive(
  scope: string | SearchScope,
  limit: number = Number.MAX_SAFE_INTEGER,
): Promise<SearchResult> {
  const asked = typeof scope === 'string' ? { query: scope, facets: NO_FACETS, within: [] } : scope;
  return (await searchService()).findAll(asked, limit);
}
