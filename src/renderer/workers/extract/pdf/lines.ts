import { baselineRows, CAP_RATIO, type Fragment, toFragment } from './fragments';
import type { TextItem } from './items';
import { gapBetween, lineText } from './line-text';

/** One printed line. Points; `y` downwards. */
export interface PrintedLine {
  text: string;
  /** Without what hangs out before the column's text. */
  x: number;
  right: number;
  y: number;
  size: number;
  /** Names of the fonts that hold most of its Han characters, or of its text when it has none. */
  font: string;
  bold: boolean;
  /** A row of a table, its cells with a tab between. */
  table: boolean;
  /** Left edge of its column. */
  left: number;
}

/** Ems. */
const CELL_GAP = 1.4;
const ALIGNED = 0.6;
const TABLE_ROWS = 3;

/** The lines of one column, from the top to the bottom; every item is in one of them. */
export function linesOf(fragments: readonly Fragment[]): PrintedLine[] {
  const rows = hangCaps(baselineRows(fragments, (each) => each.size));
  const table = markTables(rows);
  return rows.map((row, index) => makeLine(row, table[index] === true));
}

/** A row of fragments as a line, whatever stands between them. */
export function makeLine(row: readonly Fragment[], table: boolean): PrintedLine {
  const items = row.flatMap((each) => each.items).sort((a, b) => a.x - b.x);
  const whole = toFragment(items);
  return {
    text: table
      ? cellsOf(row)
          .map((cell) => lineText(cell))
          .join('\t')
      : lineText(items),
    x: whole.x,
    right: whole.right,
    y: whole.y,
    size: whole.size,
    font: mainFont(items),
    bold: items.every((item) => item.bold),
    table,
    left: whole.x,
  };
}

function mainFont(items: readonly TextItem[]): string {
  const counts = new Map<string, number>();
  let best = '';
  for (const { font, text } of items) {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const count = (counts.get(font) ?? 0) + han * 100 + text.length;
    counts.set(font, count);
    if (count > (counts.get(best) ?? 0)) best = font;
  }
  return best;
}

/**
 * A capital over several lines (drop cap) begins the first of the lines that it stands beside: its
 * own baseline is that of the last.
 */
function hangCaps(rows: Fragment[][]): Fragment[][] {
  for (const row of rows) {
    const cap = row[0];
    const only = cap?.items.length === 1 ? cap.items[0] : undefined;
    if (!cap || !only || Array.from(only.text).length !== 1) continue;
    const beside = rows.filter((other) => {
      const first = other === row ? other[1] : other[0];
      if (!first || first.size * CAP_RATIO > cap.size) return false;
      const gap = first.x - cap.right;
      const high = cap.y - first.y;
      return gap > -0.3 * first.size && gap < 2 * first.size && high >= -2 && high < cap.size;
    });
    const top = beside[0];
    if (!top || top === row || beside.length < 2) continue;
    row.shift();
    top.unshift(cap);
  }
  return rows.filter((row) => row.length > 0);
}

/** Cells of a row: what has a gap wider than any between words before it begins a new one. */
function cellsOf(row: readonly Fragment[]): TextItem[][] {
  const cells: TextItem[][] = [];
  const items = row.flatMap((each) => each.items).sort((a, b) => a.x - b.x);
  items.forEach((item, index) => {
    const before = items[index - 1];
    const cell = cells.at(-1);
    if (before && cell && gapBetween(before, item) < CELL_GAP) cell.push(item);
    else cells.push([item]);
  });
  return cells;
}

/** Three rows or more on end with two cells or more, which stand under each other. */
function markTables(rows: readonly (readonly Fragment[])[]): boolean[] {
  const marks = rows.map(() => false);
  const cells = rows.map((row) => cellsOf(row));
  let start = 0;
  for (let index = 0; index <= rows.length; index += 1) {
    const goes = (cells[index]?.length ?? 0) >= 2;
    const fits = index === start || isAligned(cells[index - 1] ?? [], cells[index] ?? []);
    if (goes && fits) continue;
    if (index - start >= TABLE_ROWS && isTabular(cells.slice(start, index))) {
      marks.fill(true, start, index);
    }
    start = goes ? index : index + 1;
  }
  return marks;
}

/** Whether a cell but the first begins or ends where one of the row above does. */
function isAligned(above: readonly TextItem[][], below: readonly TextItem[][]): boolean {
  return below.slice(1).some((cell) => {
    const [x, right, em] = extent(cell);
    return above.slice(1).some((other) => {
      const [otherX, otherRight] = extent(other);
      const near = Math.min(
        Math.abs(x - otherX),
        Math.abs(right - otherRight),
        Math.abs((x + right - otherX - otherRight) / 2),
      );
      return near <= ALIGNED * em;
    });
  });
}

/** Letter-spaced lines have gaps as well, but no words between them. */
function isTabular(rows: readonly TextItem[][][]): boolean {
  const cells = rows.flat();
  const long = cells.filter((cell) => cell.reduce((sum, item) => sum + item.text.length, 0) > 1);
  return long.length >= cells.length * 0.5;
}

function extent(cell: readonly TextItem[]): [number, number, number] {
  const first = cell[0];
  const last = cell.at(-1);
  if (!first || !last) return [0, 0, 0];
  return [first.x, last.x + last.width, first.size];
}
