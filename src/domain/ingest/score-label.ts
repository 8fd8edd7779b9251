import { isBareKicker } from './bare-kickers';
import { namesPictureMaker } from './caption-mark';
import { addOnce, type Context, type FileView, type Phase, type Tally } from './context';
import { isField } from './field-lines';
import { isColumnName } from './lexicon';
import { closesBracketOnly, leavesBracketOpen } from './line-end';
import { hasDateBelow } from './round-ups';
import { CAPTION_MAX, scoreCaption, scoreInterruption } from './score-caption';
import { scoreHeading } from './score-heading';
import { apartCost, joinCost, joinPoints, weighJoin } from './score-join';
import { isAmidVerse } from './score-shape';
import { isKicker, scoreSubtitle, scoreTitle } from './score-title';
import { canBeTitle, isLongTitle, standsUnindented, standsUnindentedApart } from './title-lines';
import type { Label } from './types';

const LONG = 80;

/** The labels worth scoring for a line; the first is the one to fall back on. Found once a line. */
export function possibleLabels(view: FileView, index: number): readonly Label[] {
  const known = view.memos.labels[index];
  if (known !== undefined) return known;
  const found = findLabels(view, index);
  view.memos.labels[index] = found;
  return found;
}

function findLabels(view: FileView, index: number): readonly Label[] {
  const line = view.lines[index];
  const mark = view.marks[index];
  if (!line) return ['body'];
  if (view.contents[index] === 1) return ['furniture'];
  switch (mark?.kind) {
    case 'source':
    case 'end':
      return ['attribution'];
    case 'header':
      return mark.fields?.title ? ['title', 'attribution'] : ['attribution'];
    case 'byline':
      if (namesPictureMaker(line.text)) return MAKER;
      return /^[（(【[]/.test(line.text) ? ['attribution'] : ['byline', 'body'];
    case 'editor':
      return ['byline', 'body'];
    case 'page':
      return mark.rule === 'section-number' ? ['heading'] : ['furniture'];
    case 'caption':
      // A wrapped line may end with a name and `摄`, the rest of which stands in the next line.
      if (mark.rule === 'picture-credit' && isWrappedOn(view, index)) return TEXT;
      return line.length > CAPTION_MAX ? ['body', 'join', 'caption'] : ['caption', 'body', 'join'];
    case 'formula':
      return ['body'];
    case 'table':
      return view.repeated[index] === 1 ? ['body', 'furniture'] : ['body', 'title'];
    default:
  }
  if (isLongTitle(view, index)) return LONG_TITLE;
  if (
    line.level === 0 &&
    (line.length > LONG || (isAmidWrapped(view, index) && !standsUnindented(view, index)))
  )
    return TEXT;
  if (closesBracketOnly(line.text) && leavesBracketOpen(view.lines[index - 1]?.text ?? '')) {
    return TEXT;
  }
  if (mark === null && endsSentence(view, index)) return TEXT;
  const labels: Label[] = ['body', 'join'];
  if (canBeTitle(view, index)) labels.push('title', 'subtitle', 'heading');
  const captionLike = line.end !== 'pause' && (line.end !== 'closed' || line.length <= 45);
  if (line.level === 0 && captionLike) labels.push('caption');
  if (mark?.kind === 'name') labels.push('byline');
  if (isOverBriefs(view, index)) labels.push('furniture');
  if (view.repeated[index] === 1 || isBesidePageNumber(view, index)) labels.push('furniture');
  else if (isBareKicker(view, index)) labels.push('furniture');
  return labels;
}

/** Right under a full line that was cut: the last words of its sentence, and nothing else. */
function endsSentence(view: FileView, index: number): boolean {
  const line = view.lines[index];
  if (!line || line.gap > 0 || line.end !== 'closed' || !view.layout.isFull(index - 1))
    return false;
  const { end = 'closed' } = view.lines[index - 1] ?? {};
  if (line.length <= 6) return end === 'open';
  return end !== 'closed' && end !== 'colon' && line.indent < 2 && line.text.endsWith('。');
}

/** Running text: it begins a paragraph or goes on with one. */
export const TEXT: readonly Label[] = ['body', 'join'];
const MAKER: readonly Label[] = ['byline', 'caption', 'body'];
const LONG_TITLE: readonly Label[] = ['body', 'join', 'title'];

/** A full line right after and before other lines of wrapped text. */
function isWrappedOn(view: FileView, index: number): boolean {
  const { layout, lines } = view;
  const close = lines[index]?.gap === 0 && lines[index + 1]?.gap === 0;
  return close && layout.isFull(index) && layout.isFull(index - 1);
}

/**
 * A full line right between two other full lines is text, whatever its words; so is one over the finished
 * last line, and an indented one over a full one that is not.
 */
function isAmidWrapped(view: FileView, index: number): boolean {
  const { layout, lines } = view;
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || next?.gap !== 0 || !layout.isFull(index)) return false;
  const isOverFull = layout.isFull(index + 1);
  if (line.gap === 0 && layout.isFull(index - 1)) return isOverFull || next.end === 'closed';
  return isOverFull && line.indent >= 2 && next.indent < 2;
}

/** Scores one label for a line in its context. */
export function scoreLabel(
  view: FileView,
  index: number,
  label: Label,
  context: Context,
  tally: Tally,
): void {
  switch (label) {
    case 'title':
      return scoreTitle(view, index, context, tally);
    case 'subtitle':
      return scoreSubtitle(view, index, context, tally);
    case 'heading':
      return scoreHeading(view, index, context, tally);
    case 'body':
      return scoreBody(view, index, context, tally);
    case 'join':
      return scoreJoin(view, index, context, tally);
    case 'caption':
      return scoreCaption(view, index, context, tally);
    case 'furniture':
      return scoreFurniture(view, index, context, tally);
    default:
      return scoreMarked(view, index, context, tally);
  }
}

/** Attributions and bylines are told by their wording, a bare name by its place. */
function scoreMarked(view: FileView, index: number, context: Context, tally: Tally): void {
  const mark = view.marks[index];
  if (mark?.kind !== 'name') tally.add(mark?.rule ?? 'marked', 6);
  else tally.add('name-under-title', context.phase === 'titled' ? 4 : -3);
}

function scoreTextShape(view: FileView, index: number, tally: Tally): void {
  addOnce(view.memos.textShape, view, index, tally, judgeTextShape);
}

function judgeTextShape(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  const mark = view.marks[index]?.kind;
  if (!line) return;
  const { layout } = view;
  const closed = line.end === 'closed' || line.end === 'pause' || line.end === 'semicolon';
  if (layout.isFull(index)) tally.add('fills-the-width', standsUnindented(view, index) ? 0 : 5);
  else if (isLongTitle(view, index)) tally.add('over-a-date', -1);
  else if (line.length >= 60) tally.add('length-of-text', 6);
  else if (line.length >= 30) tally.add('sentence', closed ? 4.5 : 2);
  else if (line.length >= 15) tally.add('sentence', closed ? 3 : 0);
  else tally.add('short', closed ? 1.8 : -1.5);
  if (standsUnindentedApart(view, index)) tally.add('not-indented', -1.5);
  if (line.end === 'colon') tally.add('introduces', 2.5);
  if (line.length < 30 && isField(view, index)) tally.add('label-and-value', 2);
  if (mark === 'item' && line.level === 0) tally.add('list-item', 2);
  if (mark === 'speech' || mark === 'formula') tally.add(mark, 4);
  if (mark === 'table') tally.add('cells', 6);
  if (layout.isVerse(index)) tally.add('verse-line', isAmidVerse(view, index) ? 3.5 : 1.5);
  if (line.level > 0) tally.add('markdown-heading', -8);
}

function scoreBody(view: FileView, index: number, context: Context, tally: Tally): void {
  scoreTextShape(view, index, tally);
  if (context.phase === 'none') tally.add('no-title', -4);
  if (context.phase === 'ended') tally.add('after-end-mark', -5.5);
  if (context.last < 0) return;
  const total = joinPoints(view, context.last, index);
  tally.add('paragraph-before-unfinished', -apartCost(view, context.last, index));
  const line = view.lines[index];
  const base = view.layout.baseGap(index);
  const wide = line !== undefined && context.before === 'body' && base >= 0 && line.gap > base;
  if (wide && total < 0) tally.add('wide-gap-before', -1.2);
  const mark = view.marks[index];
  const plain = line !== undefined && mark === null && !view.layout.isVerse(index);
  if (plain && line.end === 'open' && line.length < 22 && !view.layout.isFull(index) && total < 0) {
    tally.add('short-and-open', -0.7);
  }
}

function scoreJoin(view: FileView, index: number, context: Context, tally: Tally): void {
  if (context.last < 0) return tally.add('nothing-to-join', -50);
  scoreTextShape(view, index, tally);
  if (context.phase === 'ended') tally.add('after-end-mark', -6);
  tally.total -= joinCost(view, context.last, index);
  if (tally.rules) tally.rules.push(...(weighJoin(view, context.last, index, true).rules ?? []));
}

/** The name of a column, with the title of its first text under it. */
function isOverBriefs(view: FileView, index: number): boolean {
  const name = isColumnName(view.lines[index]?.text ?? '');
  // With its own date it is the title of a round-up.
  if (!name || hasDateBelow(view.marks, index)) return false;
  return view.nextPlain[index] !== view.nextText[index];
}

/** A short line next to a page number may be the running head. */
function isBesidePageNumber(view: FileView, index: number): boolean {
  const line = view.lines[index];
  if (!line || line.length < 2 || line.length > 24 || line.end === 'closed') return false;
  if (/[，,；;“‘]|[：:]./.test(line.text) || view.layout.isVerse(index)) return false;
  if (view.layout.isFull(index) && line.gap === 0) return false;
  // Beside a whole running head only the name of the section may stand.
  const head = [index - 1, index + 1].some((i) => view.marks[i]?.rule === 'running-head');
  if (head && line.length > 6) return false;
  return isPage(view, index - 1, line.gap) || isPage(view, index + 1, view.lines[index + 1]?.gap);
}

function isPage(view: FileView, index: number, gap = 9): boolean {
  const mark = view.marks[index];
  return (
    mark?.kind === 'page' &&
    gap <= 1 &&
    !/^(?:web-|section|column|kicker|document|letter)/.test(mark.rule)
  );
}

function scoreFurniture(view: FileView, index: number, context: Context, tally: Tally): void {
  const mark = view.marks[index];
  if (view.contents[index] === 1) return tally.add('table-of-contents', 8);
  if (mark?.kind === 'page') return tally.add(mark.rule, 8);
  if (view.repeated[index] === 1) tally.add('returns-often', 2.5);
  if (isOverBriefs(view, index)) tally.add('column-name', 6);
  if (isKicker(view, index)) tally.add('kicker', context.phase === 'titled' ? -4 : 9);
  if (isBesidePageNumber(view, index)) {
    const isDated = /(?:19|20)\d{2}[.·/-]\d{1,2}$/.test(view.lines[index]?.text ?? '');
    tally.add('beside-a-page-mark', isDated ? 5 : 2.5);
  }
  if (view.lines[index]?.breakBefore === 'page') tally.add('on-a-new-page', 2);
  if (context.phase === 'body' && context.last >= 0) scoreInterruption(view, index, context, tally);
}

/** `关键词：…` and the like stand between an abstract and its text. */
function saysNothing(view: FileView, index: number): boolean {
  const mark = view.marks[index];
  if (mark?.kind !== 'header' || !mark.fields) return false;
  const { outlet, date, byline, page } = mark.fields;
  return outlet + date + byline + page === '';
}

/** How far the article has come once the line carries the label. */
export function phaseAfter(view: FileView, index: number, label: Label, phase: Phase): Phase {
  switch (label) {
    case 'title':
      return 'titled';
    case 'body':
    case 'join':
      return view.endsInline[index] === 1 ? 'ended' : 'body';
    case 'heading':
      return 'body';
    case 'attribution':
      return phase === 'body' && !saysNothing(view, index) ? 'ended' : phase;
    case 'byline':
      return phase === 'body' ? 'ended' : phase;
    default:
      return phase;
  }
}
