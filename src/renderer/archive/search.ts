import { type SearchResult, startSearchWorker } from '@renderer/workers/clients';

export type { SearchHit, SearchResult } from '@renderer/workers/clients';

let worker: ReturnType<typeof startSearchWorker> | null = null;
let opened: Promise<void> | null = null;

/** How many hits a search in the window shows. */
export const SHOWN_HITS = 1000;

/**
 * Finds every exact occurrence in titles, texts and notes. A later call makes an earlier one that is
 * still running end early, marked as superseded.
 */
export async function searchArchive(
  query: string,
  limit: number = SHOWN_HITS,
): Promise<SearchResult> {
  return (await searchService()).search(query, limit);
}

/** The search worker, which is started when it is first asked something. */
export async function searchService(): Promise<ReturnType<typeof startSearchWorker>['service']> {
  worker ??= startSearchWorker();
  opened ??= worker.service.open();
  await opened;
  return worker.service;
}
