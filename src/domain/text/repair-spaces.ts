import type { Repaired } from './repair';
import { isHanAt, isHanBefore, isSharedMark, isWideMark } from './repair-neighbours';

const GAP = /[ \u00a0\u3000]+/g;

interface Gap {
  start: number;
  end: number;
  columns: number;
}

/**
 * Closes the gaps between Han characters, and between Han characters and full-width marks. The
 * indent stays, and so do names set to three columns (`张　三`) and lines with several wide gaps,
 * which are rows of a table.
 */
export function closeHanSpaces(line: string): Repaired {
  const gaps = gapsOf(line);
  if (gaps.length === 0 || gaps.filter(({ columns }) => columns >= 2).length >= 2) {
    return { text: line, changes: 0 };
  }
  const name = gaps.find((gap) => isName(line, gap));
  let out = '';
  let from = 0;
  let changes = 0;
  for (const gap of gaps) {
    if (gap === name || (name && touches(line, gap, name)) || !isClosable(line, gap)) continue;
    out += line.slice(from, gap.start);
    from = gap.end;
    changes += 1;
  }
  return { text: out + line.slice(from), changes };
}

/** The gaps inside a line: neither its indent nor what trails. */
function gapsOf(line: string): Gap[] {
  const gaps: Gap[] = [];
  const indent = line.search(/\S/);
  for (const match of line.matchAll(GAP)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < indent || end === line.length) continue;
    const columns = match[0].length + match[0].split('\u3000').length - 1;
    gaps.push({ start, end, columns });
  }
  return gaps;
}

function isClosable(line: string, { start, end }: Gap): boolean {
  const before = isHanBefore(line, start);
  const after = isHanAt(line, end);
  if (before && after) return true;
  return (before && isMark(line.charCodeAt(end))) || (after && isMark(line.charCodeAt(start - 1)));
}

function isMark(unit: number): boolean {
  return isWideMark(unit) || isSharedMark(unit);
}

/** Units of a Han character at or before a place. */
function before(line: string, at: number): number {
  return at - (line.charCodeAt(at - 1) >> 10 === 0x37 ? 2 : 1);
}

function after(line: string, at: number): number {
  return at + (line.charCodeAt(at) >> 10 === 0x36 ? 2 : 1);
}

/** Two columns between Han characters, one of which stands by itself. */
function isName(line: string, { start, end, columns }: Gap): boolean {
  if (columns !== 2 || !isHanBefore(line, start) || !isHanAt(line, end)) return false;
  return !isHanBefore(line, before(line, start)) || !isHanAt(line, after(line, end));
}

/** Whether a gap sets off the characters of a name; without it the name would not be known again. */
function touches(line: string, gap: Gap, name: Gap): boolean {
  return gap.end === before(line, name.start) || gap.start === after(line, name.end);
}
