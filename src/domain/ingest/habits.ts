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
  const counted = countLabels(view, labels);
  return counted === null ? null : new FileHabits(view, labels, counted);
}

interface Counted {
  captionBias: number;
  headingCompany: Uint8Array;
}

/** `null` as for `findHabits`. */
function countLabels(view: FileView, labels: readonly Label[]): Counted | null {
  const headingCompany = new Uint8Array(labels.length);
  let captions = 0;
  let headings = 0;
  let titles = 0;
  let article: number[] = [];
  let seen = false;
  for (let index = 0; index <= labels.length; index += 1) {
    const label = labels[index];
    if (label === 'title' || label === undefined) {
      for (const each of article) headingCompany[each] = article.length > 1 ? 2 : 1;
      headings += article.length > 1 ? article.length : 0;
      article = [];
    }
    if (label === 'title') titles += 1;
    if (label === 'caption') captions += 1;
    const plain = view.lines[index]?.level === 0 && view.marks[index] === null;
    if (label === 'heading' && plain) article.push(index);
    if (plain && (label === 'heading' || label === 'caption')) seen = true;
  }
  if (!seen && titles < 2) return null;
  const bias = 0.5 * Math.log((captions + 1) / (headings + 1));
  return { captionBias: Math.max(-MAX_BIAS, Math.min(MAX_BIAS, bias)), headingCompany };
}

class FileHabits implements Habits {
  readonly captionBias: number;
  readonly headingCompany: Uint8Array;
  private readonly gapWeights: ReadonlyMap<Label, GapWeights>;
  /** What a short line without a date costs, zero where that is no habit. */
  private readonly undated: number;

  constructor(
    private readonly view: FileView,
    private readonly labels: readonly Label[],
    { captionBias, headingCompany }: Counted,
  ) {
    this.captionBias = captionBias;
    this.headingCompany = headingCompany;
    this.gapWeights = weighGaps(view, labels);
    this.undated = weighUndated(view, labels);
  }

  gapWeight(index: number, label: Label): number {
    const weights = this.gapWeights.get(label);
    if (!weights || index === 0) return 0;
    const own = this.labels[index] === label ? weights.itself : weights.others;
    return own[gapOf(this.view, index)] ?? 0;
  }

  headWeight(index: number): number {
    if (this.undated === 0) return 0;
    const { marks } = this.view;
    // A subtitle may stand between.
    const isDated =
      hasDateBelow(marks, index) || (hasDateBelow(marks, index + 1) && marks[index + 1] === null);
    return isDated ? 0 : this.undated;
  }
}

function gapOf(view: FileView, index: number): number {
  return Math.min(GAP_CAP, view.lines[index]?.gap ?? 0);
}

/** By the gap before a line: of lines with the label, and of others. */
interface GapWeights {
  others: Float64Array;
  itself: Float64Array;
}

/**
 * How much more often a label's lines have a line's gap before them than all lines have, as a
 * logarithm. A line's own label in the first reading does not count for it.
 */
function weighGaps(view: FileView, labels: readonly Label[]): Map<Label, GapWeights> {
  const all: Gaps = { gaps: new Float64Array(GAP_CAP + 1), size: 0 };
  const own = new Map<Label, Gaps>();
  for (let index = 1; index < labels.length; index += 1) {
    const label = labels[index] as Label;
    const gap = gapOf(view, index);
    const counts = own.get(label) ?? { gaps: new Float64Array(GAP_CAP + 1), size: 0 };
    addGap(all, gap);
    addGap(counts, gap);
    own.set(label, counts);
  }
  // There are few different weights, and they are asked for very often.
  const weights = new Map<Label, GapWeights>();
  for (const [label, counts] of own) {
    const others = new Float64Array(GAP_CAP + 1);
    const itself = new Float64Array(GAP_CAP + 1);
    for (let gap = 0; gap <= GAP_CAP; gap += 1) {
      others[gap] = weighGap(all, counts, gap, 0);
      itself[gap] = weighGap(all, counts, gap, 1);
    }
    weights.set(label, { others, itself });
  }
  return weights;
}

function addGap(counts: Gaps, gap: number): void {
  counts.gaps[gap] = (counts.gaps[gap] ?? 0) + 1;
  counts.size += 1;
}

function weighGap(all: Gaps, counts: Gaps, gap: number, self: 0 | 1): number {
  const usual = ((all.gaps[gap] ?? 0) + 1) / (all.size + GAP_CAP + 1);
  const here = ((counts.gaps[gap] ?? 0) - self + TRUST * usual) / (counts.size - self + TRUST);
  return Math.max(-MAX_GAP_WEIGHT, Math.min(MAX_GAP_WEIGHT, Math.log(here / usual)));
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
function weighUndated(view: FileView, labels: readonly Label[]): number {
  const titles: number[] = [];
  let dated = 0;
  let later = 0;
  let gaps = 0;
  for (let index = 0; index < labels.length; index += 1) {
    if (labels[index] !== 'title' || labels[index + 1] === 'title') continue;
    titles.push(index);
    if (!hasDateBelow(view.marks, index)) continue;
    dated += 1;
    if (index === 0) continue;
    later += 1;
    gaps += view.lines[index]?.gap ?? 0;
  }
  if (later === 0) return 0;
  const least = gaps / later - 0.5;
  const alike = titles.filter((i) => i === 0 || (view.lines[i]?.gap ?? 0) >= least);
  if (dated < alike.length * DATED_SHARE) return 0;
  return -Math.min(MAX_HEAD_WEIGHT, 1 + Math.log2(dated));
}
