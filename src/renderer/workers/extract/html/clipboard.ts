import { flatBlocks } from './scan';

/** HTML as the clipboard of Windows has it (CF_HTML): what was copied is marked in what is around it. */

const START = /<!--\s*StartFragment\s*-->/i;
const END = /<!--\s*EndFragment\s*-->/gi;
/** Offsets into what follows, before the first tag. */
const HEADER = /^\s*Version:[\d.]+\s+(?:\w{1,20}:[^\r\n]*\s+)*/i;

interface Fragment {
  before: string;
  copied: string;
  after: string;
}

/** `null` when nothing is marked. */
export function findFragment(html: string): Fragment | null {
  const start = START.exec(html);
  if (start === null) return null;
  const from = start.index + start[0].length;
  const end = [...html.matchAll(END)].findLast((match) => match.index >= from);
  if (end === undefined) return null;
  return {
    before: html.slice(0, start.index),
    copied: html.slice(from, end.index),
    after: html.slice(end.index + end[0].length),
  };
}

/**
 * Whether the whole page is what was copied. Sites have such marks in their articles too, where they
 * were pasted into; around them there are then other texts.
 */
export function isClipboard(html: string): boolean {
  const found = findFragment(html);
  return found !== null && isBlank(found.before.replace(HEADER, '')) && isBlank(found.after);
}

function isBlank(html: string): boolean {
  return flatBlocks(html).next().done === true;
}
