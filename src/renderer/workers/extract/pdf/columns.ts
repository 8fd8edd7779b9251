import { type Band, placeFloats, type Region, runOn, sidesOf } from './floats';
import { baselineRows, type Fragment, textOf } from './fragments';

/** Finds the columns of a page and the order in which they are read. */

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
/** Ems: how far off a line of the next column may stand, beside a line over several. */
const BESIDE = 1.2;

/** Splits a page's fragments into regions in reading order. Every fragment is in one of them. */
export function readingOrder(fragments: readonly Fragment[], em: number): Region[] {
  if (fragments.length > MAX_FRAGMENTS) return [region(fragments)];
  const sorted = [...fragments].sort((a, b) => a.y - b.y);
  return divide({ em, cells: tableCells(sorted) }, sorted, 0);
}

interface Page {
  /** Size of the text, in points. */
  em: number;
  /** What stands in rows of short cells; it is never cut into columns. */
  cells: ReadonlySet<Fragment>;
}

function region(fragments: readonly Fragment[]): Region {
  return { fragments, apart: false, jumps: [] };
}

function divide(page: Page, fragments: Fragment[], depth: number): Region[] {
  if (fragments.length === 0) return [];
  const cut = fragments.length < 4 || depth > MAX_DEPTH ? null : findCut(page, fragments);
  if (!cut) return [region(fragments)];
  const { cells, em } = page;
  const isCell = (each: Fragment): boolean => cells.has(each);
  return runOn(bandsOf(page, fragments, cut.x), { x: cut.x, em, isCell }).flatMap((band) => {
    if (band.spanning) return divide(page, band.fragments, depth + 1);
    const [left, right] = sidesOf(band.fragments, cut.x);
    const regions = [...divide(page, left, depth + 1), ...divide(page, right, depth + 1)];
    return placeFloats(regions, band.floats);
  });
}

/** From the top to the bottom: what reaches over or into the gutter, and what stands beside it. */
function bandsOf({ em, cells }: Page, fragments: readonly Fragment[], x: number): Band[] {
  const half = (GUTTER / 2) * em;
  const bands: Band[] = [];
  for (const fragment of fragments) {
    const crosses = fragment.x < x + half - 1 && fragment.right > x - half + 1;
    const spanning = crosses || cells.has(fragment);
    const last = bands.at(-1);
    if (last && last.spanning === spanning) last.fragments.push(fragment);
    else bands.push({ spanning, fragments: [fragment], floats: [] });
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
  const flanked = flankedLines(region, page.em);
  const tried = new Set<number>();
  let best: Cut | null = null;
  for (const fragment of region) {
    const x = Math.round(fragment.right + (GUTTER / 2) * page.em);
    if (tried.has(x)) continue;
    tried.add(x);
    const cut = weighCut(page, region, x, flanked);
    if (cut && (!best || cut.support > best.support)) best = cut;
  }
  return best;
}

function weighCut(
  page: Page,
  region: readonly Fragment[],
  x: number,
  flanked: ReadonlySet<Fragment>,
): Cut | null {
  let support = 0;
  const left: Fragment[] = [];
  const right: Fragment[] = [];
  for (const band of bandsOf(page, region, x)) {
    if (band.spanning) {
      // A line over two of three columns must not cut the third.
      const partial = band.fragments.filter((each) => flanked.has(each) && !page.cells.has(each));
      support -= 3 * partial.reduce((sum, each) => sum + each.size, 0);
      continue;
    }
    const [before, after] = sidesOf(band.fragments, x);
    if (before.length === 0 || after.length === 0) continue;
    support += Math.min(rowHeight(before), rowHeight(after)) + 0.1 * rowHeight(band.fragments);
    left.push(...before);
    right.push(...after);
  }
  if (support <= 0 || left.length + right.length < 4) return null;
  if (isTable(left, right, page.em)) return null;
  return { x, support };
}

/** The lines that have other text at their side. `region` is sorted from the top to the bottom. */
function flankedLines(region: readonly Fragment[], em: number): Set<Fragment> {
  const flanked = region.filter((line, index) => {
    const reach = BESIDE * Math.max(em, line.size);
    return [1, -1].some((step) => {
      for (let at = index + step; ; at += step) {
        const other = region[at];
        if (!other || Math.abs(other.y - line.y) > reach) return false;
        if (other.x >= line.right || other.right <= line.x) return true;
      }
    });
  });
  return new Set(flanked);
}

function rowHeight(fragments: readonly Fragment[]): number {
  return baselineRows(fragments, (each) => each.size).reduce(
    (sum, row) => sum + (row[0]?.size ?? 0),
    0,
  );
}

/** Whether both sides stand row by row, and are not both running text. */
function isTable(left: readonly Fragment[], right: readonly Fragment[], em: number): boolean {
  if (isRunningText(left) && (isRunningText(right) || isLastWords(left, right, em))) return false;
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

/** Rows of a last column that holds only the end of a text. */
const LAST_ROWS = 3;
/** Ems. */
const LAST_GUTTER = 1.5;
const UNEVEN = 1.3;

/**
 * Whether the few words at the right are the end of what is read in the column at the left: that is
 * set in full lines up to the gutter, and they go on at its top.
 */
function isLastWords(left: readonly Fragment[], right: readonly Fragment[], em: number): boolean {
  const edge = left.reduce((most, each) => Math.max(most, each.right), 0);
  const gutter = right.reduce((least, each) => Math.min(least, each.x), Infinity) - edge;
  const words = baselineRows(right, (each) => each.size);
  const top = words[0]?.[0];
  if (!top || gutter < LAST_GUTTER * em || words.length > LAST_ROWS) return false;
  const lines = baselineRows(left, (each) => each.size)
    .flatMap((row) => row.at(-1) ?? [])
    .filter((each) => Math.abs(each.size - top.size) < 0.5);
  const full = lines.filter((each) => edge - each.right <= UNEVEN * each.size);
  if (full.length < 3 || full.length * 2 < lines.length || words.length * 2 > lines.length) {
    return false;
  }
  const pitch = usualStep(lines.map((each) => each.y));
  const starts = [lines[0]?.y ?? 0, ...words.flatMap((row) => row[0]?.y ?? [])];
  const [first = 0, ...further] = starts.slice(1).map((y, index) => y - (starts[index] ?? 0));
  if (Math.abs(first) > 0.7 * pitch || further.some((step) => step > 1.4 * pitch)) return false;
  // A number at the side of a text is no part of it.
  return words.every((row) => /\p{Script=Han}|\p{L}{2}/u.test(textOf(row)));
}

function usualStep(heights: readonly number[]): number {
  const steps = heights.slice(1).map((y, index) => y - (heights[index] ?? 0));
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
}
