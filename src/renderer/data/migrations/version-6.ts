import type { Migration } from '.';

/**
 * Where the words of texts are, many texts in a row (see `word-marks.ts`). They are found by the texts'
 * words alone and can be made again, so nothing of older versions changes.
 */
export const version6: Migration = {
  version: 6,
  stores: { wordMarks: '++id' },
};
