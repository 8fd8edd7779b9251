import { addOnce, type FileView, JOIN_WAYS, type JoinMemo, softPlus, Tally } from './context';
import { hasFreshOpening, opensWithDateline } from './lexicon';
import { closesBracketOnly, leavesBracketOpen } from './line-end';
import type { Line } from './types';

/** How strongly the end of line `last` says that its paragraph goes on (log-odds-like points). */
export function scoreUnfinished(view: FileView, last: number, tally: Tally): void {
  addOnce(view.memos.unfinished, view, last, tally, judgeEnd);
}

function judgeEnd(view: FileView, last: number, tally: Tally): void {
  const line = view.lines[last];
  if (!line) return;
  const mark = view.marks[last]?.kind;
  const full = view.layout.isFull(last);
  if (mark === 'table') return tally.add('table-row', -8);
  if (view.layout.isVerse(last)) return tally.add('verse-line', -6);
  switch (line.end) {
    case 'closed':
      tally.add('ends-closed', full ? -2 : -4.5);
      break;
    case 'pause':
      tally.add('ends-with-comma', 5);
      break;
    case 'semicolon':
      tally.add('ends-with-semicolon', full ? 3 : 0.6);
      break;
    case 'colon':
      tally.add('ends-with-colon', full ? 2 : -1.6);
      break;
    default:
      openEnd(line.length, full, line.end === 'quoted', tally);
  }
  if (line.end !== 'closed' && leavesBracketOpen(line.text)) tally.add('bracket-open', 2);
  else if (line.length <= 16 && line.end === 'open' && opensWithDateline(line.text))
    tally.add('dateline-alone', 5);
  if (mark === 'item' && line.length < 25 && !full && line.end !== 'pause') {
    tally.add('short-item', -2.5);
  }
  // What stands open over a page mark goes on on the next page, however short it is.
  const endsPage = line.end === 'open' && view.marks[last + 1]?.kind === 'page';
  if (view.layout.isShortOfWidth(last) && line.end !== 'pause' && !endsPage)
    tally.add('short-of-width', -3);
}

/** A Latin phrase or word that was broken between the lines. */
function isLatin(line: Line, before: Line): boolean {
  return /^[A-Za-z]/.test(line.text) && /[A-Za-z][-,]?$/.test(before.text);
}

/** Whether a line is part of a Latin phrase that runs over its beginning or end, without a gap. */
export function isAmidLatin(view: FileView, index: number): boolean {
  const [before, line, after] = [view.lines[index - 1], view.lines[index], view.lines[index + 1]];
  if (!line) return false;
  if (before && line.gap === 0 && isLatin(line, before)) return true;
  return after !== undefined && after.gap === 0 && isLatin(after, line);
}

function openEnd(length: number, full: boolean, quoted: boolean, tally: Tally): void {
  const less = quoted ? 1 : 0;
  if (full) tally.add('fills-the-width', 4.5);
  else if (length >= 40) tally.add('ends-in-mid-sentence', 4.5 - less);
  else if (length >= 26) tally.add('ends-in-mid-sentence', 3 - less);
  else if (length >= 16) tally.add('ends-open', 1.5 - less);
  else tally.add('short-and-open', -0.5 - less);
}

/** How strongly line `index`, coming after `last`, continues that paragraph. */
export function scoreContinues(view: FileView, last: number, index: number, tally: Tally): void {
  const line = view.lines[index];
  const before = view.lines[last];
  if (!line || !before) return;
  const mark = view.marks[index]?.kind;
  const { layout } = view;
  if (line.level > 0) return tally.add('markdown-heading', -10);
  if (mark === 'table') return tally.add('table-row', -8);
  if (mark === 'item' && before.end !== 'pause') tally.add('begins-an-item', -5);
  else if (mark === 'speech' && before.end !== 'pause') tally.add('begins-a-speech', -3);
  if (layout.isVerse(index) && !layout.isFull(last)) tally.add('verse-line', -4);
  if (/^[，。、；：！？”’）》〉】」』,;:!?)…—]/.test(line.text)) tally.add('begins-with-mark', 4);
  if (closesBracketOnly(line.text) && leavesBracketOpen(before.text)) {
    tally.add('closes-the-bracket', 5);
  }
  if (isLatin(line, before)) {
    const isNext = index === last + 1 && line.gap === 0;
    tally.add('latin-goes-on', isNext ? 5 : /^[a-z]/.test(line.text) ? 2 : 0);
  }
  if (before.end === 'open' && !layout.isFull(last)) {
    const known = view.seams.known(before.text, line.text);
    if (known > 0) tally.add('makes-a-known-word', known === 2 ? 2 : 0.7);
  }
  if (before.end === 'open' && line.length <= 8 && line.text.endsWith('。')) {
    tally.add('rest-of-a-sentence', 2.5);
  }
  scoreIndent(view, last, index, tally);
  if (hasFreshOpening(line.text) && before.end !== 'pause') tally.add('fresh-opening', -1.5);
  if (line.length <= 22 && !layout.isFull(index) && !layout.isFull(last)) {
    if (line.end !== 'closed' && line.end !== 'pause') tally.add('short-and-open', -3);
  }
  scoreGap(view, last, index, tally);
  if (before.end === 'semicolon' && isParallel(before.text, line.text)) tally.add('parallel', -3);
}

