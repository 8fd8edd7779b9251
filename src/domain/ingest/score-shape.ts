import { addOnce, type FileView, softPlus, Tally } from './context';
import { endsInMidPhrase, opensText, opensWithDateline, saysWhoSpeaks } from './lexicon';
import { leavesBracketOpen } from './line-end';
import { headsPoem } from './poem-headings';
import { scoreRunsOn, scoreUnfinished } from './score-join';
import { closesInNextLine, standsUnindented } from './title-lines';
import { followsClosely } from './verse';

/** What titles, subtitles and headings have in common. */

/** Weight of the gaps that a file's titles, headings and captions usually have. */
export const GAP_HABIT = 1.1;

/** Evidence from the line's own shape, shared by titles, subtitles and headings. */
export function scoreShape(view: FileView, index: number, tally: Tally): void {
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
  if (standsUnindented(view, index)) tally.add('not-indented', 1.5);
  else if (view.layout.isFull(index)) tally.add('fills-the-width', -3);
  if (view.layout.isVerse(index)) tally.add('verse-line', isAmidVerse(view, index) ? -6 : -1);
  if (line.emphasised) tally.add('emphasised', 2.5);
  if (endsInMidPhrase(line.text)) tally.add('ends-in-mid-phrase', -2.5);
  if (saysWhoSpeaks(line.text)) tally.add('speaks', -3);
  if (opensText(line.text)) tally.add('opens-a-text', -4);
  else if (opensWithDateline(line.text)) tally.add('dateline', -8);
  if (closesInNextLine(view, index)) tally.add('closed-in-next-line', 2);
  else {
    scoreRunsOn(view, index, tally);
    if (leavesBracketOpen(line.text)) tally.add('bracket-open', -3);
  }
  if (view.repeated[index] === 1) tally.add('returns-often', -2);
}

/** The first line of a run may still be the title over it, where nothing is set apart. */
export function isAmidVerse(view: FileView, index: number): boolean {
  if (!view.layout.isVerse(index)) return false;
  const above = view.marks[index - 1]?.kind;
  if (above === 'source' || above === 'end' || above === 'editor') return false;
  const line = view.lines[index];
  if (headsPoem(view, index)) return false;
  if (view.layout.isStanza(index)) return true;
  if (line && followsClosely(line)) return view.layout.isVerse(index - 1);
  return view.layout.baseGap(index) > 0;
}

/** What it costs that the paragraph before is not finished. */
export function scoreOpenBefore(view: FileView, last: number, tally: Tally, weight: number): void {
  let cost = view.memos.openCost[last] ?? Number.NaN;
  if (Number.isNaN(cost)) {
    const sum = new Tally();
    scoreUnfinished(view, last, sum);
    cost = softPlus(sum.total);
    view.memos.openCost[last] = cost;
  }
  tally.add('paragraph-before-unfinished', -cost * weight);
}
