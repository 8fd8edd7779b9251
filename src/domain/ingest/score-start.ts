import { addOnce, type Context, type FileView, type Tally, wordsOnce } from './context';
import { closesArticle, leadStrength, tellsAnEvent } from './lexicon';
import { topicShift } from './topic-shift';

/** The strongest lead after a line, looked for behind headers and captions as well. */
function leadAfter(view: FileView, index: number): number {
  const text = view.nextText[index] ?? -1;
  return text < 0 || text - index > 4 ? 0 : leadStrength(view.lines[text]?.text ?? '');
}

/** What tells a title in mid-article from a heading: who did what, and a news lead under it. */
export function scoreNewStart(
  view: FileView,
  index: number,
  context: Context,
  tally: Tally,
  sign: 1 | -1,
): void {
  if (sign > 0) addOnce(view.memos.newStart, view, index, tally, judgeStart);
  else addOnce(view.memos.noStart, view, index, tally, judgeNoStart);
  const { last } = context;
  if (last >= 0 && wordsOnce(view.memos.closingWords, view, last, lookForClosing) & CLOSES)
    tally.add('closing-words-before', sign * 0.5);
}

const CLOSES = 2;

function lookForClosing(view: FileView, index: number): number {
  return closesArticle(view.lines[index]?.text ?? '') ? CLOSES : 0;
}

function judgeStart(view: FileView, index: number, tally: Tally): void {
  weighStart(view, index, tally, 1);
}

function judgeNoStart(view: FileView, index: number, tally: Tally): void {
  weighStart(view, index, tally, -1);
}

function weighStart(view: FileView, index: number, tally: Tally, sign: 1 | -1): void {
  const lead = leadAfter(view, index);
  if (lead > 0) tally.add('dateline-after', sign * (lead === 2 ? 2.4 : 1.2));
  tally.add('turns-to-something-else', sign * topicShift(view, index));
  if (tellsAnEvent(view.lines[index]?.text ?? '')) tally.add('tells-an-event', sign * 0.9);
}
