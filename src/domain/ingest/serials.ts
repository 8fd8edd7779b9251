import type { Mark } from './line-marks';
import type { Line } from './types';

/** Finds files whose articles are numbered: `1、…`, `2、…` as titles. */

const NUMBER =
  /^([（(]?)(\d{1,3}|[一二三四五六七八九十]{1,3})([、．.）)]|[:：]|\s(?=\p{Script=Han}))(?!\d)\s*\S/u;
const LONGEST = 60;
const TOP = 4;

/**
 * 1 for each line of a series `1 2 3…` in one style that begins at the file's top, where no title
 * can stand over it. `texts`: 1 for running text; `skip`: lines that do not count.
 */
export function findSerials(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  texts: Uint8Array,
  skip: Uint8Array,
): Uint8Array {
  const serial = new Uint8Array(lines.length);
  const first = lines.findIndex((_, i) => skip[i] !== 1 && marks[i]?.kind !== 'page');
  const style = first < 0 || first > TOP + count(skip) ? null : readNumber(lines[first]);
  if (style?.number !== 1) return serial;
  const found: number[] = [];
  let last = first;
  for (let i = first; i < lines.length; i += 1) {
    if (texts[i] === 1) last = i;
    const own = lines[i]?.end === 'closed' ? null : readNumber(lines[i]);
    // Text stands between two numbers, or they are the points of a list.
    const apart = found.length === 0 || last > (found[found.length - 1] ?? 0);
    if (own && own.style === style.style && own.number === found.length + 1 && apart) found.push(i);
  }
  if (found.length >= 2) for (const index of found) serial[index] = 1;
  return serial;
}

function count(flags: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < flags.length; i += 1) sum += flags[i] ?? 0;
  return sum;
}

function readNumber(line: Line | undefined): { style: string; number: number } | null {
  if (!line || line.length > LONGEST) return null;
  const match = NUMBER.exec(line.text);
  if (!match) return null;
  const [, open = '', digits = '', close = ''] = match;
  const arabic = /\d/.test(digits);
  return {
    style: `${open}${arabic ? '1' : '一'}${/[、．.]/.test(close) ? '、' : close}`,
    number: arabic ? Number(digits) : readHan(digits),
  };
}

function readHan(text: string): number {
  const value = (char: string): number => '一二三四五六七八九'.indexOf(char) + 1;
  const at = text.indexOf('十');
  if (at < 0) return text.length === 1 ? value(text) : 0;
  return (at === 0 ? 1 : value(text.charAt(0))) * 10 + value(text.charAt(at + 1));
}
