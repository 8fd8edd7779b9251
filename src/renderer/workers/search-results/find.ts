import { evaluate, parseQuery } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { currentSource } from '../search/source';
import type { Found } from './found';
import { inArticlesOf } from './within';

/** What was found last, so that another order or facet does not search again. */
let last: { source: SearchSource; key: string; found: Found } | null = null;

/** What a query finds in the articles that earlier ones found. */
export async function find(
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

export async function findOne(
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
