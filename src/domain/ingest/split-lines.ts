import { countColumns } from '../text/segments';
import { splitAtJumps } from './jumps';
import { lineEnd } from './line-end';
import { applyLineHints } from './line-hints';
import { type FrontMatter, readFrontMatter, readHeading, unmarkLine } from './markdown';
import type { Line, LineHint } from './types';

/** Markup that was taken off a line (or lines), to be recorded. */
export interface Dropped {
  line: number;
  lastLine: number;
  rule: string;
  text: string;
}

export interface SplitText {
  lines: Line[];
  dropped: Dropped[];
  frontMatter: FrontMatter | null;
}

/** Lines are measured up to here; what is longer is long. */
const COLUMN_CAP = 400;

const BREAK = /\r\n|[\n\r]/;
/** Within a line these separate as well (page breaks and the Unicode separators). */
const INNER_BREAK = /[\f\v\u2028\u2029]/;
const RULE = /^[\s\-=*_~#·.—─━═＊﹡※☆★◆◇●○■□^+<>|/\\]{3,}$/;
const TABLE_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

interface SplitOptions {
  /** 1-based line of the file with which the text begins; only the file's first has front matter. */
  firstLine?: number;
  hints?: ReadonlyMap<number, LineHint> | undefined;
}

/**
 * Splits a text into its lines that are not blank. Drawn rules (`-----`, `＊＊＊`) become a break
 * before the next line, `（下转第4版）` in a line becomes a piece of its own; Markdown markup comes off
 * when `markdown` is set. Linear in the text.
 */
export function splitLines(
  text: string,
  markdown: boolean,
  { firstLine = 1, hints }: SplitOptions = {},
): SplitText {
  const source = text.includes('\r') ? text.split(BREAK) : text.split('\n');
  const before = firstLine - 1;
  const mayBreak = INNER_BREAK.test(text);
  const frontMatter = markdown && before === 0 ? readFrontMatter(source) : null;
  const dropped: Dropped[] = [];
  const lines: Line[] = [];
  let gap = 0;
  let breakBefore: Line['breakBefore'] = 'none';
  if (frontMatter) {
    const first = source.findIndex((line) => line.trim() !== '');
    const { source: off, next } = frontMatter;
    dropped.push({ line: first + 1, lastLine: next, rule: 'front-matter', text: off });
  }
  for (let i = frontMatter?.next ?? 0; i < source.length; i += 1) {
    const raw = source[i] ?? '';
    const number = i + 1 + before;
    const pieces =
      mayBreak && INNER_BREAK.test(raw) ? raw.split(INNER_BREAK).flatMap(cutJumps) : cutJumps(raw);
    pieces.forEach(({ piece, isCut }, index) => {
      if (index > 0 && !isCut && breakBefore === 'none') breakBefore = 'page';
      const trimmed = piece.trim();
      if (trimmed === '') {
        if (index === pieces.length - 1) gap += 1;
        return;
      }
      if (isRule(trimmed)) {
        const above = lines[lines.length - 1];
        dropped.push({ line: number, lastLine: number, rule: 'drawn-rule', text: trimmed });
        if (above && gap === 0 && isUnderlined(above, trimmed)) above.emphasised = true;
        else if (!TABLE_RULE.test(trimmed) || !trimmed.includes('|')) breakBefore = 'rule';
        gap += 1;
        return;
      }
      const line = makeLine(piece, trimmed, number, markdown, dropped);
      if (!line) {
        gap += 1;
        return;
      }
      line.gap = gap;
      line.breakBefore = breakBefore;
      lines.push(line);
      gap = 0;
      breakBefore = 'none';
    });
  }
  applyLineHints(lines, hints);
  return { lines, dropped, frontMatter };
}

/** The marks of a continued article become pieces of their own, which no page parts. */
function cutJumps(piece: string): { piece: string; isCut: boolean }[] {
  const cut = splitAtJumps(piece);
  if (cut.length === 0) return [{ piece, isCut: false }];
  return cut.map((each, index) => ({ piece: each, isCut: index > 0 }));
}

/** Only punctuation repeated: nothing that could be words is ever a rule. */
function isRule(trimmed: string): boolean {
  if (trimmed.length > 400 || !RULE.test(trimmed)) return false;
  return trimmed.length >= 3 && !/^[.·…。]{1,6}$/.test(trimmed);
}

function isUnderlined(above: Line, rule: string): boolean {
  return above.length <= 40 && above.end === 'open' && /^[-=—─━═~_]+$/.test(rule);
}

function makeLine(
  piece: string,
  trimmed: string,
  number: number,
  markdown: boolean,
  dropped: Dropped[],
): Line | null {
  const indent = countColumns(piece.slice(0, piece.length - piece.trimStart().length));
  let text = trimmed;
  let level = 0;
  let emphasised = false;
  let image = false;
  const off: string[] = [];
  if (markdown) {
    const unmarked = unmarkLine(trimmed);
    ({ text, level, emphasised, image } = unmarked);
    off.push(...unmarked.dropped);
  } else {
    const heading = readHeading(trimmed);
    if (heading) {
      text = heading.text;
      level = heading.level;
      off.push(heading.mark);
    }
  }
  if (off.length > 0) {
    dropped.push({ line: number, lastLine: number, rule: 'markup', text: off.join(' ') });
  }
  if (text === '') return null;
  return {
    number,
    text,
    length: text.length,
    columns: countColumns(text, COLUMN_CAP),
    indent,
    gap: 0,
    breakBefore: 'none',
    end: lineEnd(text),
    level,
    emphasised,
    image,
  };
}
