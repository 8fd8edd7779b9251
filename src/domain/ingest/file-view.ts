import { findContents } from './contents';
import { emptyMemos, type FileView } from './context';
import { type Layout, measureLayout } from './layout';
import { endsWithBracket, leavesBracketOpen } from './line-end';
import { type Mark, markLine } from './line-marks';
import { refineMarks } from './refine-marks';
import { findRepeated } from './repeated-lines';
import { findRoundUps } from './round-ups';
import { indexSeams } from './seams';
import { findSerials } from './serials';
import { findShortTitles } from './short-titles';
import { readInlineEnd } from './sources';
import type { Line } from './types';
import { followsClosely } from './verse';

/** Running text has at least this many characters in a line. */
const TEXT_LENGTH = 45;
/** The first half of one that was cut in two. */
const CUT_LENGTH = 30;

/**
 * Gathers the facts about a file's lines that the rules need. Linear in the text.
 * `givenTitle` is the title from outside the lines (the front matter's), empty when there is none.
 */
export function viewFile(lines: readonly Line[], givenTitle = ''): FileView {
  const marks = refineMarks(lines, lines.map(markLine));
  const layout = measureLayout(lines, marks);
  const texts = new Uint8Array(lines.length);
  const plain = new Uint8Array(lines.length);
  for (let i = 0; i < lines.length; i += 1) {
    if (isApart(marks[i])) continue;
    plain[i] = 1;
    if (isText(lines, marks, layout, i)) texts[i] = 1;
  }
  const titled = isTitledOutside(lines, givenTitle);
  const { contents, listed } = findContents(lines, marks);
  return {
    lines,
    marks,
    layout,
    nextText: nearest(texts),
    nextPlain: nearest(plain),
    titled,
    titleLevel: titled ? 0.5 : findTitleLevel(lines, marks),
    endMarks: countEnds(lines, marks),
    repeated: findRepeated(lines, marks, layout),
    contents,
    listed,
    shortTitles: findShortTitles(lines, marks, texts),
    serial: findSerials(lines, marks, texts, contents),
    endsInline: findInlineEnds(lines),
    roundUp: findRoundUps(lines, marks),
    habits: null,
    memos: emptyMemos(lines.length),
    seams: indexSeams(lines),
  };
}

/** Whether a line that stands not apart is running text. */
function isText(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  layout: Layout,
  index: number,
): boolean {
  const line = lines[index];
  if (!line) return false;
  if (marks[index]?.kind === 'formula') return true;
  if (layout.isVerse(index) && followsClosely(line) && layout.isVerse(index - 1)) return true;
  return (
    line.length >= TEXT_LENGTH ||
    layout.isFull(index) ||
    (line.length >= 18 && line.end === 'closed') ||
    (line.length >= CUT_LENGTH && isCutText(line)) ||
    isBrief(lines, index)
  );
}

/** The first half of a text that a page or picture cuts: clauses parted by commas, no end. */
function isCutText({ text, end }: Line): boolean {
  return end === 'open' && /[，。；：][^，。；：]{3,}[，。；]|[，。；][^，。；：]{6,}$/.test(text);
}

/** Source lines right below a finished text. */
function countEnds(lines: readonly Line[], marks: readonly (Mark | null)[]): number {
  let count = 0;
  for (let i = 1; i < lines.length; i += 1) {
    if (marks[i]?.kind === 'source' && lines[i - 1]?.end === 'closed') count += 1;
  }
  return count;
}

/** A bracket that the line before opened is read with that line. */
function findInlineEnds(lines: readonly Line[]): Uint8Array {
  const found = new Uint8Array(lines.length);
  lines.forEach(({ text, length }, i) => {
    if (!endsWithBracket(text)) return;
    const before = lines[i - 1]?.text ?? '';
    const isRest = length <= 40 && !/[（(]/.test(text) && leavesBracketOpen(before);
    if (readInlineEnd(isRest ? before.slice(-60) + text : text)) found[i] = 1;
  });
  return found;
}

/** A whole sentence right under a line as short as a title, which itself follows a finished one. */
function isBrief(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const above = lines[index - 1];
  if (!line || line.length < 10 || !line.text.endsWith('。')) return false;
  const finished = index < 2 || lines[index - 2]?.end === 'closed';
  return above !== undefined && above.length <= 32 && above.end === 'open' && finished;
}

/** Whether the title stands outside and none of the first lines or top headings is one. */
function isTitledOutside(lines: readonly Line[], givenTitle: string): boolean {
  if (givenTitle === '' || lines.some((line) => line.level === 1)) return false;
  const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');
  return !lines.slice(0, 5).some((line) => bare(line.text) === bare(givenTitle));
}

/** Marks that are never part of running text. */
function isApart(mark: Mark | null | undefined): boolean {
  return (
    mark !== null &&
    mark !== undefined &&
    mark.kind !== 'item' &&
    mark.kind !== 'speech' &&
    mark.kind !== 'name' &&
    mark.kind !== 'formula' &&
    mark.kind !== 'table'
  );
}

/** For each the next that is set, or -1. */
function nearest(flags: Uint8Array): Int32Array {
  const next = new Int32Array(flags.length).fill(-1);
  for (let i = flags.length - 2; i >= 0; i -= 1) {
    next[i] = flags[i + 1] === 1 ? i + 1 : (next[i + 1] as number);
  }
  return next;
}

/**
 * The Markdown level that article titles have: the highest in the file; one level lower when a
 * single highest heading stands over nothing but further headings, each of which ends an article.
 */
function findTitleLevel(lines: readonly Line[], marks: readonly (Mark | null)[]): number {
  const heads: { level: number; index: number }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const level = lines[index]?.level ?? 0;
    if (level > 0) heads.push({ level, index });
  }
  const first = heads[0];
  if (!first) return 0;
  const top = Math.min(...heads.map((head) => head.level));
  // Text of some length before the first heading: the headings stand inside an article.
  const before = lines.slice(0, first.index).filter((line) => line.length >= TEXT_LENGTH).length;
  if (before > 0 && heads.filter((head) => head.level === top).length < 2) return 0.5;
  const second = heads[1];
  const alone = heads.filter((head) => head.level === top).length === 1 && first.level === top;
  if (!alone || !second || second.level === top || second.index !== first.index + 1) return top;
  const level = second.level;
  const sections = heads.filter((head) => head.level === level).length;
  const ends = marks.filter((mark) => mark?.kind === 'source' || mark?.kind === 'header').length;
  return sections >= 2 && ends >= sections - 1 ? level : top;
}
