import type { Layout } from './layout';
import type { Mark } from './line-marks';
import type { Line } from './types';

/** Finds running heads: short lines that return again and again, with or without a page number. */

const REPEATS = 3;
const VARIED_REPEATS = 2;
/** A paragraph this short that ends open was hardly cut by a page. */
const CUT_LENGTH = 16;

/**
 * The line without its page number, date and spaces, so that running heads agree. Numbers within
 * the words stay: `见闻（0001）` and `见闻（0002）` are two titles of a series.
 */
function skeleton(text: string): string {
  return text
    .replace(/^[\d０-９]{1,4}(?=[\s\u3000·|｜\-—])|(?<=[\s\u3000·|｜\-—])[\d０-９]{1,4}$/g, '')
    .replace(
      /(?:19|20)\d{2}\s?[年.\-/]|\d{1,2}\s?[月日.\-/]|第\s?\d{1,4}\s?[期号版页]|[A-D]?\d{1,3}\s?版/g,
      '',
    )
    .replace(/[\s\u3000·|｜\-—]+/g, '');
}

/**
 * 1 for each line that is one of a number of alike lines, of which one at least stands where no
 * title or heading could: in the middle of a sentence or beside a page number.
 */
export function findRepeated(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  layout: Layout,
): Uint8Array {
  const groups = new Map<string, Alike>();
  for (let i = 0; i < lines.length; i += 1) {
    const key = keyOf(lines, marks, i, layout);
    if (key.length < 2) continue;
    const text = lines[i]?.text ?? '';
    const group = groups.get(key) ?? { indices: [], text, isVaried: false, isAstray: false };
    groups.set(key, group);
    group.indices.push(i);
    // The same words with another number: a running head with its page number.
    if (group.text !== text) group.isVaried = true;
    group.text = text;
    if (!standsOverText(lines, marks, i, layout)) group.isAstray = true;
  }
  const repeated = new Uint8Array(lines.length);
  for (const { indices, isVaried, isAstray } of groups.values()) {
    if (!isAstray || indices.length < (isVaried ? VARIED_REPEATS : REPEATS)) continue;
    for (const index of indices) repeated[index] = 1;
  }
  return repeated;
}

/** Lines with one skeleton. */
interface Alike {
  indices: number[];
  /** Of the last of them. */
  text: string;
  isVaried: boolean;
  /** One stands where no title could. */
  isAstray: boolean;
}

/** The skeleton of a line that may be a running head, otherwise nothing. */
function keyOf(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
  layout: Layout,
): string {
  const line = lines[index];
  const mark = marks[index];
  if (!line || (mark !== null && mark?.kind !== 'page')) return '';
  if (line.length > 30 || line.end === 'closed' || line.end === 'colon') return '';
  // In hard-wrapped text a stock phrase may fill the same line twice.
  const alone = line.gap > 0 || (lines[index + 1]?.gap ?? 1) > 0 || /\d/.test(line.text);
  return line.level === 0 && alone && !layout.isFull(index) ? skeleton(line.text) : '';
}

/** As titles and headings do: after a finished paragraph (or nothing) and right over text. */
function standsOverText(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  index: number,
  layout: Layout,
): boolean {
  const before = lines[index - 1];
  const after = lines[index + 1];
  if (!after || marks[index]?.kind === 'page') return false;
  const pages = marks[index - 1]?.kind === 'page' || marks[index + 1]?.kind === 'page';
  const cut =
    before !== undefined &&
    marks[index - 1] === null &&
    before.end !== 'closed' &&
    (before.length >= CUT_LENGTH || layout.isFull(index - 1));
  const text = after.end === 'closed' || after.length >= 30 || layout.isFull(index + 1);
  return !pages && !cut && (text || marks[index + 1] !== null);
}
