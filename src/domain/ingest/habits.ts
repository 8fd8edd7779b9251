import type { FileView, Habits } from './context';
import type { Label } from './types';

/** What a first reading of a file shows of its habits, to weigh in the second. */

const MAX_BIAS = 1.2;
const GAP_CAP = 5;
/** So many lines of a label count as much as what all lines of the file show. */
const TRUST = 2;
const MAX_GAP_WEIGHT = 2;

/** `null` when the file has no plain headings or captions, so that nothing could change. */
export function findHabits(view: FileView, labels: readonly Label[]): Habits | null {
  const headingCompany = new Uint8Array(labels.length);
  let captions = 0;
  let headings = 0;
  let titles = 0;
  let article: number[] = [];
  const closeArticle = (): void => {
    for (const index of article) headingCompany[index] = article.length > 1 ? 2 : 1;
    headings += article.length > 1 ? article.length : 0;
    article = [];
  };
  let seen = false;
  labels.forEach((label, index) => {
    if (label === 'title') {
      closeArticle();
      titles += 1;
    }
    if (label === 'caption') captions += 1;
    const plain = view.lines[index]?.level === 0 && view.marks[index] === null;
    if (label === 'heading' && plain) article.push(index);
    if (plain && (label === 'heading' || label === 'caption')) seen = true;
  });
  closeArticle();
  if (!seen && titles < 2) return null;
  const bias = 0.5 * Math.log((captions + 1) / (headings + 1));
  return {
    captionBias: Math.max(-MAX_BIAS, Math.min(MAX_BIAS, bias)),
    headingCompany,
    gapWeight: weighGaps(view, labels),
  };
}

/**
 * How much more often a label's lines have a line's gap before them than all lines have, as a
 * logarithm. A line's own label in the first reading does not count for it.
 */
function weighGaps(
  view: FileView,
  labels: readonly Label[],
): (index: number, label: Label) => number {
  const gapOf = (index: number): number => Math.min(GAP_CAP, view.lines[index]?.gap ?? 0);
  const all = new Float64Array(GAP_CAP + 1);
  const own = new Map<Label, { gaps: Float64Array; size: number }>();
  let size = 0;
  labels.forEach((label, index) => {
    if (index === 0) return;
    const gap = gapOf(index);
    all[gap] = (all[gap] ?? 0) + 1;
    size += 1;
    const counts = own.get(label) ?? { gaps: new Float64Array(GAP_CAP + 1), size: 0 };
    counts.gaps[gap] = (counts.gaps[gap] ?? 0) + 1;
    counts.size += 1;
    own.set(label, counts);
  });
  return (index, label) => {
    const counts = own.get(label);
    if (!counts || index === 0) return 0;
    const gap = gapOf(index);
    const self = labels[index] === label ? 1 : 0;
    const usual = ((all[gap] ?? 0) + 1) / (size + GAP_CAP + 1);
    const here = ((counts.gaps[gap] ?? 0) - self + TRUST * usual) / (counts.size - self + TRUST);
    return Math.max(-MAX_GAP_WEIGHT, Math.min(MAX_GAP_WEIGHT, Math.log(here / usual)));
  };
}
