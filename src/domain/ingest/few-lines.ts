import type { Mark } from './line-marks';
import type { Line } from './types';

/**
 * Finds hard-wrapped paragraphs of so few lines that no width is agreed on around them: two lines or
 * more end open as wide as each other over a last one that is not wider and finished.
 */

/** In columns: no line of text is narrower, no short column wider. */
const NARROWEST = 20;
const WIDEST = 92;
/** So many columns a line may be wider or narrower than the next, for a mark that hangs out. */
const NEAR = 3;
const INSIDE = /[，。；、！？,;!?]./;

/** Marks in `full` the lines that were cut, in `near` the finished last ones. Linear in the lines. */
export function markFewLines(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  widths: { full: Uint8Array; near: Uint8Array; verse: Uint8Array },
): void {
  let start = 0;
  for (let end = 1; end <= lines.length; end += 1) {
    if (end < lines.length && goesOn(lines, marks, widths.verse, end)) continue;
    if (end - start >= 2 && widths.full[start] !== 1) markRun(lines, start, end, widths);
    start = end;
  }
}

/** Whether the line stands right below one that is plain like itself. */
function goesOn(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  verse: Uint8Array,
  index: number,
): boolean {
  const line = lines[index] as Line;
  if (line.gap !== 0 || line.columns > WIDEST || marks[index] !== null || verse[index] !== 0)
    return false;
  const above = lines[index - 1] as Line;
  const kind = marks[index - 1]?.kind;
  return above.level === 0 && (kind === undefined || kind === 'item' || kind === 'speech');
}

/** Each paragraph of the run is looked at by itself, from its last line upwards. */
function markRun(
  lines: readonly Line[],
  start: number,
  end: number,
  { full, near }: { full: Uint8Array; near: Uint8Array },
): void {
  let from = start;
  for (let last = start; last < end; last += 1) {
    const next = lines[last + 1];
    const begins = last + 1 === end || (next !== undefined && next.indent >= 2);
    if (lines[last]?.end !== 'closed' || !begins) continue;
    const first = firstOfParagraph(lines, from, last, start);
    for (let i = first; i < last; i += 1) full[i] = 1;
    if (first < last) near[last] = 1;
    from = last + 1;
  }
}

/** The first line of the paragraph that ends with line `last`; `last` itself when there is no more. */
function firstOfParagraph(
  lines: readonly Line[],
  from: number,
  last: number,
  start: number,
): number {
  const above = lines[last - 1];
  if (last === from || !above || above.end === 'closed') return last;
  const width = widthOf(above);
  if (width < NARROWEST || width > WIDEST || widthOf(lines[last] as Line) > width + NEAR)
    return last;
  let first = last;
  let marked = INSIDE.test(lines[last]?.text ?? '');
  while (first > from && Math.abs(widthOf(lines[first - 1] as Line) - width) <= NEAR) {
    first -= 1;
    const line = lines[first] as Line;
    marked ||= line.end === 'pause' || INSIDE.test(line.text);
    // An indent begins the paragraph, whatever stands above.
    if (line.indent >= 2) return (lines[last]?.indent ?? 0) < 2 ? first : last;
  }
  // A line as wide by chance over the text is a title.
  if (first === start && !isText(lines, first)) first += 1;
  // `…增长20` over `%，…`: no line begins with such a mark.
  const isRest = /^[，。、；：！？”’）》」』…—.,;:!?)%]/.test(lines[last]?.text ?? '');
  return marked && (last - first >= 2 || (last > first && isRest)) ? first : last;
}

/** Whether the first line of a run is text for sure: by its commas, or under a title set apart. */
function isText(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line;
  const above = lines[index - 1];
  if (line.end === 'pause' || INSIDE.test(line.text)) return true;
  return above !== undefined && line.gap > 0 && above.end === 'open' && above.length <= 60;
}

function widthOf(line: Line): number {
  return line.columns + line.indent;
}
