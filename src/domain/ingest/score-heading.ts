import { captionWords } from './caption-words';
import { type Context, type FileView, type Tally, wordsOnce } from './context';
import { tellsWhen } from './lexicon';
import { headsPoem } from './poem-headings';
import { isAmidLatin } from './score-join';
import { GAP_HABIT, scoreOpenBefore, scoreShape } from './score-shape';
import { scoreNewStart } from './score-start';
import { sharedWithText } from './shared-words';

const LATIN = 2;
const BALANCED = 4;
const COMMA = 8;
const QUESTION = 16;
const TELLS_WHEN = 32;
const COLUMN = 64;
const POEM = 128;
/** `【新春走基层】一碗面`: the name of a column stands before titles. */
const COLUMN_FIRST = /^【[^】]{2,30}】\S{4}/;

function lookAtHeading(view: FileView, index: number): number {
  const text = view.lines[index]?.text ?? '';
  return (
    (isAmidLatin(view, index) ? LATIN : 0) |
    (isBalanced(text) ? BALANCED : 0) |
    (/[，,]/.test(text) ? COMMA : 0) |
    (isLoneQuestion(view, index) ? QUESTION : 0) |
    (text.length > 16 && tellsWhen(text) ? TELLS_WHEN : 0) |
    (COLUMN_FIRST.test(text) ? COLUMN : 0) |
    (headsPoem(view, index) ? POEM : 0)
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
  if (words & POEM) tally.add('over-a-poem', 5);
  if (words & QUESTION) tally.add('lone-question', 2.5);
  if (view.listed[index]) tally.add('in-contents', -3);
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
  if (line.level === 0 && mark !== 'item') {
    if (words & COLUMN) tally.add('column-before-words', -1.5);
    const shared = sharedWithText(view, index);
    if (shared > 0.45 && view.roundUp[index] !== 1)
      tally.add('words-shared-with-text', -(shared - 0.45) * 3);
  }
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
