import type { Mark } from './line-marks';
import type { Line } from './types';
import { findVerse, markVerse } from './verse';

/** What the neighbourhood says of a line's place: paragraph gaps, indents, fixed width. */
export interface Layout {
  /** Blank lines that usually stand between two paragraphs around this line. */
  baseGap(index: number): number;
  /** Share (0 to 1) of the paragraphs around this line that begin with an indent; -1 unknown. */
  indentShare(index: number): number;
  /** Whether the line fills the width of hard-wrapped text, so that it was cut by the setting. */
  isFull(index: number): boolean;
  /** Whether the line comes near the width of hard-wrapped text, a finished sentence too. */
  isNear(index: number): boolean;
  /** Whether the line stands in hard-wrapped text and is clearly shorter than its width. */
  isShortOfWidth(index: number): boolean;
  /** Whether the line is one of a run of verse-like lines. */
  isVerse(index: number): boolean;
}

const WINDOW = 24;
const UNKNOWN = -2;
const GAP_CAP = 4;
/** Lines shorter than this are no column of text. */
const MIN_WIDTH = 20;
const MAX_WIDTH = 160;
const NEAR_COLUMNS = 5;
const NEAR_CHARACTERS = 2;
const WIDTH_WINDOW = 12;

/** Measures a file's layout, each figure over a window around the line. Linear in the lines. */
export function measureLayout(lines: readonly Line[], marks: readonly (Mark | null)[]): Layout {
  const gaps = Array.from({ length: GAP_CAP + 1 }, () => new Int32Array(lines.length + 1));
  const starts = new Int32Array(lines.length + 1);
  const indented = new Int32Array(lines.length + 1);
  const widths = measureWidths(lines, marks);
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const closed = before?.end === 'closed' && widths.full[i - 1] !== 1;
    const isText = line.length >= 18 || widths.full[i] === 1;
    const isStart = before !== undefined && closed && isText && marks[i] === null;
    const betweenText = isStart && (before.length >= 25 || widths.short[i - 1] === 1);
    for (let gap = 0; gap <= GAP_CAP; gap += 1) {
      const row = gaps[gap];
      if (row) {
        row[i + 1] = (row[i] ?? 0) + (betweenText && Math.min(line.gap, GAP_CAP) === gap ? 1 : 0);
      }
    }
    starts[i + 1] = (starts[i] ?? 0) + (isStart ? 1 : 0);
    indented[i + 1] = (indented[i] ?? 0) + (isStart && line.indent >= 2 ? 1 : 0);
  });
  // Without two paragraphs on end anywhere, the narrowest gap must do.
  let least = GAP_CAP;
  for (let i = 1; i < lines.length; i += 1) {
    if (widths.verse[i] !== 1) least = Math.min(least, lines[i]?.gap ?? GAP_CAP);
  }
  const bases = new Int8Array(lines.length).fill(UNKNOWN);
  return {
    baseGap: (index) => {
      const known = bases[index] ?? UNKNOWN;
      if (known !== UNKNOWN) return known;
      const base = modalGap(gaps, lines.length, index, least);
      bases[index] = base;
      return base;
    },
    indentShare: (index) => share(indented, starts, lines.length, index),
    isFull: (index) => widths.full[index] === 1,
    isNear: (index) => widths.near[index] === 1,
    isShortOfWidth: (index) => widths.short[index] === 1,
    isVerse: (index) => widths.verse[index] === 1,
  };
}

function sum(prefix: Int32Array, from: number, to: number): number {
  return (prefix[to] ?? 0) - (prefix[from] ?? 0);
}

function modalGap(gaps: readonly Int32Array[], size: number, index: number, least: number): number {
  for (const reach of [WINDOW, WINDOW * 8, size]) {
    const from = Math.max(0, index - reach);
    const to = Math.min(size, index + reach);
    const counts = gaps.map((row) => sum(row, from, to));
    const total = counts.reduce((a, b) => a + b, 0);
    if (total >= 3 || (reach === size && total > 0)) return counts.indexOf(Math.max(...counts));
  }
  return least;
}

