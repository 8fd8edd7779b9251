import type { Block, Draft } from './blocks';
import { type FileView, Tally } from './context';
import type { Guide } from './guide';
import type { Labelled } from './label-lines';
import { scoreContinues, scoreUnfinished } from './score-join';

/**
 * Puts the parts of an article that a newspaper continues on another page together: the second
 * part's blocks follow the first's, a paragraph that was cut goes on, and a title that the second
 * part repeats becomes furniture. Changes the drafts and, for what it joins, `labelled`; returns the
 * drafts that are left, in the order of their first lines.
 */
export function mergeParts(
  view: FileView,
  drafts: readonly Draft[],
  labelled: Labelled[],
  guide: Guide,
): Draft[] {
  if (guide.pairs.length === 0) return [...drafts];
  const home = new Map<number, Draft>();
  for (const draft of drafts) {
    for (const block of draft.blocks) for (const index of block.lines) home.set(index, draft);
  }
  const gone = new Set<Draft>();
  for (const { end, begin } of guide.pairs) {
    const first = home.get(end);
    const second = home.get(begin);
    if (!first || !second || gone.has(first) || gone.has(second)) continue;
    // A title or beginning that the researcher set stays one.
    if (isSet(guide, second)) continue;
    if (first !== second) {
      append(first, second, labelled);
      gone.add(second);
      for (const [index, draft] of home) if (draft === second) home.set(index, first);
    }
    heal(view, guide, first, labelled, end, begin);
  }
  return drafts.filter((draft) => !gone.has(draft));
}

function isSet(guide: Guide, draft: Draft): boolean {
  const lines = [...draft.title, ...draft.blocks.flatMap((block) => block.lines.slice(0, 1))];
  return lines.some((index) => {
    const as = guide.corrected.get(index)?.as;
    return as === 'title' || as === 'start';
  });
}

function append(first: Draft, second: Draft, labelled: Labelled[]): void {
  const repeated = second.title.map((index): Block => {
    labelled[index] = {
      label: 'furniture',
      evidence: ['jump-title'],
      confidence: 0.9,
      wraps: false,
    };
    return { kind: 'attribution', label: 'furniture', lines: [index] };
  });
  first.blocks.push(...repeated, ...second.blocks);
}

/** Joins the paragraph before the one mark with that after the other, when it was cut there. */
function heal(
  view: FileView,
  guide: Guide,
  draft: Draft,
  labelled: Labelled[],
  end: number,
  begin: number,
): void {
  const tail = draft.blocks.findLast(
    ({ label, lines }) => label === 'body' && (lines[0] ?? end) < end,
  );
  const head = draft.blocks.find(
    ({ label, lines }) => label === 'body' && (lines[0] ?? -1) > begin,
  );
  const index = head?.lines[0] ?? -1;
  const before = labelled[index];
  if (!tail || !head || !before || tail === head || guide.corrected.has(index)) return;
  if (!isCutBetween(view, tail.lines.at(-1) ?? -1, head.lines[0] ?? -1)) return;
  labelled[index] = { ...before, label: 'join', evidence: ['part-goes-on'] };
  tail.lines.push(...head.lines);
  draft.blocks.splice(draft.blocks.indexOf(head), 1);
}

/** The paragraph at the seam of two parts is more often cut than not. */
const CUT_BETWEEN_PARTS = 2;

/** Whether the paragraph that ends with line `last` goes on with line `next` of another part. */
export function isCutBetween(view: FileView, last: number, next: number): boolean {
  const sum = new Tally();
  scoreUnfinished(view, last, sum);
  scoreContinues(view, last, next, sum);
  return sum.total + (view.lines[last]?.end === 'closed' ? 0 : CUT_BETWEEN_PARTS) > 0;
}
