import type { Migration } from '.';

/**
 * What a search knows of all rows beside their words, kept together for the next start (see
 * `search-tables.ts`). It is made of the rows and can be made again, so nothing of older versions changes.
 */
export const version7: Migration = {
  version: 7,
  stores: { searchCatalog: 'key', searchCatalogPieces: 'piece' },
};
