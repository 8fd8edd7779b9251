import type { LineHint } from '@domain/ingest/types';
import { readingOrder } from './columns';
import { groupItems } from './fragments';
import { frameSheets } from './furniture';
import { markHeadings } from './headings';
import type { Flow } from './items';
import { linesOf, makeLine, type PrintedLine } from './lines';

/** Lays positioned text out as the lines of a text in reading order. Pure; see `layoutPages`. */

/** The flows of a page, the one with the most text first. */
export interface PageText {
  /** 1-based. */
  number: number;
  flows: Flow[];
}

export interface LaidLine {
  text: string;
  hint: LineHint;
  /** A blank line stands before it. */
  gap: boolean;
}

/** A line with its place among the others. */
export interface Placed {
  line: PrintedLine;
  page: number;
  furniture: boolean;
  gap: boolean;
}

/** Times the usual distance of lines that makes a gap. */
const GAP = 1.4;
const USUAL_PITCH = 1.5;
/** Ems: an indent beyond is one of a centred or right-aligned line. */
const MAX_INDENT = 12;

/**
 * Every character of the flows that is not white space comes once, and the pieces of a line in the
 * order in which they are printed. Full-width spaces at a line's beginning are its indent in ems,
 * a tab stands between the cells of a table.
 */
export function layoutPages(pages: readonly PageText[]): LaidLine[] {
  const mains = pages.map(({ flows }) => groupItems(flows[0]?.items ?? []));
  const em = usualSize(mains.flat().flatMap((each) => each.items));
  const framed = frameSheets(
    mains.map((fragments, index) => ({
      fragments: pages[index]?.flows[0]?.slanted ? [] : fragments,
      height: pages[index]?.flows[0]?.height ?? 0,
    })),
  );
  const placed = pages.flatMap(({ number, flows }, index) => {
    const frame = framed[index];
    const [main, ...others] = flows;
    if (!main || !frame) return [];
    const fragments = main.slanted ? (mains[index] ?? []) : frame.body;
    return [
      ...frame.heads.map((line) => furniture(line, number)),
      ...placeFlow(fragments, em, number, main.slanted),
      ...others.flatMap((flow) =>
        placeFlow(groupItems(flow.items), em, number, flow.slanted).map((each, at) =>
          at === 0 ? { ...each, gap: true } : each,
        ),
      ),
      ...frame.feet.map((line) => furniture(line, number)),
    ];
  });
  const headings = markHeadings(placed, em);
  return placed.map((each, index) => ({
    text: indented(each),
    hint: hintOf(each, headings[index] ?? {}),
    gap: each.gap && index > 0,
  }));
}

function furniture(line: PrintedLine, page: number): Placed {
  return { line, page, furniture: true, gap: false };
}

function hintOf({ line, page, furniture }: Placed, heading: LineHint): LineHint {
  if (furniture) return { kind: 'furniture', page };
  if (line.table) return { kind: 'table', page };
  return { ...heading, page };
}

/** The size in which most characters are set, to half a point. */
function usualSize(items: readonly { size: number; text: string }[]): number {
  const lengths = new Map<number, number>();
  let best = 10;
  for (const { size, text } of items) {
    const rounded = Math.max(0.5, Math.round(size * 2) / 2);
    const length = (lengths.get(rounded) ?? 0) + text.length;
    lengths.set(rounded, length);
    if (length > (lengths.get(best) ?? 0)) best = rounded;
  }
  return best;
}

function placeFlow(
  fragments: ReturnType<typeof groupItems>,
  em: number,
  page: number,
  slanted: boolean,
): Placed[] {
  if (slanted) {
    return fragments.map((each) => furniture(makeLine([each], false), page));
  }
  const regions = readingOrder(fragments, em);
  const columns = regions.map((region) => linesOf(region.fragments));
  const pitch = usualPitch(columns);
  setEdges(columns);
  return columns.flatMap((lines, at) => {
    const { apart, jumps } = regions[at] ?? { apart: false, jumps: [] };
    const opens = apart || regions[at - 1]?.apart === true;
    return lines.map((line, index) => {
      const above = index === 0 ? columns[at - 1]?.at(-1) : lines[index - 1];
      // Where a picture stood with its words, there is no gap in the text.
      const jumped = jumps.some((y) => above !== undefined && above.y < y && y < line.y);
      const gap = index === 0 && opens ? true : !jumped && hasGap(above, line, pitch);
      return { line, page, furniture: false, gap };
    });
  });
}

/** Median of the distances between lines of the same size, in ems. */
function usualPitch(columns: readonly (readonly PrintedLine[])[]): number {
  const steps = columns.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const above = lines[index];
      return above && Math.abs(above.size - line.size) < 0.5
        ? [(line.y - above.y) / line.size]
        : [];
    }),
  );
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? USUAL_PITCH;
}

/** Only further down in the same place is there a gap; the next column goes on without. */
function hasGap(above: PrintedLine | undefined, line: PrintedLine, pitch: number): boolean {
  if (!above || line.y <= above.y) return false;
  if (line.x > above.right || line.right < above.left) return false;
  return line.y - above.y > GAP * pitch * Math.max(above.size, line.size);
}

/** Finds where each column's lines begin when they have no indent. */
function setEdges(columns: readonly (readonly PrintedLine[])[]): void {
  const edges = sharedStarts(columns.flat());
  for (const lines of columns) {
    const plain = lines.filter((line) => !line.table);
    const starts = plain.map((line) => line.x).sort((a, b) => a - b);
    const size = plain[0]?.size ?? 1;
    const least = starts.length < 5 ? 1 : starts.length * 0.2;
    const first = starts.find(
      (x) => starts.filter((other) => Math.abs(other - x) < 0.3 * size).length >= least,
    );
    const own = first ?? starts[0] ?? 0;
    // A column of first lines only: other columns of the page tell where it begins.
    const further = edges.find((x) => own - x > 1.4 * size && own - x < 2.6 * size);
    for (const line of lines) line.left = Math.min(line.x, further ?? own);
  }
}

/** Where three lines of a page or more begin. */
function sharedStarts(lines: readonly PrintedLine[]): number[] {
  const counts = new Map<number, number>();
  for (const { x } of lines) {
    const rounded = Math.round(x);
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= 3).map(([x]) => x);
}

function indented({ line, furniture }: Placed): string {
  if (furniture || line.table) return line.text;
  const ems = Math.round((line.x - line.left) / line.size);
  return '\u3000'.repeat(Math.min(MAX_INDENT, Math.max(0, ems))) + line.text;
}
