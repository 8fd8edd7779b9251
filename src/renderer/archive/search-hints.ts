import type { Suggestions, Vocabulary } from '@domain/search/query';
import { searchService } from './search';

export type { Suggestions } from '@domain/search/query';

/** How a query could go on at the caret, a UTF-16 offset; `null` when there is nothing to say. */
export async function searchSuggestions(
  query: string,
  caret: number,
  language: Vocabulary['language'],
): Promise<Suggestions | null> {
  return (await searchService()).suggestions(query, caret, language);
}

/** Queries near to one that finds nothing, which do find something. */
export async function nearQueries(query: string): Promise<string[]> {
  return (await searchService()).nearQueries(query);
}
