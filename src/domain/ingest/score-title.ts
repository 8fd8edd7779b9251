import { captionWords } from './caption-words';
import { addOnce, type Context, type FileView, softPlus, Tally, wordsOnce } from './context';
import { endsInMidPhrase, hasNewsLead, opensText, opensWithDateline, tellsWhen } from './lexicon';
import { leavesBracketOpen } from './line-end';
import { readCutting } from './press-heads';
import { isAmidLatin, scoreRunsOn, scoreUnfinished } from './score-join';
import { scoreNewStart } from './score-start';
import { sharedWithText } from './shared-words';
import { isLongTitle, standsOverSubtitle, TITLE_MAX } from './title-lines';
import type { Line } from './types';
import { followsClosely } from './verse';

/** Weight of the gaps that a file's titles, headings and captions usually have. */
export const GAP_HABIT = 1.1;

/** Evidence from the line's own shape, shared by titles, subtitles and headings. */
function scoreShape(view: FileView, index: number, tally: Tally): void {
  addOnce(view.memos.shape, view, index, tally, judgeShape);
}

function judgeShape(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  if (!line) return;
  const mark = view.marks[index]?.kind;
  if (line.end === 'closed')
    tally.add(
      /[？！?!…]$/.test(line.text) ? 'ends-with-?!' : 'ends-closed',
      /[？！?!…]$/.test(line.text) ? -0.7 : -5,
    );
  if (line.end === 'colon') tally.add('ends-with-colon', -3);
  if (/[。；;]./.test(line.text)) tally.add('sentence-inside', -4);
  if (/[，,].*[，,]/.test(line.text)) tally.add('many-commas', -2);
  else if (/[，,]/.test(line.text)) tally.add('comma-inside', -0.8);
  if (mark === 'table' || mark === 'speech') tally.add(mark, -3);
  if (view.layout.isFull(index)) tally.add('fills-the-width', -3);
  if (view.layout.isVerse(index)) tally.add('verse-line', isAmidVerse(view, index) ? -6 : -1);
  if (line.emphasised) tally.add('emphasised', 2.5);
  if (endsInMidPhrase(line.text)) tally.add('ends-in-mid-phrase', -2.5);
  if (opensText(line.text)) tally.add('opens-a-text', -4);
  else if (opensWithDateline(line.text)) tally.add('dateline', -8);
  scoreRunsOn(view, index, tally);
  if (leavesBracketOpen(line.text)) tally.add('bracket-open', -3);
  if (view.repeated[index] === 1) tally.add('returns-often', -2);
}

/** The first line of a run may still be the title over it, where nothing is set apart. */
export function isAmidVerse(view: FileView, index: number): boolean {
  if (!view.layout.isVerse(index)) return false;
  const above = view.marks[index - 1]?.kind;
  if (above === 'source' || above === 'end' || above === 'editor') return false;
  const line = view.lines[index];
  if (line && followsClosely(line)) return view.layout.isVerse(index - 1);
  return view.layout.baseGap(index) > 0;
}

const LONG = 2;
const CUTTING = 4;
const BRACKETED = 8;

function lookAtTitle(view: FileView, index: number): number {
  const text = view.lines[index]?.text ?? '';
  return (
    (isLongTitle(view, index) ? LONG : 0) |
    (readCutting(text) !== null ? CUTTING : 0) |
    (/^【[^】]{2,40}】/.test(text) ? BRACKETED : 0)
  );
}

