import { searchService } from './search';
import { quietFor } from './search-quiet';

/** Milliseconds until a turn comes when nothing else is to be done, at most. */
const SOON = 1000;
const LATER = 5000;

/**
 * Loads the search index in the background, so that the first search need not wait for it, and keeps
 * it tidy from then on. What was kept of it is loaded at once; when all has to be read, that waits.
 * @param settled when reading no longer holds anything up
 */
export async function prepareSearch(settled: Promise<void>): Promise<void> {
  try {
    await idle(SOON);
    const service = await searchService();
    await settled;
    await idle(LATER);
    await service.loadIndex();
    // It counts all rows, which the database does not do beside a search.
    await quietFor(LATER);
    await service.verifyIndex();
  } catch {
    // It is told to the first who searches.
  }
}

function idle(timeout: number): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout }));
}
