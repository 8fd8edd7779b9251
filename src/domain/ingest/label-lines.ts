import { type Context, type FileView, type Habits, type Phase, Tally } from './context';
import { phaseAfter, possibleLabels, scoreLabel } from './score-label';
import type { Label } from './types';

/**
 * Gives every line its label: a beam search (Viterbi over a small set of hypotheses) for the
 * sequence of labels with the highest sum of evidence. What a line is depends on whether the
 * paragraph before it is unfinished and whether its article has ended; a hypothesis carries both.
 */

export interface Labelled {
  label: Label;
  /** Names of the rules that spoke for the label, strongest first. */
  evidence: string[];
  /** 0 to 1, from the distance to the next best label at this place. */
  confidence: number;
}

interface Hypothesis {
  score: number;
  label: Label;
  phase: Phase;
  last: number;
  previous: Hypothesis | null;
}

const BEAM = 6;

/**
 * Labels all lines. The file is read twice: what the first reading shows of its habits (captions or
 * headings, headings alone or in company) weighs in the second. Linear in the number of lines;
 * deterministic.
 */
export function labelLines(view: FileView): Labelled[] {
  const first = search(view);
  const habits = findHabits(view, first);
  if (!habits) return explain(view, first);
  const informed = { ...view, habits };
  return explain(informed, search(informed));
}

const MAX_BIAS = 1.2;

/** `null` when the file has no plain headings or captions, so that nothing could change. */
function findHabits(view: FileView, labels: readonly Label[]): Habits | null {
  const headingCompany = new Uint8Array(labels.length);
  let captions = 0;
  let headings = 0;
  let article: number[] = [];
  const closeArticle = (): void => {
    for (const index of article) headingCompany[index] = article.length > 1 ? 2 : 1;
    headings += article.length > 1 ? article.length : 0;
    article = [];
  };
  let seen = false;
  labels.forEach((label, index) => {
    if (label === 'title') closeArticle();
    if (label === 'caption') captions += 1;
    const plain = view.lines[index]?.level === 0 && view.marks[index] === null;
    if (label === 'heading' && plain) article.push(index);
    if (plain && (label === 'heading' || label === 'caption')) seen = true;
  });
  closeArticle();
  if (!seen) return null;
  const bias = 0.5 * Math.log((captions + 1) / (headings + 1));
  return { captionBias: Math.max(-MAX_BIAS, Math.min(MAX_BIAS, bias)), headingCompany };
}

function search(view: FileView): Label[] {
  let beam: Hypothesis[] = [];
  for (let index = 0; index < view.lines.length; index += 1) {
    beam = extend(view, index, beam);
  }
  const best = beam[0];
  const labels: Label[] = [];
  for (let at: Hypothesis | null = best ?? null; at; at = at.previous) labels.push(at.label);
  return labels.reverse();
}

function extend(view: FileView, index: number, beam: readonly Hypothesis[]): Hypothesis[] {
  const labels = possibleLabels(view, index);
  const found: Hypothesis[] = [];
  const from: readonly (Hypothesis | null)[] = beam.length > 0 ? beam : [null];
  for (const previous of from) {
    const context = contextOf(view, previous);
    for (const label of labels) {
      const tally = new Tally();
      scoreLabel(view, index, label, context, tally);
      keep(found, {
        score: (previous?.score ?? 0) + tally.total,
        label,
        phase: phaseAfter(view, index, label, context.phase),
        last: lastAfter(index, label, context.last),
        previous,
      });
    }
  }
  found.sort((a, b) => b.score - a.score);
  return found.length > BEAM ? found.slice(0, BEAM) : found;
}

function firstContext(view: FileView): Context {
  return { phase: view.titled ? 'titled' : 'none', last: -1, before: null };
}

function contextOf(view: FileView, previous: Hypothesis | null): Context {
  if (!previous) return firstContext(view);
  return { phase: previous.phase, last: previous.last, before: previous.label };
}

function lastAfter(index: number, label: Label, last: number): number {
  if (label === 'body' || label === 'join') return index;
  return label === 'title' || label === 'heading' ? -1 : last;
}

/** Of hypotheses that look alike to the future only the best is kept. */
function keep(found: Hypothesis[], hypothesis: Hypothesis): void {
  const same = found.findIndex(
    (other) =>
      other.label === hypothesis.label &&
      other.phase === hypothesis.phase &&
      other.last === hypothesis.last,
  );
  const rival = found[same];
  if (!rival) found.push(hypothesis);
  else if (hypothesis.score > rival.score) found[same] = hypothesis;
}

/** Walks the chosen labels again, to name the evidence and measure how sure each is. */
function explain(view: FileView, labels: readonly Label[]): Labelled[] {
  let context = firstContext(view);
  return labels.map((label, index) => {
    const tally = new Tally(true);
    scoreLabel(view, index, label, context, tally);
    let rival = Number.NEGATIVE_INFINITY;
    for (const other of possibleLabels(view, index)) {
      if (other === label) continue;
      const sum = new Tally();
      scoreLabel(view, index, other, context, sum);
      rival = Math.max(rival, sum.total);
    }
    const margin = Math.min(12, tally.total - rival);
    context = {
      phase: phaseAfter(view, index, label, context.phase),
      last: lastAfter(index, label, context.last),
      before: label,
    };
    return {
      label,
      evidence: strongest(tally.rules ?? []),
      confidence: Math.round(100 / (1 + Math.exp(-margin / 1.5))) / 100,
    };
  });
}

function strongest(rules: readonly { rule: string; weight: number }[]): string[] {
  return rules
    .filter(({ weight }) => weight > 0.3)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)
    .map(({ rule }) => rule);
}
