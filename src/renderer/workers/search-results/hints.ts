import { nearForms, type Suggestions, suggest, type Vocabulary } from '@domain/search/query';
import type { SearchSource } from '@domain/search/source';
import { currentSource } from '../search/source';

let known: { source: SearchSource; outlets: string[] } | null = null;

/** How a query could go on at the caret, a UTF-16 offset. */
export async function suggestions(
  text: string,
  caret: number,
  language: Vocabulary['language'],
): Promise<Suggestions | null> {
  const source = await currentSource();
  if (known?.source !== source) {
    known = { source, outlets: [...new Set(source.articles.map(({ outlet }) => outlet))] };
  }
  return suggest(text, caret, { language, outlets: known.outlets, tags: source.tags });
}

let running: AbortController | null = null;

/** Queries near to one that finds nothing, which do find something; a newer call ends this one. */
export async function nearQueries(query: string): Promise<string[]> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  try {
    return await nearForms(query, await currentSource(), { signal: mine.signal });
  } catch (error) {
    if (mine.signal.aborted) return [];
    throw error;
  }
}
