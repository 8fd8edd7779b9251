import type { Mark } from './line-marks';
import type { Line } from './types';

/** Heads and sources whose kind only their place tells. */

const BARE_SOURCE = /^据(?!了解|悉|介绍|统计|说|称|理力争|此|实)\p{Script=Han}{2,12}$/u;

/**
 * Whether `江城日报 2023年11月24日 第3版` stands under each text of the file, to say where it comes
 * from, and not over a page: the file ends with one and begins without.
 */
export function headsClose(lines: readonly Line[], marks: readonly (Mark | null)[]): boolean {
  if (marks.length < 3 || marks[marks.length - 1]?.rule !== 'running-head') return false;
  let first = -1;
  for (let i = 0; i < marks.length; i += 1) {
    if (marks[i]?.rule !== 'running-head' || isHeadOfText(lines, marks, i)) continue;
    if (lines[i - 1]?.end !== 'closed') return false;
    if (first < 0) first = i;
  }
  return first >= 2;
}

/**
 * `某某报 2023.11.24 第3版` between a line as short as a title, which itself stands under a finished text,
 * and running text: it tells where this text comes from and is no head of a page.
 */
export function isHeadOfText(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const fields = marks[index]?.fields;
  const title = lines[index - 1];
  if (!fields?.outlet || !fields.date || !title || marks[index - 1]) return false;
  const isCut = title.length > 16 && /[，；,;]/.test(title.text);
  if (
    title.length < 2 ||
    title.length > 60 ||
    isCut ||
    title.end === 'closed' ||
    title.end === 'pause'
  )
    return false;
  const above = lines[index - 2];
  const finished = above === undefined || above.end === 'closed' || Boolean(marks[index - 2]);
  const below = marks[index + 1];
  if (!finished || (below && below.kind !== 'byline')) return false;
  const text = below ? index + 2 : index + 1;
  const next = lines[text];
  // Wrapped lines above and below are the two halves of a text that a page parts.
  if (!next || Math.abs(next.columns + next.indent - title.columns - title.indent) <= 3)
    return false;
  return isTextAt(lines, text);
}

/** `《江城日报》2023年11月24日` right under a finished text cites where that text comes from. */
export function isCitedUnderText(lines: readonly Line[], mark: Mark, index: number): boolean {
  const { fields } = mark;
  if (!fields || fields.labelled || fields.outlet === '' || fields.date === '') return false;
  return /^[《（(]/.test(lines[index]?.text ?? '') && lines[index - 1]?.end === 'closed';
}

/** `据某某观察` alone under a finished text, over nothing or over what is as short as a title. */
export function isBareSource(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
): boolean {
  const line = lines[index];
  if (!line || line.length > 14 || !BARE_SOURCE.test(line.text)) return false;
  if (lines[index - 1]?.end !== 'closed') return false;
  const next = lines[index + 1];
  if (next === undefined || marks[index + 1]) return true;
  return next.end !== 'closed' && !isTextAt(lines, index + 1);
}

/** The same, or the first of wrapped lines: the next is as wide, or ends the sentence. */
export function isTextAt(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line) return false;
  if (isRunningText(line)) return true;
  if (!next || line.length < 14 || line.end === 'closed' || next.indent > line.indent) return false;
  const isAsWide = Math.abs(line.columns + line.indent - next.columns - next.indent) <= 3;
  return isAsWide || (next.end === 'closed' && next.columns < line.columns);
}

export function isRunningText(line: Line): boolean {
  return line.length > 60 || (line.end === 'closed' && line.length > 25);
}