/** In indented settings the indent says it all: with it a paragraph begins, without it one goes on. */
function scoreIndent(view: FileView, last: number, index: number, tally: Tally): void {
  const line = view.lines[index];
  const before = view.lines[last];
  const share = view.layout.indentShare(index);
  if (!line || !before || share < 0.5) return;
  if (line.indent >= 2) tally.add('indented', share > 0.8 ? -5 : -2.5);
  else if (share > 0.8) tally.add('not-indented', before.end === 'closed' ? 3.2 : 3);
}

/** In hard-wrapped text a blank line parts paragraphs, its absence joins lines. */
function scoreGap(view: FileView, last: number, index: number, tally: Tally): void {
  const { layout } = view;
  const line = view.lines[index];
  const closed = view.lines[last]?.end === 'closed';
  if (!line || index !== last + 1 || !layout.isNear(last)) return;
  if (line.gap === 0 && closed && layout.baseGap(index) > 0) tally.add('no-blank-line', 5.5);
  else if (!layout.isFull(last)) return;
  else if (line.gap === 0) tally.add('next-wrapped-line', closed ? 2.8 : 1);
  else if (closed) tally.add('blank-after-wrapped', -3);
}

/** Two points of an enumeration begin alike (`坚持…；坚持…；`) or both end with a semicolon. */
function isParallel(a: string, b: string): boolean {
  return a.slice(0, 2) === b.slice(0, 2) || /[；;]$/.test(b);
}

/**
 * Evidence against a short line standing for itself (as a title, heading or caption): its end and
 * the beginning of the next line make a word that the file knows.
 */
export function scoreRunsOn(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  if (line?.end !== 'open' || !next || line.length < 16 || next.length < 12) return;
  const isApart = next.indent < 2 && view.marks[index + 1] === null && next.level === 0;
  if (line.indent >= 2 && isApart && view.layout.indentShare(index) > 0.8)
    tally.add('next-not-indented', -3);
  const known = view.seams.known(line.text, next.text);
  if (known > 0) tally.add('runs-into-next-line', known === 2 ? -2 : -0.7);
}

/** The sum of `weighJoin`, remembered for the paragraphs that a line is weighed with in turn. */
export function joinPoints(view: FileView, last: number, index: number): number {
  return view.memos.joins.points[weighOnce(view, last, index)] ?? 0;
}

/** `softPlus` of these points: what it costs to part the line from the paragraph before. */
export function apartCost(view: FileView, last: number, index: number): number {
  return view.memos.joins.apartCost[weighOnce(view, last, index)] ?? 0;
}

/** The same the other way round: what it costs to join them. */
export function joinCost(view: FileView, last: number, index: number): number {
  return view.memos.joins.joinCost[weighOnce(view, last, index)] ?? 0;
}

/** Where in the memo the weights of the pair are. */
function weighOnce(view: FileView, last: number, index: number): number {
  const { joins } = view.memos;
  const at = index * JOIN_WAYS + ((index - last) & (JOIN_WAYS - 1));
  if (joins.to[at] !== last) remember(joins, at, last, weighJoin(view, last, index).total);
  return at;
}

function remember(joins: JoinMemo, at: number, last: number, points: number): void {
  joins.to[at] = last;
  joins.points[at] = points;
  joins.apartCost[at] = softPlus(points);
  joins.joinCost[at] = softPlus(-points);
}

/** Points for (above zero) or against joining the line to the paragraph that ends at `last`. */
export function weighJoin(view: FileView, last: number, index: number, explain = false): Tally {
  const sum = new Tally(explain);
  scoreUnfinished(view, last, sum);
  scoreContinues(view, last, index, sum);
  return sum;
}
