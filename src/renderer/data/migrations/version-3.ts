import type { Migration } from '.';

/**
 * Finds the articles that have a part in a source file which is not their own, and those with marks
 * like 下转 whose other part has not come yet. Rows of before have neither and stay as they are.
 */
export const version3: Migration = {
  version: 3,
  stores: {
    articles: 'id, sourceFileId, *partFileIds, openParts.length',
  },
};
