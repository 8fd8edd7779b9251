import { isBareKicker } from './bare-kickers';
import { isBareSubtitle } from './bare-subtitles';
import { captionWords } from './caption-words';
import { addOnce, type Context, type FileView, type Tally, wordsOnce } from './context';
import { hasNewsLead, isOfficialTitle, isPictureNews } from './lexicon';
import { readCutting } from './press-heads';
import { GAP_HABIT, scoreOpenBefore, scoreShape } from './score-shape';
import { scoreNewStart } from './score-start';
import { sharedWithText } from './shared-words';
import {
  closesInNextLine,
  goesOnInNextLine,
  isCutInWord,
  isLongTitle,
  standsOverSubtitle,
  TITLE_MAX,
} from './title-lines';
import type { Line } from './types';

const LONG = 2;
const CUTTING = 4;
const BRACKETED = 8;
const OFFICIAL = 16;
const PICTURE_NEWS = 32;
const KICKER = 64;
const SUBTITLE = 128;

function lookAtTitle(view: FileView, index: number): number {
  const text = view.lines[index]?.text ?? '';
  return (
    (isLongTitle(view, index) ? LONG : 0) |
    (readCutting(text) !== null ? CUTTING : 0) |
    (/^【[^】]{2,40}】/.test(text) ? BRACKETED : 0) |
    (isOfficialTitle(text) ? OFFICIAL : 0) |
    (isPictureNews(text) ? PICTURE_NEWS : 0) |
    (isBareKicker(view, index) ? KICKER : 0) |
    (isBareSubtitle(view, index) ? SUBTITLE : 0)
  );
}

/** Whether the line is a kicker that nothing marks. */
export function isKicker(view: FileView, index: number): boolean {
  return (wordsOnce(view.memos.titleWords, view, index, lookAtTitle) & KICKER) !== 0;
}

/** Whether the line is a subtitle that nothing marks. */
export function isPlainSubtitle(view: FileView, index: number): boolean {
  return (wordsOnce(view.memos.titleWords, view, index, lookAtTitle) & SUBTITLE) !== 0;
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
  if (view.shortTitles[index] === 1) tally.add('short-as-the-first', 7);
  if (view.serial[index] === 1) tally.add('one-of-a-series', 5);
  else if (view.marks[index]?.kind === 'item')
    tally.add('numbered', context.phase === 'body' ? -2.5 : -0.5);
  if (words & OFFICIAL) tally.add('official-title', 2.5);
  if (words & PICTURE_NEWS) tally.add('picture-news', 6);
  if (words & KICKER && context.phase !== 'titled') tally.add('over-a-title', -4);
  if (context.before === 'furniture' && isKicker(view, index - 1)) tally.add('below-a-kicker', 3);
  if (words & SUBTITLE && context.phase === 'titled') tally.add('below-its-title', -4);
  if (words & CUTTING) tally.add('paper-and-day', 7);
  else if (words & BRACKETED) tally.add('in-brackets', line.end === 'quoted' ? 0.6 : 1.5);
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

/** Page marks that stand over titles rather than in mid-text. */
const OVER_TITLES: ReadonlyMap<string, number> = new Map([
  ['running-head', 2],
  ['column-name', 3],
  ['kicker', 3],
  ['document-number', 3],
]);

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
    tally.add('after-page-mark', OVER_TITLES.get(view.marks[index - 1]?.rule ?? '') ?? 0.8);
}

/** What comes after: a header line, the lead of a news text, words that the title shares with it. */
function scoreFollowing(view: FileView, index: number, tally: Tally): void {
  const line = view.lines[index];
  const next = view.lines[index + 1];
  const text = view.nextText[index] ?? -1;
  if (!line || !next || text < 0) return tally.add('no-text-after', index > 2 ? -8 : -3);
  const mark = view.marks[index + 1]?.kind;
  // Only over a text of its own does a line have an author under it.
  const isSigned = view.marks[index + 1]?.rule === 'signature';
  // A subtitle has one too, but its title stands open right above it.
  const isFirst = view.lines[index - 1]?.end === 'closed' || Boolean(view.marks[index - 1]);
  const isAuthor = mark === 'byline' && !isSigned && next.length <= 30;
  if (isAuthor && isFirst && !/^[（(【[]/.test(next.text)) tally.add('byline-after', 2);
  const isNamed = mark === 'name' && isFirst && view.nextText[index] === index + 2;
  if (isNamed) tally.add('name-after', 2.5);
  if (isSigned) tally.add('signature-after', -2);
  else if (mark === 'header' || mark === 'byline' || mark === 'source')
    tally.add('header-after', 3);
  else if (mark === 'formula' && next.end === 'colon') tally.add('address-after', 4.5);
  else if (/^(?:——|—|--)\s?\S/.test(next.text) && next.length <= 40)
    tally.add('subtitle-after', 2.5);
  else if (isPlainSubtitle(view, index + 1)) tally.add('subtitle-after', 3);
  else if (view.nextPlain[index] === text) tally.add('text-after', 1.4);
  else if (goesOnInNextLine(view, index)) tally.add('goes-on-in-next-line', 2.5);
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
  else if (isPlainSubtitle(view, index)) tally.add('words-of-a-subtitle', 7);
  if (context.before === 'title' && closesInNextLine(view, index - 1))
    tally.add('closes-the-title', 7);
  else if (context.before === 'title' && goesOnInNextLine(view, index - 1))
    tally.add('goes-on-with-title', 4);
  else if (context.before === 'title' && isCutInWord(view, index - 1))
    tally.add('goes-on-with-title', 4);
  if (line.length > 45) tally.add('too-long', -4);
  const above = view.lines[index - 1];
  if (line.gap === 0 && (view.layout.baseGap(index) > 0 || (above?.gap ?? 0) > 0 || index === 1)) {
    tally.add('right-below-title', 2.2);
  } else if (line.gap === 0) tally.add('below-title', 0.8);
  else tally.add('gap-to-title', line.gap > view.layout.baseGap(index) ? -2.5 : -0.6);
  if (view.nextPlain[index] === view.nextText[index]) tally.add('text-after', 1);
  if (context.before === 'subtitle') tally.add('third-line', -1.5);
}
