import type { Migration } from '.';

/**
 * The search index: immutable segments, their postings in pages, which of their documents are no
 * longer so, and marks for what was written since (see `search-tables.ts`). All of it can be made
 * again from the articles and notes, so rows of older versions need no change: what no segment has is
 * missing, and gets one. Saved searches are the researcher's own.
 */
export const version5: Migration = {
  version: 5,
  stores: {
    searchSegments: 'id, units',
    searchPages: '[segmentId+page]',
    searchDead: 'segmentId',
    searchMarks: '++serial',
    searchState: 'key',
    savedSearches: 'id',
  },
};
