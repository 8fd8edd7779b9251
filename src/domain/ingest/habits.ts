import type { FileView, Habits } from './context';
import { hasDateBelow } from './round-ups';
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
    headWeight: weighHeads(view, labels),
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
  const own = new Map<Label, Gaps>();
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
  const weigh = (counts: Gaps, gap: number, self: 0 | 1): number => {
    const usual = ((all[gap] ?? 0) + 1) / (size + GAP_CAP + 1);
    const here = ((counts.gaps[gap] ?? 0) - self + TRUST * usual) / (counts.size - self + TRUST);
    return Math.max(-MAX_GAP_WEIGHT, Math.min(MAX_GAP_WEIGHT, Math.log(here / usual)));
  };
  // There are few different weights, and they are asked for very often.
  const weights = new Map(
    Array.from(own, ([label, counts]) => {
      const of = (self: 0 | 1) =>
        Float64Array.from(counts.gaps, (_, gap) => weigh(counts, gap, self));
      return [label, { others: of(0), itself: of(1) }] as const;
    }),
  );
  return (index, label) => {
    const of = weights.get(label);
    if (!of || index === 0) return 0;
    return (labels[index] === label ? of.itself : of.others)[gapOf(index)] ?? 0;
  };
}

/** How often the lines of a label have so many blank lines before them. */
interface Gaps {
  gaps: Float64Array;
  size: number;
}

/** A file has the habit to date its articles when this share of the titles set apart is dated. */
const DATED_SHARE = 0.7;
const MAX_HEAD_WEIGHT = 4;

/**
 * Where the articles of a file come with a date line under each title, a short line without one is
 * rather a heading among several items. The titles are those set apart as the dated ones are.
 */
function weighHeads(view: FileView, labels: readonly Label[]): (index: number) => number {
  const titles: number[] = [];
  let dated = 0;
  let later = 0;
  let gaps = 0;
  labels.forEach((label, index) => {
    if (label !== 'title' || labels[index + 1] === 'title') return;
    titles.push(index);
    if (!hasDateBelow(view.marks, index)) return;
    dated += 1;
    if (index === 0) return;
    later += 1;
    gaps += view.lines[index]?.gap ?? 0;
  });
  if (later === 0) return () => 0;
  const least = gaps / later - 0.5;
  const alike = titles.filter((i) => i === 0 || (view.lines[i]?.gap ?? 0) >= least);
  if (dated < alike.length * DATED_SHARE) return () => 0;
  const weight = Math.min(MAX_HEAD_WEIGHT, 1 + Math.log2(dated));
  // A subtitle may stand between.
  const isDated = (index: number): boolean =>
    hasDateBelow(view.marks, index) ||
    (hasDateBelow(view.marks, index + 1) && view.marks[index + 1] === null);
  return (index) => (isDated(index) ? 0 : -weight);
}
