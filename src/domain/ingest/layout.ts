import type { Mark } from './line-marks';
import type { Line } from './types';
import { STANZA } from './verse';
import { measureWidths, type Widths } from './widths';

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
  /** Whether the line is one of a poem in stanzas under its author's name. */
  isStanza(index: number): boolean;
}

const WINDOW = 24;
const UNKNOWN = -2;
const GAP_CAP = 4;

/** Measures a file's layout, each figure over a window around the line. Linear in the lines. */
export function measureLayout(lines: readonly Line[], marks: readonly (Mark | null)[]): Layout {
  return new MeasuredLayout(lines, marks);
}

/** A class, because what is made anew for each file is compiled anew for it, too. */
class MeasuredLayout implements Layout {
  /** For each gap how many pairs of paragraphs before a line have it between them. */
  private readonly gaps: Int32Array[];
  /** How many paragraphs begin before a line, and how many of them with an indent. */
  private readonly starts: Int32Array;
  private readonly indented: Int32Array;
  private readonly widths: Widths;
  private readonly bases: Int8Array;
  /** The narrowest gap, which must do without two paragraphs on end anywhere. */
  private readonly least: number;

  constructor(lines: readonly Line[], marks: readonly (Mark | null)[]) {
    const size = lines.length;
    this.gaps = [];
    for (let gap = 0; gap <= GAP_CAP; gap += 1) this.gaps.push(new Int32Array(size + 1));
    this.starts = new Int32Array(size + 1);
    this.indented = new Int32Array(size + 1);
    this.widths = measureWidths(lines, marks);
    this.bases = new Int8Array(size).fill(UNKNOWN);
    let least = GAP_CAP;
    for (let i = 0; i < size; i += 1) {
      this.count(lines, i, marks[i] === null);
      const gap = lines[i]?.gap ?? GAP_CAP;
      if (i > 0 && this.widths.verse[i] === 0) least = Math.min(least, gap);
    }
    this.least = least;
  }

  baseGap(index: number): number {
    const known = this.bases[index] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const base = modalGap(this.gaps, this.bases.length, index, this.least);
    this.bases[index] = base;
    return base;
  }

  indentShare(index: number): number {
    return share(this.indented, this.starts, this.bases.length, index);
  }

  isFull(index: number): boolean {
    return this.widths.full[index] === 1;
  }

  isNear(index: number): boolean {
    return this.widths.near[index] === 1;
  }

  isShortOfWidth(index: number): boolean {
    return this.widths.short[index] === 1;
  }

  isVerse(index: number): boolean {
    return (this.widths.verse[index] ?? 0) > 0;
  }

  isStanza(index: number): boolean {
    return this.widths.verse[index] === STANZA;
  }

  private count(lines: readonly Line[], i: number, isPlain: boolean): void {
    const { gaps, starts, indented, widths } = this;
    const line = lines[i] as Line;
    const before = lines[i - 1];
    const closed = before?.end === 'closed' && widths.full[i - 1] !== 1;
    const isText = line.length >= 18 || widths.full[i] === 1;
    const isStart = before !== undefined && closed && isText && isPlain;
    const betweenText = isStart && (before.length >= 25 || widths.short[i - 1] === 1);
    const own = betweenText ? Math.min(line.gap, GAP_CAP) : -1;
    for (let gap = 0; gap <= GAP_CAP; gap += 1) {
      const row = gaps[gap] as Int32Array;
      row[i + 1] = (row[i] as number) + (gap === own ? 1 : 0);
    }
    starts[i + 1] = (starts[i] as number) + (isStart ? 1 : 0);
    indented[i + 1] = (indented[i] as number) + (isStart && line.indent >= 2 ? 1 : 0);
  }
}

function sum(prefix: Int32Array, from: number, to: number): number {
  return (prefix[to] ?? 0) - (prefix[from] ?? 0);
}

function modalGap(gaps: readonly Int32Array[], size: number, index: number, least: number): number {
  for (const reach of [WINDOW, WINDOW * 8, size]) {
    const from = Math.max(0, index - reach);
    const to = Math.min(size, index + reach);
    let total = 0;
    let most = -1;
    let commonest = 0;
    for (let gap = 0; gap < gaps.length; gap += 1) {
      const count = sum(gaps[gap] as Int32Array, from, to);
      total += count;
      if (count <= most) continue;
      most = count;
      commonest = gap;
    }
    if (total >= 3 || (reach === size && total > 0)) return commonest;
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
