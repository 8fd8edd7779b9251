import type { Migration } from '.';

/**
 * The search index: immutable segments, their postings in pages, and marks for what was written since
 * a segment was made of it. All of it can be made again from the articles and notes, so rows of older
 * versions need no change. Saved searches are the researcher's own.
 */
export const version5: Migration = {
  version: 5,
  stores: {
    searchSegments: 'id',
    searchPages: '[segmentId+page], segmentId',
    searchMarks: '++serial, key',
    searchState: 'key',
    savedSearches: 'id',
  },
};
