import { captionLikeness } from './caption-lexicon';
import { addOnce, type FileView, Tally } from './context';

/** How much a line of the file reads like a caption; worked out once for each line. */
export function captionWords(view: FileView, index: number): number {
  const sum = new Tally();
  addOnce(view.memos.captionWords, index, sum, (tally) =>
    tally.add('caption-words', captionLikeness(view.lines[index]?.text ?? '')),
  );
  return sum.total;
}
