import { searchService } from './search';

/**
 * Loads the search index in the background, so that the first search need not wait for it, and keeps
 * it tidy from then on.
 */
export function prepareSearch(): void {
  // What goes wrong is told to the first who searches.
  requestIdleCallback(() => void searchService().catch(() => undefined), { timeout: 5000 });
}
