import { captionWords } from './caption-words';
import { addOnce, type Context, type FileView, type Phase, softPlus, Tally } from './context';
import { endsInMidPhrase, isColumnName, opensText, opensWithDateline } from './lexicon';
import { closesBracketOnly, leavesBracketOpen } from './line-end';
import { scoreContinues, scoreRunsOn, scoreUnfinished } from './score-join';
import { canBeTitle, GAP_HABIT, isAmidVerse, scoreHeading, scoreSubtitle, scoreTitle } from './score-title';
import type { Label } from './types';

const CAPTION_MAX = 120;
const LONG = 80;
/** `联系人：王女士`. */
const LABEL_AND_VALUE = /^\p{Script=Han}{2,6}[：:]\s?\S/u;
const FIELD =
  /^(?:联系|咨询|投诉|举报|报名|办公|服务|开放|活动|会议|演出|比赛|办理|受理|截止)?(?:人|电话|热线|方式|地址|地点|时间|日期|邮箱|网址|邮编|传真|票价|费用|单位|名称|姓名|性别|年龄|编号|类别|数量|价格|备注|主办|承办|协办|指导|支持)(?:单位|方)?[：:]/;

/** The labels worth scoring for a line; the first is the one to fall back on. */
export function possibleLabels(view: FileView, index: number): readonly Label[] {
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
  if (line.level === 0 && (line.length > LONG || isAmidWrapped(view, index))) return TEXT;
  if (closesBracketOnly(line.text) && leavesBracketOpen(view.lines[index - 1]?.text ?? '')) {
    return TEXT;
  }
  const labels: Label[] = ['body', 'join'];
  if (canBeTitle(view, index)) labels.push('title', 'subtitle', 'heading');
  const captionLike = line.end !== 'pause' && (line.end !== 'closed' || line.length <= 45);
  if (line.level === 0 && captionLike) labels.push('caption');
  if (mark?.kind === 'name') labels.push('byline');
  if (isOverBriefs(view, index)) labels.push('furniture');
  if (view.repeated[index] === 1 || isBesidePageNumber(view, index)) labels.push('furniture');
  return labels;
}

const TEXT: readonly Label[] = ['body', 'join'];

/** A full line right after and before other lines of wrapped text. */
function isWrappedOn(view: FileView, index: number): boolean {
  const { layout, lines } = view;
  const close = lines[index]?.gap === 0 && lines[index + 1]?.gap === 0;
  return close && layout.isFull(index) && layout.isFull(index - 1);
}

/** A full line right between two other full lines is text, whatever its words. */
function isAmidWrapped(view: FileView, index: number): boolean {
  const { layout, lines } = view;
  return (
    layout.isFull(index) &&
    layout.isFull(index - 1) &&
    layout.isFull(index + 1) &&
    lines[index]?.gap === 0 &&
    lines[index + 1]?.gap === 0
  );
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
  addOnce(view.memos.textShape, index, tally, (sum) => judgeTextShape(view, index, sum));
}

function judgeTextShape(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  const mark = view.marks[index]?.kind;
  if (!line) return;
  const { layout } = view;
  const closed = line.end === 'closed' || line.end === 'pause' || line.end === 'semicolon';
  if (layout.isFull(index)) tally.add('fills-the-width', 5);
  else if (line.length >= 60) tally.add('length-of-text', 6);
  else if (line.length >= 30) tally.add('sentence', closed ? 4.5 : 2);
  else if (line.length >= 15) tally.add('sentence', closed ? 3 : 0);
  else tally.add('short', closed ? 1.8 : -1.5);
  if (line.end === 'colon') tally.add('introduces', 2.5);
  if (line.length < 30 && isField(view, index)) tally.add('label-and-value', 2);
  if (mark === 'item' && line.level === 0) tally.add('list-item', 2);
  if (mark === 'speech' || mark === 'formula') tally.add(mark, 4);
  if (mark === 'table') tally.add('cells', 6);
  if (layout.isVerse(index)) tally.add('verse-line', isAmidVerse(view, index) ? 3.5 : 1.5);
  if (line.level > 0) tally.add('markdown-heading', -8);
}

/** A label and its value: by the label's word, or because the line beside it is one as well. */
function isField(view: FileView, index: number): boolean {
  const isPair = (at: number): boolean => LABEL_AND_VALUE.test(view.lines[at]?.text ?? '');
  if (!isPair(index)) return false;
  return FIELD.test(view.lines[index]?.text ?? '') || isPair(index - 1) || isPair(index + 1);
}

function scoreBody(view: FileView, index: number, context: Context, tally: Tally): void {
  scoreTextShape(view, index, tally);
  if (context.phase === 'none') tally.add('no-title', -4);
  if (context.phase === 'ended') tally.add('after-end-mark', -5.5);
  if (context.last < 0) return;
  const { total } = weighJoin(view, context.last, index);
  tally.add('paragraph-before-unfinished', -softPlus(total));
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
  const sum = weighJoin(view, context.last, index, tally.rules !== null);
  tally.rules?.push(...(sum.rules ?? []));
  tally.total -= softPlus(-sum.total);
}

/** Points for (above zero) or against joining the line to the paragraph that ends at `last`. */
function weighJoin(view: FileView, last: number, index: number, explain = false): Tally {
  const sum = new Tally(explain);
  scoreUnfinished(view, last, sum);
  scoreContinues(view, last, index, sum);
  return sum;
}

