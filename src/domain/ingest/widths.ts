import { markFewLines } from './few-lines';
import type { Mark } from './line-marks';
import type { Line } from './types';
import { findVerse, markVerse } from './verse';

/** Lines shorter than this are no column of text. */
const MIN_WIDTH = 20;
const MAX_WIDTH = 160;
const NEAR_COLUMNS = 5;
const NEAR_CHARACTERS = 2;
const WIDTH_WINDOW = 12;

/** 1 for each line that fills the width of hard-wrapped text, comes near it, is short of it, is verse (2: in stanzas). */
export interface Widths {
  full: Uint8Array;
  near: Uint8Array;
  short: Uint8Array;
  verse: Uint8Array;
}

/**
 * A line is full when several lines around it are about as wide, hardly any is wider, and most of
 * these end in mid-sentence (lines of verse end with punctuation or differ in width).
 */
export function measureWidths(lines: readonly Line[], marks: readonly (Mark | null)[]): Widths {
  const full = new Uint8Array(lines.length);
  const near = new Uint8Array(lines.length);
  const short = new Uint8Array(lines.length);
  const verse = findVerse(lines, marks);
  const votes: (Line | null)[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    votes.push(verse[i] === 0 && (marks[i] === null || line.length > 60) ? line : null);
  }
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || line.columns > MAX_WIDTH || verse[i] !== 0) continue;
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
  markFewLines(lines, marks, { full, near, verse });
  markShort(lines, full, short);
  markVerse(lines, marks, full, verse);
  return { full, near, short, verse };
}

/** Where wrapped lines follow each other closely, a line between blank lines is no wrapped one. */
function dropLoneLines(lines: readonly Line[], full: Uint8Array): void {
  let close = 0;
  let all = 0;
  for (let i = 0; i + 1 < lines.length; i += 1) {
    if (full[i] !== 1 || lines[i]?.end === 'closed') continue;
    all += 1;
    if (lines[i + 1]?.gap === 0) close += 1;
  }
  if (close < all * 0.7) return;
  for (let i = 0; i < lines.length; i += 1) {
    if (full[i] === 1 && (lines[i]?.gap ?? 0) > 0 && (lines[i + 1]?.gap ?? 1) > 0) full[i] = 0;
  }
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
