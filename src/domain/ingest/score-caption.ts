import { captionWords } from './caption-words';
import { addOnce, type Context, type FileView, Tally } from './context';
import { isField } from './field-lines';
import {
  beginsInMidWord,
  endsInMidPhrase,
  opensText,
  opensWithDateline,
  saysWhoSpeaks,
} from './lexicon';
import { leavesBracketOpen } from './line-end';
import { isAmidLatin, joinPoints, scoreRunsOn, scoreUnfinished } from './score-join';
import { GAP_HABIT, isAmidVerse } from './score-shape';

/** Longer lines are captions only when they say so. */
export const CAPTION_MAX = 120;

/** Evidence that the line belongs to a picture. */
export function scoreCaption(view: FileView, index: number, context: Context, tally: Tally): void {
  const line = view.lines[index];
  const mark = view.marks[index];
  if (!line) return;
  if (mark?.kind === 'caption') tally.add(mark.rule, line.length > CAPTION_MAX ? 3 : 8);
  else tally.add('caption-words', captionWords(view, index) - 0.6);
  if (mark?.kind === 'item' || mark?.kind === 'speech') tally.add(mark.kind, -3);
  if (context.phase === 'none') tally.add('no-article-yet', -4);
  if (mark?.kind === 'caption') return;
  if (mark?.kind === 'byline') {
    const isAmidText = context.phase === 'body' && view.nextPlain[index] === view.nextText[index];
    return tally.add('picture-maker', isAmidText && view.nextText[index] !== -1 ? 8 : 2);
  }
  addOnce(view.memos.captionShape, view, index, tally, judgeCaptionShape);
  if (endsThePage(view, index)) tally.add('ends-the-page', -4);
  const base = view.layout.baseGap(index);
  const isWide = base >= 0 && line.gap > base;
  if (context.phase === 'titled') tally.add('before-any-text', -1.5);
  else if (context.phase === 'ended' && captionWords(view, index) < 1)
    tally.add('after-end-mark', -1.5);
  const interrupts =
    context.phase === 'body' && context.last >= 0 && scoreInterruption(view, index, context, tally);
  // Between finished paragraphs the gap speaks for a caption only where the words do.
  if (isWide) tally.add('wide-gap-before', interrupts || captionWords(view, index) >= 1 ? 0.8 : 0);
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
  else if (/[，,；;]/.test(line.text)) tally.add('comma-inside', line.end === 'open' ? -2.2 : -1.3);
  if (line.length <= 2) tally.add('very-short', -4);
  if (saysWhoSpeaks(line.text)) tally.add('speaks', -3);
  if (beginsInMidWord(line.text)) tally.add('begins-in-mid-word', -3);
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
  if (isAmidLatin(view, index)) tally.add('latin-goes-on', -6);
  if (view.layout.isFull(index)) tally.add('fills-the-width', -3);
  if (view.layout.isVerse(index)) tally.add('verse-line', isAmidVerse(view, index) ? -6 : -2);
  if (line.emphasised) tally.add('emphasised', -2);
}

/** A short line between a paragraph cut in two and the rest of it. */
export function scoreInterruption(
  view: FileView,
  index: number,
  context: Context,
  tally: Tally,
): boolean {
  const next = view.nextText[index] ?? -1;
  const end = new Tally();
  scoreUnfinished(view, context.last, end);
  if (end.total <= 0) return false;
  if (next < 0 || next - index > 8) return true;
  const points = joinPoints(view, context.last, next);
  if (points <= 0) return true;
  // Words that the file writes elsewhere run over both of its ends: it is a piece of the sentence.
  const [before, line, after] = [context.last, index, index + 1].map(
    (i) => view.lines[i]?.text ?? '',
  );
  const seams =
    view.seams.known(before ?? '', line ?? '') + view.seams.known(line ?? '', after ?? '');
  if (seams > 0) tally.add('runs-into-both', seams * -0.8);
  // What ends with a full stop may be the rest of the sentence as well.
  const share = view.lines[index]?.end === 'closed' ? 0.4 : 1;
  tally.add('interrupts-a-sentence', share * Math.min(3.5, 1 + points * 0.6));
  return true;
}

/** The last short line of wrapped text over a page mark: the sentence goes on on the next page. */
function endsThePage(view: FileView, index: number): boolean {
  const below = view.marks[index + 1];
  if (below?.kind !== 'page' || view.lines[index]?.gap !== 0) return false;
  return view.layout.isFull(index - 1) && captionWords(view, index) < 1;
}
