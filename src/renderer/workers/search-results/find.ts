import { type Answered, answerQuery, evaluate, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { currentSource, lastSource } from '../search/source';
import type { Found } from './found';
import { inArticlesOf } from './within';

/** What was found last, so that another order or facet does not search again. */
let last: { source: SearchSource; key: string; found: Found } | null = null;
/** What the earlier queries found that results were narrowed to last; it is the same for each key typed. */
let narrowing: { source: SearchSource; found: ReadonlyMap<string, Found> } | null = null;

/** What a query finds in the articles that earlier ones found. */
export async function find(
  text: string,
  within: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Found> {
  const source = await currentSource();
  signal?.throwIfAborted();
  const key = keyOf(text, within);
  const again = foundIn(source, text, within);
  if (again !== null) return again;
  const earlier = await earlierFound(source, within, signal);
  const found = earlier.reduce(inArticlesOf, await findOne(source, text, signal));
  last = { source, key, found };
  return found;
}

/** What each of the earlier queries finds that a result is narrowed to. */
export async function earlierFound(
  source: SearchSource,
  within: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const known = new Map<string, Found>();
  for (const text of within) {
    const before = narrowing?.source === source ? narrowing.found.get(text) : undefined;
    const found = foundIn(source, text) ?? before ?? (await findOne(source, text, signal));
    known.set(text, found);
  }
  narrowing = { source, found: known };
  return [...known.values()];
}

/** What a query has just found can be had again by `find`. */
export function remember(text: string, within: readonly string[], found: Found): void {
  last = { source: found.source, key: keyOf(text, within), found };
}

/** Whether a query was the last one, so that `find` may have it. */
export function wasFound(text: string): boolean {
  return last?.key === keyOf(text, []);
}

/** What a query has found if it was the last one, in the archive as it is; `null` otherwise. */
export function foundIn(
  source: SearchSource,
  text: string,
  within: readonly string[] = [],
): Found | null {
  return last?.source === source && last.key === keyOf(text, within) ? last.found : null;
}

function keyOf(text: string, within: readonly string[]): string {
  return JSON.stringify([text, within]);
}

export async function findOne(
  source: SearchSource,
  text: string,
  signal: AbortSignal | undefined,
): Promise<Found> {
  return { source, evaluation: await evaluate(parsed(text), source, waiting(signal)) };
}

interface AnsweredIn {
  source: SearchSource;
  answered: Answered;
}

/**
 * What a query finds, not yet in order. Whether the archive has changed since the last question is looked
 * up while it is answered; when it has, the query is answered once more.
 */
export async function answer(text: string, signal: AbortSignal): Promise<AnsweredIn> {
  const query = parsed(text);
  const guess = lastSource();
  const outdated = new AbortController();
  const looking = currentSource().then((source) => {
    if (source !== guess) outdated.abort();
    return source;
  });
  // What goes wrong is told below; nobody else waits for it when the guess was stopped.
  looking.catch(() => undefined);
  let guessed: { answered: Answered } | { error: unknown } | null = null;
  if (guess !== null) {
    const both = AbortSignal.any([signal, outdated.signal]);
    guessed = await answerQuery(query, guess, { signal: both }).then(
      (answered) => ({ answered }),
      (error: unknown) => ({ error }),
    );
  }
  const source = await looking;
  const isRight = guessed !== null && source === guess && !signal.aborted;
  if (!isRight && guessed !== null && 'answered' in guessed) guessed.answered.release?.();
  signal.throwIfAborted();
  if (guessed === null || source !== guess) {
    return { source, answered: await answerQuery(query, source, { signal }) };
  }
  if ('error' in guessed) throw guessed.error;
  return { source, answered: guessed.answered };
}

function waiting(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { signal };
}

/** @throws RangeError when there is nothing to search for in it */
function parsed(text: string) {
  const { query } = parseQuery(text);
  if (query === null) throw new RangeError(`There is nothing to search for in ${text}`);
  return query;
}
