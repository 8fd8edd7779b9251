import { captionLikeness } from './caption-lexicon';
import { addOnce, type FileView, Tally } from './context';

/** How much a line of the file reads like a caption; worked out once for each line. */
export function captionWords(view: FileView, index: number): number {
  const known = view.memos.captionWords[index] ?? Number.NaN;
  if (!Number.isNaN(known)) return known;
  const sum = new Tally();
  addOnce(view.memos.captionWords, view, index, sum, weighWords);
  return sum.total;
}

function weighWords(view: FileView, index: number, tally: Tally): void {
  tally.add('caption-words', captionLikeness(view.lines[index]?.text ?? ''));
}
