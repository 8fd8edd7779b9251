import { GrowingAnswer, parseQuery, UnitSet, unitsOf } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { currentSource, lastSource } from '../search/source';
import type { SearchOutcome, SearchRequest } from '../search-types';
import { applyFacets } from './facets';
import { earlierFound, foundIn, remember } from './find';
import type { Found } from './found';
import { groupPlaces } from './groups';
import { HEAD_ROWS } from './head';
import { keepPartial } from './kept';
import { orderGroups } from './order';
import { listOf, rowsOf, sizesOf } from './rows';
import { inArticlesOf } from './within';

/** Texts that are looked through between two answers. */
const PART = 1000;

/** A search that reads very many texts, and what it has found. */
interface Growing {
  request: SearchRequest;
  source: SearchSource;
  answer: GrowingAnswer;
  /** What it is narrowed to. */
  earlier: readonly Found[];
  /** Units that were looked through, and of how many. */
  done: number;
  size: number;
}

let growing: Growing | null = null;
/** Of results that are not whole; others count upwards. */
let serial = 0;

/**
 * Finds what a query finds where very many texts have to be read for it: first in those that the index has,
 * then in the others, some at a time, so that `soFar` can tell what there is already.
 * @returns `null` when they are few; then all is found at once
 * @throws the signal's reason when it is aborted
 */
export async function findGrowing(
  request: SearchRequest,
  signal: AbortSignal,
): Promise<Found | null> {
  const guess = lastSource();
  if (guess !== null && isQuick(guess)) return null;
  const source = await currentSource();
  signal.throwIfAborted();
  const { query } = parseQuery(request.query);
  const unread = source.unread?.() ?? null;
  if (query === null || unread === null) return null;
  const again = foundIn(source, request.query, request.within);
  if (again !== null) return again;
  // They must be whole; those that were just looked at are.
  const earlier = await earlierFound(source, request.within, signal);
  const wanted = inAll(unread, earlier);
  const answer = new GrowingAnswer(query, source);
  const { size } = unitsOf(source);
  const all = size - unread.length + wanted.length;
  const mine: Growing = { request, source, answer, earlier, done: 0, size: all };
  growing = mine;
  try {
    for (const part of partsOf(unread, wanted, size)) {
      await answer.add(part, signal);
      mine.done += part.count();
    }
  } finally {
    if (growing === mine) growing = null;
  }
  const found = await narrowed(mine);
  signal.throwIfAborted();
  // Another order or facet does not read all texts again.
  remember(request.query, request.within, found);
  return found;
}

async function narrowed({ source, answer, earlier }: Growing): Promise<Found> {
  return earlier.reduce(inArticlesOf, { source, evaluation: await answer.answered().all() });
}

/** The articles that all earlier queries found: no other need be read. */
function inAll(unread: Uint32Array, earlier: readonly Found[]): Uint32Array {
  const sets = earlier.map(({ evaluation }) => new Set(evaluation.articles));
  return unread.filter((article) => sets.every((set) => set.has(article)));
}

function isQuick(source: SearchSource): boolean {
  return (source.unread?.() ?? null) === null;
}

/** What is known without reading, then what is wanted of the rest. */
function* partsOf(unread: Uint32Array, wanted: Uint32Array, size: number): Generator<UnitSet> {
  const rest = UnitSet.none(size);
  for (const article of unread) rest.add(article);
  yield rest.not();
  for (let from = 0; from < wanted.length; from += PART) {
    const part = UnitSet.none(size);
    for (const article of wanted.subarray(from, from + PART)) part.add(article);
    yield part;
  }
}

/**
 * What the search that is running has found up to now, as a result of its own; `null` when it tells nothing.
 * @param listed the id of the result that is listed, whose rows may still be asked for
 */
export async function soFar(listed: number | null): Promise<SearchOutcome | null> {
  if (growing === null || growing.done === 0) return null;
  const { request, done, size } = growing;
  const whole = await narrowed(growing);
  const found = applyFacets(whole, request.facets);
  const groups = groupPlaces(found);
  const list = listOf(found, groups, orderGroups(found, groups, request.sort));
  serial -= 1;
  const id = serial;
  keepPartial({ id, list, whole, facets: request.facets, lines: null }, listed);
  const { fields, articles } = found.evaluation;
  return {
    ...{ resultId: id, query: request.query, problem: null, superseded: false },
    ...{ total: fields.length, articles: articles.length },
    groups: sizesOf(list),
    groupCount: list.order.length,
    isWhole: true,
    head: await rowsOf(list, 0, HEAD_ROWS),
    soFar: Math.floor((100 * done) / size),
  };
}
