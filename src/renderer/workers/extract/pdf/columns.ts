import { baselineRows, type Fragment } from './fragments';

/** Finds the columns of a page and the order in which they are read. */

/** Fragments of one column, or lines that span several. */
export type Region = readonly Fragment[];

interface Cut {
  /** Where the gutter is. */
  x: number;
  /** How much text stands at both sides of it, in points of height. */
  support: number;
}

const TABLE_ROWS = 3;
const MAX_DEPTH = 24;
/** A page with more pieces is not set in columns; looking for them would take long. */
const MAX_FRAGMENTS = 6000;
/** Ems. */
const GUTTER = 0.8;
const COLUMN_WIDTH = 7;
/** Share of the column that a usual line of running text fills. */
const FILL = 0.6;

/** Splits a page's fragments into regions in reading order. Every fragment is in one of them. */
export function readingOrder(fragments: readonly Fragment[], em: number): Region[] {
  if (fragments.length > MAX_FRAGMENTS) return [fragments];
  const sorted = [...fragments].sort((a, b) => a.y - b.y);
  const regions: Region[] = [];
  divide({ em, cells: tableCells(sorted), out: regions }, sorted, 0);
  return regions;
}

interface Page {
  /** Size of the text, in points. */
  em: number;
  /** What stands in rows of short cells; it is never cut into columns. */
  cells: ReadonlySet<Fragment>;
  out: Region[];
}

function divide(page: Page, region: Fragment[], depth: number): void {
  if (region.length === 0) return;
  const cut = region.length < 4 || depth > MAX_DEPTH ? null : findCut(page, region);
  if (!cut) {
    page.out.push(region);
    return;
  }
  for (const band of bandsOf(page, region, cut.x)) {
    if (band.spanning) {
      divide(page, band.fragments, depth + 1);
      continue;
    }
    divide(
      page,
      band.fragments.filter((each) => each.right <= cut.x),
      depth + 1,
    );
    divide(
      page,
      band.fragments.filter((each) => each.right > cut.x),
      depth + 1,
    );
  }
}

interface Band {
  spanning: boolean;
  fragments: Fragment[];
}

/** From the top to the bottom: what reaches over or into the gutter, and what stands beside it. */
function bandsOf({ em, cells }: Page, region: readonly Fragment[], x: number): Band[] {
  const half = (GUTTER / 2) * em;
  const bands: Band[] = [];
  for (const fragment of region) {
    const crosses = fragment.x < x + half - 1 && fragment.right > x - half + 1;
    const spanning = crosses || cells.has(fragment);
    const last = bands.at(-1);
    if (last && last.spanning === spanning) last.fragments.push(fragment);
    else bands.push({ spanning, fragments: [fragment] });
  }
  return bands;
}

/** Three rows on end or more of several cells, each too short to be a column's line. */
function tableCells(fragments: readonly Fragment[]): Set<Fragment> {
  const cells = new Set<Fragment>();
  let run: Fragment[][] = [];
  for (const row of [...baselineRows(fragments, (each) => each.size), []]) {
    const short = row.every((each) => each.right - each.x < COLUMN_WIDTH * each.size);
    if (row.length >= 2 && short) {
      run.push(row);
      continue;
    }
    if (run.length >= TABLE_ROWS) for (const cell of run.flat()) cells.add(cell);
    run = [];
  }
  return cells;
}

function findCut(page: Page, region: readonly Fragment[]): Cut | null {
  const left = Math.min(...region.map((each) => each.x));
  const right = Math.max(...region.map((each) => each.right));
  const tried = new Set<number>();
  let best: Cut | null = null;
  for (const fragment of region) {
    const x = Math.round(fragment.right + (GUTTER / 2) * page.em);
    if (tried.has(x)) continue;
    tried.add(x);
    const cut = weighCut(page, region, x, right - left);
    if (cut && (!best || cut.support > best.support)) best = cut;
  }
  return best;
}

function weighCut(page: Page, region: readonly Fragment[], x: number, width: number): Cut | null {
  let support = 0;
  const left: Fragment[] = [];
  const right: Fragment[] = [];
  for (const band of bandsOf(page, region, x)) {
    if (band.spanning) {
      // A line over two of three columns must not cut the third.
      const partial = band.fragments.filter(
        (each) => each.right - each.x < width * 0.7 && !page.cells.has(each),
      );
      support -= 3 * partial.reduce((sum, each) => sum + each.size, 0);
      continue;
    }
    const before = band.fragments.filter((each) => each.right <= x);
    const after = band.fragments.filter((each) => each.right > x);
    if (before.length === 0 || after.length === 0) continue;
    support += Math.min(rowHeight(before), rowHeight(after)) + 0.1 * rowHeight(band.fragments);
    left.push(...before);
    right.push(...after);
  }
  if (support <= 0 || left.length + right.length < 4) return null;
  if (isTable(left, right)) return null;
  return { x, support };
}

function rowHeight(fragments: readonly Fragment[]): number {
  return baselineRows(fragments, (each) => each.size).reduce(
    (sum, row) => sum + (row[0]?.size ?? 0),
    0,
  );
}

/** Whether both sides stand row by row, and are not both running text. */
function isTable(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  if (isRunningText(left) && isRunningText(right)) return false;
  const rows = baselineRows([...left, ...right], (each) => each.size);
  const lefts = new Set(left);
  const both = rows.filter(
    (row) => row.some((each) => lefts.has(each)) && row.some((each) => !lefts.has(each)),
  ).length;
  const least = Math.min(countRows(left), countRows(right));
  return both >= least * 0.8;
}

function countRows(fragments: readonly Fragment[]): number {
  return baselineRows(fragments, (each) => each.size).length;
}

/** Lines that are long and mostly fill the width of what may hold several columns. */
function isRunningText(fragments: readonly Fragment[]): boolean {
  const ems = fragments.map((each) => (each.right - each.x) / each.size).sort((a, b) => a - b);
  const usual = ems[ems.length >> 1] ?? 0;
  const widest = ems[Math.floor(ems.length * 0.9)] ?? 0;
  return usual >= COLUMN_WIDTH && usual >= widest * FILL;
}