/** Evidence that the line is an article's title. */
export function scoreTitle(view: FileView, index: number, context: Context, tally: Tally): void {
  const line = view.lines[index];
  if (!line) return;
  scoreShape(view, index, tally);
  const words = wordsOnce(view.memos.titleWords, view, index, lookAtTitle);
  scoreTitleLength(line, (words & LONG) !== 0, tally);
  scoreTitleLevel(view, index, tally);
  scoreSurroundings(view, index, context, tally);
  addOnce(view.memos.following, view, index, tally, scoreFollowing);
  if (view.listed[index]) tally.add('in-contents', 4 * (view.listed[index] ?? 0));
  if (view.marks[index]?.fields?.title) tally.add('title-label', 12);
  if (view.roundUp[index] === 2) tally.add('round-up', 5);
  if (view.serial[index] === 1) tally.add('one-of-a-series', 5);
  else if (view.marks[index]?.kind === 'item')
    tally.add('numbered', context.phase === 'body' ? -2.5 : -0.5);
  if (words & CUTTING) tally.add('paper-and-day', 7);
  else if (words & BRACKETED) tally.add('in-brackets', 0.6);
  if (context.phase !== 'none') {
    const direct = view.nextPlain[index] === view.nextText[index];
    tally.add('caption-words', -Math.max(0, captionWords(view, index)) * (direct ? 0.5 : 1));
  }
  if (view.habits && context.phase !== 'none') {
    tally.add('gap-of-titles', GAP_HABIT * view.habits.gapWeight(index, 'title'));
  }
  switch (context.phase) {
    case 'none':
      tally.add('begins-the-file', 5);
      break;
    case 'ended':
      tally.add('after-end-mark', view.marks[index - 1]?.kind === 'header' ? 1.5 : 3);
      break;
    case 'titled':
      tally.add('title-without-text', -5);
      if (view.roundUp[index] === 1) tally.add('in-a-round-up', -4);
      break;
    default:
      tally.add('in-mid-article', view.endMarks >= 2 ? -4 : -2.7);
      if (view.roundUp[index] === 1) tally.add('in-a-round-up', -4);
      if (view.habits) tally.add('no-date-below', view.habits.headWeight(index));
      scoreOpenBefore(view, context.last, tally, 1);
      scoreNewStart(view, index, context, tally, 1);
  }
}

function scoreOpenBefore(view: FileView, last: number, tally: Tally, weight: number): void {
  let cost = view.memos.openCost[last] ?? Number.NaN;
  if (Number.isNaN(cost)) {
    const sum = new Tally();
    scoreUnfinished(view, last, sum);
    cost = softPlus(sum.total);
    view.memos.openCost[last] = cost;
  }
  tally.add('paragraph-before-unfinished', -cost * weight);
}

function scoreTitleLength(line: Line, isOverDate: boolean, tally: Tally): void {
  const { length } = line;
  if (length <= 3) tally.add('very-short', -3);
  else if (length <= 6) tally.add('short', -1.2);
  else if (length <= 9) tally.add('short', -0.4);
  else if (length <= 38) tally.add('length-of-a-title', 1.2);
  else if (length <= 50) tally.add('long', 0);
  else if (length <= TITLE_MAX && /\s/.test(line.text)) tally.add('long', -0.4);
  else if (length <= 64) tally.add('long', -1.2);
  else if (isOverDate) tally.add('long', -1.2);
  else tally.add('too-long', -4);
}

function scoreTitleLevel(view: FileView, index: number, tally: Tally): void {
  const level = view.lines[index]?.level ?? 0;
  if (level > 0 && level <= view.titleLevel) tally.add('markdown-title', 9);
  else if (level > 0) tally.add('markdown-lower-level', -9);
  else if (view.titleLevel >= 1) tally.add('no-markdown-mark', -4);
}

function scoreSurroundings(view: FileView, index: number, context: Context, tally: Tally): void {
  const line = view.lines[index];
  if (!line) return;
  if (line.breakBefore === 'rule') tally.add('after-a-rule', 3.5);
  if (line.breakBefore === 'page') tally.add('on-a-new-page', 1.5);
  const base = view.layout.baseGap(index);
  if (index > 0 && base >= 0) {
    if (line.gap > base) tally.add('wide-gap-before', Math.min(3.8, 1.8 + (line.gap - base) * 0.7));
    else if (line.gap < base && context.before !== 'furniture')
      tally.add('narrow-gap-before', -1.5);
    else tally.add('usual-gap-before', -0.4);
  }
  const above = view.lines[index - 1];
  const isBelow = context.before === 'caption' || context.before === 'heading';
  if (isBelow && above && base >= 0 && above.gap > base && line.gap <= base)
    tally.add('below-a-line-set-apart', -2);
  if (line.indent >= 6 && line.indent <= 60) tally.add('centred', 1.5);
  if (context.before === 'furniture' && context.phase !== 'titled')
    tally.add('after-page-mark', view.marks[index - 1]?.rule === 'running-head' ? 2 : 0.8);
}

