import type { Tally } from './context';
import type { Label, Line, LineHint } from './types';

/** Turns what a formatted file's structure says of its lines into evidence. */

/** Whole blocks this long are paragraphs that should be finished. */
const PARAGRAPH_LENGTH = 20;
/** So many blocks that end in mid-sentence show that the blocks are cut lines. */
const CUT_SHARE = 0.6;
const FEWEST = 4;

/** Writes the hints into the lines. Changes `lines` in place. */
export function applyLineHints(
  lines: readonly Line[],
  hints: ReadonlyMap<number, LineHint> | undefined,
): void {
  if (!hints || hints.size === 0) return;
  let page = 0;
  for (const line of lines) {
    const hint = hints.get(line.number);
    if (!hint) continue;
    line.hint = hint;
    if (line.level === 0 && hint.level !== undefined) line.level = hint.level;
    if (hint.emphasised) line.emphasised = true;
    if (hint.page !== undefined) {
      if (page > 0 && hint.page !== page && line.breakBefore === 'none') line.breakBefore = 'page';
      page = hint.page;
    }
  }
  if (areBlocksCut(lines)) {
    for (const line of lines) if (line.hint?.whole) line.hint = { ...line.hint, whole: false };
    return;
  }
  // Between whole blocks a single line break is what a blank line is in plain text.
  lines.forEach((line, index) => {
    const parts = line.hint?.whole || lines[index - 1]?.hint?.whole;
    if (index > 0 && parts && line.gap === 0 && lines[index - 1]?.number !== line.number) {
      line.gap = 1;
    }
  });
}

/** Web pages and Word files made from print: every cut line is a block of its own. */
function areBlocksCut(lines: readonly Line[]): boolean {
  let all = 0;
  let cut = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const isText = line.hint?.whole && !line.hint.level && line.length >= PARAGRAPH_LENGTH;
    if (!isText || !next?.hint?.whole) return;
    all += 1;
    if (line.end === 'open' || line.end === 'pause') cut += 1;
  });
  return all >= FEWEST && cut >= all * CUT_SHARE;
}

const LABEL_OF = {
  caption: 'caption',
  byline: 'byline',
  attribution: 'attribution',
  furniture: 'furniture',
  table: 'body',
  list: 'body',
  quote: 'body',
} as const;

/** The label that a hint of a kind speaks for, `null` when it names no kind. */
export function hintedLabel(hint: LineHint | undefined): Label | null {
  return hint?.kind ? LABEL_OF[hint.kind] : null;
}

/** The most that a figure's words run to; what is longer may be a text set into a figure. */
const LONGEST_CAPTION = 300;

/** The mark that the structure leaves no doubt about (positions, figures, cells do not err). */
export function hintedMark(line: Line): 'caption' | 'page' | 'table' | null {
  switch (line.hint?.kind) {
    case 'furniture':
      return 'page';
    case 'caption':
      return line.length <= LONGEST_CAPTION ? 'caption' : null;
    case 'table':
      return 'table';
    default:
      return null;
  }
}

/** Evidence for or against a label from the line's hint. */
export function scoreHint(hint: LineHint, label: Label, tally: Tally): void {
  if (hint.whole && label === 'join') tally.add('whole-block', -3);
  if (!hint.kind) return;
  const certain = hint.kind === 'caption' || hint.kind === 'furniture';
  if (label === LABEL_OF[hint.kind]) tally.add(`structure-${hint.kind}`, certain ? 14 : 4);
  if (hint.kind === 'table' || hint.kind === 'list') {
    if (label === 'join') tally.add(`structure-${hint.kind}`, hint.kind === 'table' ? -8 : -4);
    else if (label !== 'body') tally.add(`structure-${hint.kind}`, -3);
  }
  if (hint.kind === 'quote' && (label === 'title' || label === 'subtitle')) {
    tally.add('structure-quote', -3);
  }
}
