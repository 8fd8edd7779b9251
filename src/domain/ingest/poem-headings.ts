import type { FileView } from './context';

/** Finds the headings of the poems in a cycle. */

const LONGEST = 10;
/** So far away another heading of the cycle may stand. */
const REACH = 60;
const IN_MARKS = /^[《〈][^》〉]{1,14}[》〉]$/;

/**
 * Whether the line is the heading of one poem in several: alone between blank lines, or in 《》 right over
 * its poem, with another such line near. A stanza of one line is alone too, but hardly two of them are.
 */
export function headsPoem(view: FileView, index: number): boolean {
  if (!isCandidate(view, index)) return false;
  for (let away = 2; away <= REACH; away += 1) {
    if (isCandidate(view, index + away) || isCandidate(view, index - away)) return true;
  }
  return false;
}

function isCandidate({ lines, marks, layout }: FileView, index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || !next || marks[index] || line.gap === 0 || !layout.isVerse(index + 1)) return false;
  if (IN_MARKS.test(line.text)) return true;
  if (line.length > LONGEST || line.end !== 'open' || next.gap === 0) return false;
  // The lines of a poem stand close; over the first one stands who wrote it.
  if (lines[index + 2]?.gap !== 0 || !layout.isVerse(index)) return false;
  const above = marks[index - 1]?.kind;
  if (above === 'byline' || above === 'name') return true;
  return lines[index - 1]?.gap === 0 && layout.isVerse(index - 1);
}
