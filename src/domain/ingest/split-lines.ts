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
  const splitter = new Splitter(markdown);
  if (frontMatter) {
    const first = source.findIndex((line) => line.trim() !== '');
    const { source: text, next } = frontMatter;
    splitter.dropped.push({ line: first + 1, lastLine: next, rule: 'front-matter', text });
  }
  for (let i = frontMatter?.next ?? 0; i < source.length; i += 1) {
    const raw = source[i] ?? '';
    const number = i + 1 + before;
    if (mayBreak && INNER_BREAK.test(raw)) splitter.addPages(raw.split(INNER_BREAK), number);
    else splitter.addPage(raw, number, true);
  }
  const { lines, dropped } = splitter;
  applyLineHints(lines, hints);
  return { lines, dropped, frontMatter };
}

/** Takes a text in, line by line. */
class Splitter {
  readonly lines: Line[] = [];
  readonly dropped: Dropped[] = [];
  private gap = 0;
  private breakBefore: Line['breakBefore'] = 'none';

  constructor(private readonly markdown: boolean) {}

  /** A line with page breaks in it. */
  addPages(pages: readonly string[], number: number): void {
    for (let index = 0; index < pages.length; index += 1) {
      if (index > 0 && this.breakBefore === 'none') this.breakBefore = 'page';
      this.addPage(pages[index] ?? '', number, index === pages.length - 1);
    }
  }

  /** The marks of a continued article become pieces of their own, which no page parts. */
  addPage(page: string, number: number, isLast: boolean): void {
    const pieces = splitAtJumps(page);
    if (pieces.length === 0) this.addPiece(page, number, isLast);
    for (let index = 0; index < pieces.length; index += 1) {
      this.addPiece(pieces[index] ?? '', number, isLast && index === pieces.length - 1);
    }
  }

  private addPiece(piece: string, number: number, isLast: boolean): void {
    const trimmed = piece.trim();
    if (trimmed === '') {
      if (isLast) this.gap += 1;
      return;
    }
    if (isRule(trimmed)) return this.addRule(trimmed, number);
    const line = makeLine(piece, trimmed, number, this.markdown, this.dropped);
    if (!line) {
      this.gap += 1;
      return;
    }
    line.gap = this.gap;
    line.breakBefore = this.breakBefore;
    this.lines.push(line);
    this.gap = 0;
    this.breakBefore = 'none';
  }

  private addRule(text: string, number: number): void {
    const above = this.lines[this.lines.length - 1];
    this.dropped.push({ line: number, lastLine: number, rule: 'drawn-rule', text });
    if (above && this.gap === 0 && isUnderlined(above, text)) above.emphasised = true;
    else if (!TABLE_RULE.test(text) || !text.includes('|')) this.breakBefore = 'rule';
    this.gap += 1;
  }
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
  let off = '';
  if (markdown) {
    const unmarked = unmarkLine(trimmed);
    ({ text, level, emphasised, image } = unmarked);
    off = unmarked.dropped.join(' ');
  } else {
    const heading = readHeading(trimmed);
    if (heading) {
      text = heading.text;
      level = heading.level;
      off = heading.mark;
    }
  }
  if (off !== '') dropped.push({ line: number, lastLine: number, rule: 'markup', text: off });
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
