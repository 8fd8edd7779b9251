import type { Migration } from '.';

/** The first schema. Articles are apart from their texts, so that lists never load texts. */
export const version1: Migration = {
  version: 1,
  stores: {
    articles: 'id, sourceFileId',
    articleTexts: 'articleId',
    sourceFiles: 'id, sha256',
    annotations: 'id, articleId, *tagIds',
    notes: 'id, targetId',
    tags: 'id, name',
    settings: 'key',
  },
};
