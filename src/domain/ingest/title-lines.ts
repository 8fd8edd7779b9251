import type { FileView } from './context';
import { hasDateBelow } from './round-ups';

/** Tells the lines that titles and headings may be from those that they cannot. */

/** Only titles of several clauses or with their date are longer. */
export const TITLE_MAX = 80;
const LONGEST_TITLE = 160;
const LONG_LINE = 64;
/** `某某主持召开会议 审议某某报告 听取某某汇报`: only titles have spaces where text has commas. */
const CLAUSES =
  /^[^，。；]{4,}(?<=[\p{Script=Han}\p{P}])[ \u3000]{1,2}(?=[\p{Script=Han}\p{P}])[^，。；\s]{6,}(?:[ \u3000]{1,2}[^，。；\s]{6,})*$/u;

/** Whether a line can be a title or heading at all; all others are spared the scoring. */
export function canBeTitle(view: FileView, index: number): boolean {
  const line = view.lines[index];
  if (!line) return false;
  if (line.level > 0) return true;
  if (line.end === 'pause' || line.end === 'semicolon') return false;
  if (line.length > TITLE_MAX) return isLongTitle(view, index);
  if (line.end === 'colon' && view.marks[index]?.kind !== 'item') return false;
  return line.end !== 'closed' || !/[。.．｡][”’」』"'）)]*$/.test(line.text);
}

/**
 * Titles of official reports run to any length; their clauses or the date under them tell them from
 * text.
 */
export function isLongTitle(view: FileView, index: number): boolean {
  const line = view.lines[index];
  if (!line || line.length <= LONG_LINE || line.length > LONGEST_TITLE) return false;
  const apart = index === 0 || line.gap > view.layout.baseGap(index);
  const open = line.end === 'open' || line.end === 'quoted';
  if (!apart || !open || /[。！？；]/.test(line.text)) return false;
  return CLAUSES.test(line.text) || (line.length > TITLE_MAX && hasDateBelow(view.marks, index));
}

/** Set apart from what is before, over a line that is not, and that one right over the text. */
export function standsOverSubtitle(view: FileView, index: number): boolean {
  const base = view.layout.baseGap(index);
  const next = view.lines[index + 1];
  if (base < 0 || index === 0 || !next || view.marks[index + 1] !== null) return false;
  const apart = (view.lines[index]?.gap ?? 0) > base && next.gap <= base;
  return apart && next.end === 'open' && next.length <= 40 && view.nextText[index] === index + 2;
}
