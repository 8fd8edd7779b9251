import type { Migration } from '.';

/**
 * Earlier states of texts and notes, pictures and templates of notes, reading places; tags on whole
 * articles; links between notes and what they name (`kind:id`, see `domain/note/links`). Rows of older
 * versions have none of these and need no change.
 */
export const version4: Migration = {
  version: 4,
  stores: {
    articles: 'id, sourceFileId, *partFileIds, openParts.length, *tagIds',
    notes: 'id, targetId, *links',
    textRevisions: 'id, articleId',
    noteVersions: 'id, noteId, targetId',
    noteTemplates: 'id',
    images: 'id, sha256',
    readingPlaces: 'articleId',
  },
};
