import type { FileView } from './context';
import { leavesBracketOpen } from './line-end';
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

const CLOSES = /^[^《》（）()]{1,30}[》）)]/;

/** `…关于印发《某某` over `若干措施》的通知`: a title whose mark or bracket the next line closes. */
export function closesInNextLine(view: FileView, index: number): boolean {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  if (!line || !next || next.gap > 0 || next.length > 40) return false;
  if (next.end !== 'open' && next.end !== 'quoted') return false;
  if (line.end !== 'open' || line.length > 40 || view.layout.isFull(index)) return false;
  return leavesBracketOpen(line.text) && CLOSES.test(next.text);
}

/** How a second line begins that could be no line by itself: `要防止…`, `在寒冬里…`. */
const GOES_ON =
  /^(?:要(?!闻|点|求)|须|需要|不能|不可|不应|不再|何以|如何|为何|怎样|怎么|怎能|的|与|和(?!平|谐|美)|而|在(?!线)|还|更|也|才|就|却|正在|已|从|向(?!阳|上|前)|让|使|把)/;

const GIVES_OUT = /^[^，。：:]{2,40}(?:局|委|部|厅|办|院|会|府|中心|公室|联合会|协会)$/;

/** A title in two lines of which neither says anything alone (`社工站建设` over `要防止“一刀切”`). */
export function goesOnInNextLine(view: FileView, index: number): boolean {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  if (!line || !next || next.gap > 0 || view.marks[index] || view.marks[index + 1]) return false;
  // The bodies that give it out stand over what the notice is about.
  if (/^关于.{4,60}的\p{Script=Han}{1,4}$/u.test(next.text) && GIVES_OUT.test(line.text))
    return true;
  if (line.length < 2 || line.length > 14 || next.length > 16 || next.length < 3) return false;
  if (line.end !== 'open' || next.end === 'closed' || /[：:，,！？、]/.test(line.text))
    return false;
  if (view.nextText[index] === index + 1 || !GOES_ON.test(next.text)) return false;
  const below = view.marks[index + 2]?.kind;
  return (
    below === 'byline' ||
    below === 'header' ||
    /^(?:——|—|--)/.test(view.lines[index + 2]?.text ?? '')
  );
}

/** Under a title as wide as a line can be stands the rest of a word that the file writes elsewhere. */
export function isCutInWord(view: FileView, index: number): boolean {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  if (!line || !next || next.gap > 0 || line.end !== 'open' || line.length < 12) return false;
  if (next.length > line.length + 2 || next.end === 'closed' || view.marks[index + 1]) return false;
  return view.seams.known(line.text, next.text) === 2;
}

/** Marks after which nothing of the text goes on. */
const ENDS_TEXT: ReadonlySet<string> = new Set(['source', 'byline', 'editor', 'end']);

/**
 * Where paragraphs are indented, a line that is not, ends open and has an indented one below it goes
 * on nowhere; after a finished line it is no rest of one either, however wide it is.
 */
export function standsUnindented(view: FileView, index: number): boolean {
  return (view.lines[index + 1]?.gap ?? 0) === 0 && isUnindented(view, index);
}

/** The same with blank lines below: a title, heading or caption, but the beginning of no paragraph. */
export function standsUnindentedApart(view: FileView, index: number): boolean {
  const { gap = 0 } = view.lines[index + 1] ?? {};
  return gap > 0 && (view.lines[index]?.length ?? 0) <= 40 && isUnindented(view, index);
}

function isUnindented(view: FileView, index: number): boolean {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  if (!line || !next || line.indent >= 2 || next.indent < 2) return false;
  if (line.end !== 'open' && line.end !== 'quoted') return false;
  const above = view.marks[index - 1]?.kind;
  const finished =
    index === 0 ||
    view.lines[index - 1]?.end === 'closed' ||
    (above !== undefined && ENDS_TEXT.has(above));
  return finished && view.marks[index] === null && view.layout.indentShare(index) > 0.6;
}
