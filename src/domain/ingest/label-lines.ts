import { type Context, type FileView, type Phase, Tally } from './context';
import { type Guide, makeGuide } from './guide';
import { findHabits } from './habits';
import { hintedLabel, scoreHint } from './line-hints';
import { plainLabels } from './plain-file';
import { phaseAfter, possibleLabels, scoreLabel, TEXT } from './score-label';
import type { Label } from './types';
import { findWrapped } from './wrap-titles';

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
  /** It makes the title on the line before longer. */
  wraps: boolean;
}

interface Hypothesis {
  score: number;
  label: Label;
  phase: Phase;
  last: number;
  previous: Hypothesis | null;
}

const BEAM = 6;
/** What lies so far behind the best never comes back. */
const HOPELESS = 18;

/**
 * Labels all lines. The file is read twice: what the first reading shows of its habits (captions or
 * headings, headings alone or in company) weighs in the second. What the guide has settled holds.
 * Linear in the number of lines; deterministic.
 */
export function labelLines(view: FileView, guide: Guide = makeGuide(view)): Labelled[] {
  if (guide.corrected.size > 0) {
    // To say of a line what the rules think anyway must change nothing else.
    const plain = read(view, { ...guide, corrected: new Map() });
    if (agrees(plain, guide)) return markCorrected(plain, guide);
  }
  return markCorrected(read(view, guide), guide);
}

function read(view: FileView, guide: Guide): Labelled[] {
  const plain = plainLabels(view, guide);
  if (plain) return explain(view, guide, plain);
  const first = search(view, guide);
  const habits = findHabits(view, first);
  if (!habits) return explain(view, guide, first);
  const informed = { ...view, habits };
  return explain(informed, guide, search(informed, guide));
}

function agrees(labelled: readonly Labelled[], guide: Guide): boolean {
  const first = labelled.findIndex(({ label }) => /^(?:title|body|join|heading)$/.test(label));
  return [...guide.corrected].every(([index, { as }]) => {
    const own = labelled[index];
    if (as === 'start') return index === first && own?.label === 'body';
    if (as === 'title' && labelled[index - 1]?.label === 'title' && !own?.wraps) return false;
    return own?.label === as;
  });
}

function markCorrected(labelled: Labelled[], guide: Guide): Labelled[] {
  if (guide.corrected.size === 0) return labelled;
  return labelled.map((each, index) =>
    guide.corrected.has(index) ? { ...each, evidence: ['corrected'], confidence: 1 } : each,
  );
}

function search(view: FileView, guide: Guide): Label[] {
  let beam: Hypothesis[] = [];
  for (let index = 0; index < view.lines.length; index += 1) {
    beam = extend(view, guide, index, beam);
  }
  const best = beam[0];
  const labels: Label[] = [];
  for (let at: Hypothesis | null = best ?? null; at; at = at.previous) labels.push(at.label);
  return labels.reverse();
}

function extend(
  view: FileView,
  guide: Guide,
  index: number,
  beam: readonly Hypothesis[],
): Hypothesis[] {
  const labels = labelsFor(view, guide, index);
  if (labels === TEXT && beam.length > 0 && isPlainText(view, guide, index)) {
    return extendText(view, index, beam);
  }
  const found: Hypothesis[] = [];
  const tally = new Tally();
  for (let at = 0; at < Math.max(1, beam.length); at += 1) {
    const previous = beam[at] ?? null;
    const context = contextFor(guide, index, contextOf(view, guide, previous));
    for (const label of labels) {
      if (!isAllowed(guide, index, label, context)) continue;
      tally.total = 0;
      score(view, index, label, context, tally);
      const { phase, last } = advance(view, guide, index, label, context);
      keep(found, (previous?.score ?? 0) + tally.total, label, phase, last, previous);
    }
  }
  return bestOf(found);
}

function bestOf(found: Hypothesis[]): Hypothesis[] {
  sortByScore(found);
  const least = (found[0]?.score ?? 0) - HOPELESS;
  let size = Math.min(BEAM, found.length);
  while (size > 1 && (found[size - 1]?.score ?? 0) < least) size -= 1;
  return found.length > size ? found.slice(0, size) : found;
}

/** The best first; of equals the earlier one. Lists are too short for the engine's own sort to pay. */
function sortByScore(found: Hypothesis[]): void {
  for (let at = 1; at < found.length; at += 1) {
    const one = found[at] as Hypothesis;
    let to = at;
    for (; to > 0 && (found[to - 1] as Hypothesis).score < one.score; to -= 1) {
      found[to] = found[to - 1] as Hypothesis;
    }
    found[to] = one;
  }
}

/** Nothing but the rules for running text has a say in the line. */
function isPlainText(view: FileView, guide: Guide, index: number): boolean {
  const isFree = guide.corrected.size === 0 && !guide.seams.has(index);
  return isFree && view.lines[index]?.hint === undefined;
}

/**
 * The same for a line that is text whatever comes: whether it begins a paragraph or goes on with one
 * is all that is left of what was before it. Most lines of most files are such.
 */
function extendText(view: FileView, index: number, beam: readonly Hypothesis[]): Hypothesis[] {
  const found: Hypothesis[] = [];
  const tally = new Tally();
  const phase = phaseAfter(view, index, 'body', 'body');
  for (const previous of beam) {
    const context = { phase: previous.phase, last: previous.last, before: previous.label };
    for (const label of TEXT) {
      tally.total = 0;
      scoreLabel(view, index, label, context, tally);
      keep(found, previous.score + tally.total, label, phase, index, previous);
    }
  }
  return bestOf(found);
}