/** What comes after: a header line, the lead of a news text, words that the title shares with it. */
function scoreFollowing(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  const text = view.nextText[index] ?? -1;
  if (!line || !next || text < 0) return tally.add('no-text-after', index > 2 ? -8 : -3);
  const mark = view.marks[index + 1]?.kind;
  if (mark === 'header' || mark === 'byline' || mark === 'source') tally.add('header-after', 3);
  else if (mark === 'formula' && next.end === 'colon') tally.add('address-after', 4.5);
  else if (/^(?:——|—|--)\s?\S/.test(next.text) && next.length <= 40)
    tally.add('subtitle-after', 2.5);
  else if (view.nextPlain[index] === text) tally.add('text-after', 1.4);
  else tally.add('short-line-after', standsOverSubtitle(view, index) ? 1 : -0.6);
  if (text - index <= 5) {
    const shared = sharedWithText(view, index);
    tally.add('words-shared-with-text', Math.max(-1.2, Math.min(2.6, (shared - 0.3) * 5)));
    if (hasNewsLead(view.lines[text]?.text ?? '')) tally.add('news-lead-after', 1.5);
  }
}

/** Evidence that the line goes on with the title above it, or is a subtitle. */
export function scoreSubtitle(view: FileView, index: number, context: Context, tally: Tally): void {
  const line = view.lines[index];
  if (!line) return;
  if (context.before !== 'title' && context.before !== 'subtitle')
    return tally.add('no-title-above', -20);
  scoreShape(view, index, tally);
  if (line.level > 0) tally.add('markdown-heading', -6);
  if (/^(?:——|—|--)\s?\S/.test(line.text)) tally.add('begins-with-dash', 7);
  else if (/^[（(].{1,20}[）)]$/.test(line.text)) tally.add('in-brackets', 2);
  if (line.length > 45) tally.add('too-long', -4);
  const above = view.lines[index - 1];
  if (line.gap === 0 && (view.layout.baseGap(index) > 0 || (above?.gap ?? 0) > 0 || index === 1)) {
    tally.add('right-below-title', 2.2);
  } else if (line.gap === 0) tally.add('below-title', 0.8);
  else tally.add('gap-to-title', line.gap > view.layout.baseGap(index) ? -2.5 : -0.6);
  if (view.nextPlain[index] === view.nextText[index]) tally.add('text-after', 1);
  if (context.before === 'subtitle') tally.add('third-line', -1.5);
}

const LATIN = 2;
const BALANCED = 4;
const COMMA = 8;
const QUESTION = 16;
const TELLS_WHEN = 32;

function lookAtHeading(view: FileView, index: number): number {
  const text = view.lines[index]?.text ?? '';
  return (
    (isAmidLatin(view, index) ? LATIN : 0) |
    (isBalanced(text) ? BALANCED : 0) |
    (/[，,]/.test(text) ? COMMA : 0) |
    (isLoneQuestion(view, index) ? QUESTION : 0) |
    (text.length > 16 && tellsWhen(text) ? TELLS_WHEN : 0)
  );
}

