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
  const counts = new Map<string, number>();
  const texts = new Map<string, string>();
  const varied = new Set<string>();
  const astray = new Set<string>();
  const keys = lines.map((line, i) => {
    const mark = marks[i];
    const plain = mark === null || mark?.kind === 'page';
    const fits = plain && line.length <= 30 && line.end !== 'closed' && line.end !== 'colon';
    // In hard-wrapped text a stock phrase may fill the same line twice.
    const alone = line.gap > 0 || (lines[i + 1]?.gap ?? 1) > 0 || /\d/.test(line.text);
    const standsOut = line.level === 0 && alone && !layout.isFull(i);
    const key = fits && standsOut ? skeleton(line.text) : '';
    if (key.length >= 2) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      // The same words with another number: a running head with its page number.
      if ((texts.get(key) ?? line.text) !== line.text) varied.add(key);
      texts.set(key, line.text);
      if (!standsOverText(lines, marks, i, layout)) astray.add(key);
    }
    return key;
  });
  return Uint8Array.from(keys, (key) => {
    const enough = (counts.get(key) ?? 0) >= (varied.has(key) ? VARIED_REPEATS : REPEATS);
    return enough && astray.has(key) ? 1 : 0;
  });
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
