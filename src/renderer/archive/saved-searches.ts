import type { SavedSearch } from '@domain/model-history';
import { useLive } from '@renderer/data/live';
import { changed, newStamp } from '@renderer/data/records';
import { allSavedSearches } from '@renderer/data/saved-searches';
import { useEffect, useState } from 'react';
import { commit } from './history';
import { countSearch } from './search';
import { useArchiveVersion } from './search-live';
import { readSettings, saveSetting } from './settings';

/** The searches that were saved, by name; `undefined` while they are read. */
export function useSavedSearches(): SavedSearch[] | undefined {
  return useLive(async () => {
    const saved = await allSavedSearches();
    return saved.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  }, []);
}

/** Keeps a query under a name; one of the same query gets the new name. Reversible. */
export function saveSearch(name: string, query: string): Promise<void> {
  return commit({ name: 'save-search', count: 1 }, async (journal) => {
    const known = (await allSavedSearches(journal.tables)).find((each) => each.query === query);
    const row = known === undefined ? { ...newStamp(), query, name } : changed(known, { name });
    await journal.put('savedSearches', row);
  });
}

/** Gives a saved search another name. Reversible. */
export function renameSearch(saved: SavedSearch, name: string): Promise<void> {
  return commit({ name: 'save-search', count: 1 }, async (journal) => {
    await journal.put('savedSearches', changed(saved, { name }));
  });
}

/** Deletes a saved search, reversibly. */
export function deleteSearch({ id }: SavedSearch): Promise<void> {
  return commit({ name: 'delete-search', count: 1 }, async (journal) => {
    await journal.remove('savedSearches', id);
  });
}

/** How much a query finds now; `null` until it is known. It is counted as long as somebody looks. */
export function useSearchCount(
  query: string,
  isShown: boolean,
): { total: number; articles: number } | null {
  const version = useArchiveVersion();
  const [counts, setCounts] = useState<{ total: number; articles: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew when the archive has changed
  useEffect(() => {
    if (!isShown) return;
    const wanted = new AbortController();
    countSearch(query, wanted.signal).then(
      (next) => {
        if (!wanted.signal.aborted) setCounts(next);
      },
      () => {
        if (!wanted.signal.aborted) setCounts(null);
      },
    );
    return () => wanted.abort();
  }, [query, version, isShown]);
  return counts;
}

/** How many queries are remembered. */
const REMEMBERED = 50;

/** Puts a query first among those that were asked last. */
export async function rememberQuery(query: string): Promise<void> {
  const asked = query.trim();
  if (asked === '') return;
  const { searchHistory } = await readSettings();
  if (searchHistory[0] === asked) return;
  const others = searchHistory.filter((each) => each !== asked);
  await saveSetting('searchHistory', [asked, ...others].slice(0, REMEMBERED));
}

export function forgetQueries(): Promise<void> {
  return saveSetting('searchHistory', []);
}

/** The queries that were asked last, the latest first. */
export function useQueryHistory(): string[] {
  return useLive(async () => (await readSettings()).searchHistory, []) ?? [];
}