function score(view: FileView, index: number, label: Label, context: Context, tally: Tally): void {
  scoreLabel(view, index, label, context, tally);
  const hint = view.lines[index]?.hint;
  if (hint) scoreHint(hint, label, tally);
}

function labelsFor(view: FileView, guide: Guide, index: number): readonly Label[] {
  const fixed = guide.corrected.get(index) ?? guide.settled.get(index);
  if (fixed) return fixed.labels;
  const labels = possibleLabels(view, index);
  const hinted = hintedLabel(view.lines[index]?.hint);
  const more = hinted !== null && !labels.includes(hinted) ? [...labels, hinted] : labels;
  // A file that is one article has one title; the other labels are never used up by this.
  return guide.single && more.every((label) => label === 'title') ? ['body'] : more;
}

/** In a file that is one article a title comes before its text or not at all. */
function isAllowed(guide: Guide, index: number, label: Label, context: Context): boolean {
  if (!guide.single || label !== 'title' || context.phase === 'none') return true;
  return guide.corrected.has(index) || guide.settled.has(index);
}

function contextOf(view: FileView, guide: Guide, previous: Hypothesis | null): Context {
  if (previous) return { phase: previous.phase, last: previous.last, before: previous.label };
  return { phase: view.titled || guide.titled ? 'titled' : 'none', last: -1, before: null };
}

/** An article that begins without a title owes nothing to the lines before it. */
function contextFor(guide: Guide, index: number, context: Context): Context {
  if (guide.corrected.size === 0) return context;
  const starts = guide.corrected.get(index)?.as === 'start';
  return starts ? { ...context, phase: 'titled', last: -1 } : context;
}

/** How far the article has come after the line, and its last line of text. */
function advance(
  view: FileView,
  guide: Guide,
  index: number,
  label: Label,
  { phase, last }: Context,
): { phase: Phase; last: number } {
  const seam = guide.seams.size === 0 ? undefined : guide.seams.get(index);
  if (seam === 'end') return { phase: 'ended', last: -1 };
  if (seam === 'begin') return { phase: 'titled', last: -1 };
  if (seam === 'cut') return { phase, last: -1 };
  return { phase: phaseAfter(view, index, label, phase), last: lastAfter(index, label, last) };
}

function lastAfter(index: number, label: Label, last: number): number {
  if (label === 'body' || label === 'join') return index;
  return label === 'title' || label === 'heading' ? -1 : last;
}

/** Of hypotheses that look alike to the future only the best is kept. */
function keep(
  found: Hypothesis[],
  score: number,
  label: Label,
  phase: Phase,
  last: number,
  previous: Hypothesis | null,
): void {
  for (const rival of found) {
    if (rival.label !== label || rival.phase !== phase || rival.last !== last) continue;
    if (score > rival.score) {
      rival.score = score;
      rival.previous = previous;
    }
    return;
  }
  found.push({ score, label, phase, last, previous });
}

/** Walks the chosen labels again, to name the evidence and measure how sure each is. */
function explain(view: FileView, guide: Guide, labels: readonly Label[]): Labelled[] {
  let context = contextOf(view, guide, null);
  const wrapped = findWrapped(view, guide, labels);
  const explained: Labelled[] = [];
  for (let index = 0; index < labels.length; index += 1) {
    const label = labels[index] as Label;
    context = contextFor(guide, index, context);
    explained.push(explainOne(view, guide, index, label, context, wrapped.has(index)));
    context = { ...advance(view, guide, index, label, context), before: label };
  }
  return explained;
}

function explainOne(
  view: FileView,
  guide: Guide,
  index: number,
  label: Label,
  context: Context,
  wraps: boolean,
): Labelled {
  // Nobody asks why text is text.
  const tally = new Tally(label !== 'body');
  score(view, index, label, context, tally);
  let rival = Number.NEGATIVE_INFINITY;
  for (const other of labelsFor(view, guide, index)) {
    if (other === label || !isAllowed(guide, index, other, context)) continue;
    const sum = new Tally();
    score(view, index, other, context, sum);
    rival = Math.max(rival, sum.total);
  }
  const margin = Math.min(12, tally.total - rival);
  const settled = guide.settled.get(index);
  return {
    label: wraps ? 'title' : label,
    wraps,
    evidence: settled ? [settled.rule] : strongest(tally.rules ?? []),
    confidence: Math.round(100 / (1 + Math.exp(-margin / 1.5))) / 100,
  };
}

/** The names of the four that weigh most; of equals the earlier one. */
function strongest(rules: readonly WeighedRule[]): string[] {
  const spoke: WeighedRule[] = [];
  for (const one of rules) {
    if (one.weight <= 0.3) continue;
    let to = spoke.length;
    for (; to > 0 && (spoke[to - 1] as WeighedRule).weight < one.weight; to -= 1) {
      spoke[to] = spoke[to - 1] as WeighedRule;
    }
    spoke[to] = one;
  }
  const names: string[] = [];
  for (let at = 0; at < spoke.length && at < 4; at += 1)
    names.push((spoke[at] as WeighedRule).rule);
  return names.length > 0 ? names : ['nothing-better'];
}

interface WeighedRule {
  rule: string;
  weight: number;
}
