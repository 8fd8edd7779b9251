import { addWordMarks, clearWordMarks, readWordMarks } from '@renderer/data/word-marks';
import type { MarksStore } from './kept-words';

/** Counts up whenever texts are cut in another way (`domain/search/stats/words`). */
const CUT = 1;

/** The marks in the archive. Another Chromium may have another dictionary and makes them again. */
export function marksStore(): MarksStore {
  const chromium = /Chrome\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent;
  const cutter = `${CUT} ${chromium}`;
  return {
    read: () => readWordMarks(cutter),
    add: (marks) => addWordMarks({ cutter, ...marks }),
    clear: clearWordMarks,
  };
}