/** Evidence that the line is a heading inside its article. */
export function scoreHeading(view: FileView, index: number, context: Context, tally: Tally): void {
  const line = view.lines[index];
  if (!line) return;
  if (context.phase === 'none') return tally.add('no-article-yet', -8);
  scoreShape(view, index, tally);
  const mark = view.marks[index]?.kind;
  const words = wordsOnce(view.memos.headingWords, view, index, lookAtHeading);
  if (line.level > 0) tally.add('markdown-heading', line.level > view.titleLevel ? 9 : -4);
  else if (words & LATIN) tally.add('latin-goes-on', -6);
  if (words & BALANCED) tally.add('two-equal-halves', 1.4);
  else if (words & COMMA) tally.add('comma-inside', -1.2);
  if (words & QUESTION) tally.add('lone-question', 2.5);
  const followedByItem = view.marks[index + 1]?.kind === 'item';
  if (mark === 'item' && endsList(view, index)) tally.add('item-before', -4);
  const bullet = view.marks[index]?.rule === 'bullet';
  if (view.serial[index] === 1) tally.add('one-of-a-series', -4);
  if (bullet) tally.add('bullet', /^[-*+•·‣✓✔▪]/.test(line.text) ? -4 : 0);
  else if (mark === 'item' && line.length <= 40 && !followedByItem) tally.add('numbered', 3.5);
  else if (mark === 'item' && followedByItem)
    tally.add('item-after', nested(view, index) ? 2 : -2.5);
  if (line.length <= 14) tally.add('short', 1.4);
  else if (line.length <= 20) tally.add('short', 0.7);
  else if (line.length > 24 && line.level === 0) tally.add('long', line.length > 32 ? -3.5 : -1.5);
  if (view.nextPlain[index] === view.nextText[index] && view.nextText[index] !== -1)
    tally.add('text-after', 1);
  else if (!followedByItem) tally.add('no-text-after', -2);
  if (words & TELLS_WHEN) tally.add('tells-when', -2);
  const base = view.layout.baseGap(index);
  if (base >= 0 && line.gap > base) tally.add('wide-gap-before', line.gap > base + 1 ? -2 : -0.3);
  tally.add('caption-words', -captionWords(view, index));
  if (mark !== 'item' && line.level === 0) scoreHabits(view, index, tally);
  const isFirstItem = view.roundUp[index] === 1;
  if (context.phase === 'titled' && mark !== 'item' && line.level === 0 && !isFirstItem)
    tally.add('before-any-text', -2);
  if (context.phase === 'ended') tally.add('after-end-mark', -4);
  if (line.level === 0 && mark !== 'item') scoreNewStart(view, index, context, tally, -1);
  if (context.last >= 0 && context.phase === 'body')
    scoreOpenBefore(view, context.last, tally, 0.8);
}

/** `走得出家门，融得进社区`: two halves of nearly the same length, as headings are fond of. */
function isBalanced(text: string): boolean {
  if (/[\d（()）]/.test(text)) return false;
  const halves = text.split(/[，,\s\u3000]+/);
  const [one = '', two = ''] = halves;
  return (
    halves.length === 2 &&
    one.length >= 3 &&
    one.length <= 8 &&
    Math.abs(one.length - two.length) <= 1
  );
}

/** `钱从哪里来？` between two paragraphs, where nobody speaks. */
function isLoneQuestion(view: FileView, index: number): boolean {
  const { lines, marks } = view;
  const line = lines[index];
  if (!line || line.length > 22 || !/[？?]$/.test(line.text)) return false;
  const speaks = marks[index - 1]?.kind === 'speech' || marks[index + 1]?.kind === 'speech';
  return !speaks && lines[index - 1]?.end === 'closed' && view.nextText[index] === index + 1;
}

/** Headings come in company; where a file has captions, a lone short line is rather one of them. */
function scoreHabits(view: FileView, index: number, tally: Tally): void {
  if (!view.habits) return;
  tally.add('captions-in-file', -view.habits.captionBias * 0.9);
  tally.add('gap-of-headings', GAP_HABIT * view.habits.gapWeight(index, 'heading'));
  const company = view.habits.headingCompany[index];
  if (company === 1) tally.add('only-heading', -0.6);
  else if (company === 2) tally.add('one-of-several', 0.8);
}

/** The line right after another item of the same kind is one more item, not a heading. */
function endsList(view: FileView, index: number): boolean {
  const before = view.marks[index - 1]?.kind === 'item' && !nested(view, index - 1);
  return before && (view.lines[index - 1]?.length ?? 0) <= 40;
}

/** A numbered line over another numbering (`一、` over `（一）` or `1.`) is a heading over headings. */
function nested(view: FileView, index: number): boolean {
  const kind = (text: string): string => (/^[（(]?\d|^[（(]|^[①-⑳]/.test(text) ? 'low' : 'high');
  const here = view.lines[index]?.text ?? '';
  const next = view.lines[index + 1]?.text ?? '';
  return kind(here) === 'high' && kind(next) === 'low' && !/^[①-⑳]/.test(here);
}