function share(part: Int32Array, whole: Int32Array, size: number, index: number): number {
  for (const reach of [WINDOW, WINDOW * 8]) {
    const from = Math.max(0, index - reach);
    const to = Math.min(size, index + reach);
    const total = sum(whole, from, to);
    if (total >= 3) return sum(part, from, to) / total;
  }
  return -1;
}

interface Widths {
  full: Uint8Array;
  near: Uint8Array;
  short: Uint8Array;
  verse: Uint8Array;
}

/**
 * A line is full when several lines around it are about as wide, hardly any is wider, and most of
 * these end in mid-sentence (lines of verse end with punctuation or differ in width).
 */
function measureWidths(lines: readonly Line[], marks: readonly (Mark | null)[]): Widths {
  const full = new Uint8Array(lines.length);
  const near = new Uint8Array(lines.length);
  const short = new Uint8Array(lines.length);
  const verse = findVerse(lines, marks);
  const votes = lines.map((line, i) =>
    verse[i] === 0 && (marks[i] === null || line.length > 60) ? line : null,
  );
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || line.columns > MAX_WIDTH || verse[i] === 1) continue;
    // Some settings count columns, some (programs above all) plain characters.
    const byColumns = isFullBy(votes, line, i, columnWidth, MIN_WIDTH, NEAR_COLUMNS);
    const best = Math.max(
      byColumns,
      isFullBy(votes, line, i, characterWidth, MIN_WIDTH / 2, NEAR_CHARACTERS),
    );
    if (best === 2) full[i] = 1;
    if (best > 0) near[i] = 1;
  }
  dropLoneLines(lines, full);
  markShort(lines, full, short);
  markVerse(lines, full, verse);
  return { full, near, short, verse };
}

/** Where wrapped lines follow each other closely, a line between blank lines is no wrapped one. */
function dropLoneLines(lines: readonly Line[], full: Uint8Array): void {
  let close = 0;
  let all = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (full[i] !== 1 || !next || line.end === 'closed') return;
    all += 1;
    if (next.gap === 0) close += 1;
  });
  if (close < all * 0.7) return;
  lines.forEach((line, i) => {
    if (full[i] === 1 && line.gap > 0 && (lines[i + 1]?.gap ?? 1) > 0) full[i] = 0;
  });
}

function columnWidth(line: Line): number {
  return line.columns + line.indent;
}

function characterWidth(line: Line): number {
  return line.length + line.indent / 2;
}

/**
 * 2 when the line is full, 1 when it is a finished sentence that only comes near the width (as a
 * paragraph's last line may), 0 otherwise.
 */
function isFullBy(
  votes: readonly (Line | null)[],
  line: Line,
  index: number,
  widthOf: (line: Line) => number,
  least: number,
  near: number,
): 0 | 1 | 2 {
  const width = widthOf(line);
  if (width < least) return 0;
  let all = 0;
  let alike = 0;
  let open = 0;
  let wider = 0;
  let notWider = 0;
  const to = Math.min(votes.length - 1, index + WIDTH_WINDOW);
  for (let j = Math.max(0, index - WIDTH_WINDOW); j <= to; j += 1) {
    const other = votes[j];
    if (!other) continue;
    const otherWidth = widthOf(other);
    all += 1;
    if (otherWidth > width + near) wider += 1;
    else if (otherWidth >= width - near) {
      alike += 1;
      if (other.end === 'closed' || other.end === 'colon') continue;
      open += 1;
      if (otherWidth <= width) notWider += 1;
    }
  }
  const agreed = alike >= 4 && wider <= all * 0.15 && wider <= alike / 3 && open >= alike * 0.55;
  if (!agreed) return 0;
  return line.end === 'closed' && notWider < open * 0.5 ? 1 : 2;
}

/** Lines after or before a full line that leave a fifth of the width free. */
function markShort(lines: readonly Line[], full: Uint8Array, short: Uint8Array): void {
  let width = 0;
  let age = WIDTH_WINDOW;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    age += 1;
    if (full[i] === 1) {
      width = line.columns + line.indent;
      age = 0;
    } else if (age < WIDTH_WINDOW && line.columns + line.indent < width * 0.8) short[i] = 1;
  }
}