function scoreCaption(view: FileView, index: number, context: Context, tally: Tally): void {
  const line = view.lines[index];
  const mark = view.marks[index];
  if (!line) return;
  if (mark?.kind === 'caption') tally.add(mark.rule, line.length > CAPTION_MAX ? 3 : 8);
  else tally.add('caption-words', captionWords(view, index) - 0.6);
  if (mark?.kind === 'item' || mark?.kind === 'speech') tally.add(mark.kind, -3);
  if (context.phase === 'none') tally.add('no-article-yet', -4);
  if (mark?.kind === 'caption') return;
  addOnce(view.memos.captionShape, index, tally, (sum) => judgeCaptionShape(view, index, sum));
  const base = view.layout.baseGap(index);
  if (base >= 0 && line.gap > base) tally.add('wide-gap-before', 0.8);
  if (context.phase === 'titled') tally.add('before-any-text', -1.5);
  else if (context.phase === 'ended' && captionWords(view, index) < 1)
    tally.add('after-end-mark', -1.5);
  const interrupts =
    context.phase === 'body' && context.last >= 0 && scoreInterruption(view, index, context, tally);
  if (view.habits && !interrupts) {
    tally.add('captions-in-file', view.habits.captionBias * 0.4);
    tally.add('gap-of-captions', GAP_HABIT * view.habits.gapWeight(index, 'caption'));
  }
}

function judgeCaptionShape(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  if (!line) return;
  if (line.length > 28) tally.add('long', line.length > 60 ? -5 : line.length > 40 ? -2 : -0.8);
  if (line.end === 'closed') tally.add('ends-closed', -3.5);
  if (/[。！？]./.test(line.text)) tally.add('sentence-inside', -4);
  else if (/[，,；;]/.test(line.text)) tally.add('comma-inside', -1.3);
  if (isField(view, index)) tally.add('label-and-value', -2.5);
  else if (/[：:]./.test(line.text)) tally.add('colon-inside', -1.5);
  if (line.text.startsWith('【')) tally.add('in-brackets', -2);
  if (endsInMidPhrase(line.text)) tally.add('ends-in-mid-phrase', -2.5);
  if (opensText(line.text)) tally.add('opens-a-text', -2);
  else if (opensWithDateline(line.text)) tally.add('dateline', -8);
  scoreRunsOn(view, index, tally);
  if (leavesBracketOpen(line.text)) tally.add('bracket-open', -3);
  if (line.end !== 'closed' && line.end !== 'open' && line.end !== 'quoted')
    tally.add('goes-on', -5);
  if (view.layout.isFull(index)) tally.add('fills-the-width', -3);
  if (view.layout.isVerse(index)) tally.add('verse-line', isAmidVerse(view, index) ? -6 : -2);
  if (line.emphasised) tally.add('emphasised', -2);
}

/** A short line between a paragraph cut in two and the rest of it. */
function scoreInterruption(view: FileView, index: number, context: Context, tally: Tally): boolean {
  const next = view.nextText[index] ?? -1;
  const sum = new Tally();
  scoreUnfinished(view, context.last, sum);
  if (sum.total <= 0) return false;
  if (next < 0 || next - index > 8) return true;
  scoreContinues(view, context.last, next, sum);
  if (sum.total <= 0) return true;
  // What ends with a full stop may be the rest of the sentence as well.
  const share = view.lines[index]?.end === 'closed' ? 0.4 : 1;
  tally.add('interrupts-a-sentence', share * Math.min(3.5, 1 + sum.total * 0.6));
  return true;
}

/** The name of a column, with the title of its first text under it. */
function isOverBriefs(view: FileView, index: number): boolean {
  const name = isColumnName(view.lines[index]?.text ?? '');
  return name && view.nextPlain[index] !== view.nextText[index];
}

/** A short line next to a page number may be the running head. */
function isBesidePageNumber(view: FileView, index: number): boolean {
  const line = view.lines[index];
  if (!line || line.length > 24 || line.end === 'closed') return false;
  if (/[，,；;“‘]|[：:]./.test(line.text)) return false;
  if (view.layout.isFull(index) && line.gap === 0) return false;
  // Beside a whole running head only the name of the section may stand.
  const head = [index - 1, index + 1].some((i) => view.marks[i]?.rule === 'running-head');
  if (head && line.length > 6) return false;
  return isPage(view, index - 1, line.gap) || isPage(view, index + 1, view.lines[index + 1]?.gap);
}

function isPage(view: FileView, index: number, gap = 9): boolean {
  const mark = view.marks[index];
  return mark?.kind === 'page' && gap <= 1 && !/^(?:web-|section)/.test(mark.rule);
}

function scoreFurniture(view: FileView, index: number, context: Context, tally: Tally): void {
  const mark = view.marks[index];
  if (view.contents[index] === 1) return tally.add('table-of-contents', 8);
  if (mark?.kind === 'page') return tally.add(mark.rule, 8);
  if (view.repeated[index] === 1) tally.add('returns-often', 2.5);
  if (isOverBriefs(view, index)) tally.add('column-name', 6);
  if (isBesidePageNumber(view, index)) tally.add('beside-a-page-mark', 2.5);
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
