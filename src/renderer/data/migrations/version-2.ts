import type { Migration } from '.';

/**
 * A source file's own bytes (to read it again with other settings) and the fingerprints of its
 * articles (to find duplicates). Both are missing for files of version 1: their articles get
 * fingerprints when an import first looks for duplicates, their bytes have to be chosen again.
 */
export const version2: Migration = {
  version: 2,
  stores: {
    sourceContents: 'sourceFileId',
    sourceFingerprints: 'sourceFileId',
  },
};
