import type { Repair } from '@domain/ingest/settings';
import { widenPunctuation } from './repair-punctuation';
import { closeHanSpaces } from './repair-spaces';

export interface Repaired {
  text: string;
  /** How many marks and gaps were changed. */
  changes: number;
}

const HAN = /\p{Script=Han}/u;

/**
 * Repairs a text's typography as far as it is asked for. Lines are repaired one by one and stay as
 * many as they were; what is repaired already is left as it is; traditional and simplified forms are
 * not touched. With nothing switched on the text is returned as it came.
 */
export function repairText(text: string, repair: Repair): Repaired {
  if (!repair.punctuation && !repair.hanSpaces) return { text, changes: 0 };
  let changes = 0;
  const lines = text.split('\n').map((line) => {
    const repaired = repairLine(line, repair);
    changes += repaired.changes;
    return repaired.text;
  });
  return changes === 0 ? { text, changes } : { text: lines.join('\n'), changes };
}

function repairLine(line: string, repair: Repair): Repaired {
  let text = line;
  let changes = 0;
  if (!HAN.test(line)) return { text, changes };
  // A mark that became wide closes a gap beside it, and a closed gap brings marks to Han characters.
  // Each round takes away half-width marks or spaces, so that it comes to an end.
  for (;;) {
    const marked = repair.punctuation ? widenPunctuation(text) : { text, changes: 0 };
    const closed = repair.hanSpaces ? closeHanSpaces(marked.text) : { ...marked, changes: 0 };
    if (marked.changes + closed.changes === 0) return { text, changes };
    text = closed.text;
    changes += marked.changes + closed.changes;
  }
}
