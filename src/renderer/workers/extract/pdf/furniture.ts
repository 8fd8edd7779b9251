import { baselineRows, type Fragment } from './fragments';
import { makeLine, type PrintedLine } from './lines';

/** Running heads and page numbers: what stands at the same edge of several pages. */

/** A page's fragments with what belongs to its edges apart. */
export interface Framed {
  heads: PrintedLine[];
  body: Fragment[];
  feet: PrintedLine[];
}

export interface Sheet {
  fragments: readonly Fragment[];
  height: number;
}

interface EdgeRow {
  page: number;
  top: boolean;
  /** How many rows are nearer to the page's edge. */
  depth: number;
  fragments: Fragment[];
  line: PrintedLine;
  /** Its words with every number the same. */
  key: string;
  words: string;
  /** It stands clear of the text, or next to such a row. */
  apart: boolean;
  pageNumber: boolean;
}

/** Share of the page's height in which running heads and feet stand. */
const EDGE = 0.16;
const DEPTH = 3;
const MAX_LENGTH = 60;
/** Points by which the same head may shift from page to page. */
const DRIFT = 4;
const APART = 1.35;
/** Pages: a head that comes again later belongs to another part. */
const REACH = 12;

const NUMBERS = /[0-9０-９]+/g;
const PAGE_NUMBER =
  /^[\s\-–—―·•.|/()（）〔〕]*(?:第|p\.?|page)?\s*(?:[A-Da-d]?[0-9０-９]{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[〇一二三四五六七八九十百]{1,4})\s*(?:[页頁版]|\s*(?:\/|of|共)\s*第?[0-9０-９]{1,4}\s*[页頁]?)?[\s\-–—―·•.|/()（）〔〕]*$/i;

/** Sets apart the running heads and page numbers of a document's pages. */
export function frameSheets(sheets: readonly Sheet[]): Framed[] {
  const rows = sheets.flatMap((sheet, page) => edgeRows(sheet, page));
  const repeated = findRepeated(rows, sheets.length);
  const chosen = rows.filter((row) => repeated.has(row) || row.pageNumber);
  const byPage = new Map<number, EdgeRow[]>();
  for (const row of chosen) {
    const list = byPage.get(row.page);
    if (list) list.push(row);
    else byPage.set(row.page, [row]);
  }
  return sheets.map((sheet, page) => {
    const edges = (byPage.get(page) ?? []).sort((a, b) => a.line.y - b.line.y);
    const gone = new Set(edges.flatMap((row) => row.fragments));
    return {
      heads: edges.filter((row) => row.top).map((row) => row.line),
      body: sheet.fragments.filter((fragment) => !gone.has(fragment)),
      feet: edges.filter((row) => !row.top).map((row) => row.line),
    };
  });
}

function edgeRows(sheet: Sheet, page: number): EdgeRow[] {
  const rows = baselineRows(sheet.fragments, (each) => each.size);
  const pitch = usualPitch(rows);
  const found: EdgeRow[] = [];
  for (const top of [true, false]) {
    const inward = top ? rows : [...rows].reverse();
    const taken = inward.slice(0, DEPTH).filter(([first]) => isAtEdge(first, top, sheet.height));
    let apart = false;
    // From the text outwards: a row next to one that stands clear is clear itself.
    for (let depth = taken.length - 1; depth >= 0; depth -= 1) {
      const fragments = taken[depth];
      if (!fragments) continue;
      const line = makeLine(fragments, false);
      const next = inward[depth + 1]?.[0];
      apart ||= next !== undefined && Math.abs(next.y - line.y) > APART * pitch;
      const words = line.text.replace(/\s+/g, '');
      if (words.length > MAX_LENGTH || found.some((row) => row.fragments === fragments)) continue;
      found.push({
        page,
        top,
        depth,
        fragments,
        line,
        words,
        key: words.replace(NUMBERS, '#'),
        apart,
        pageNumber: depth === 0 && (apart || rows.length === 1) && PAGE_NUMBER.test(line.text),
      });
    }
  }
  return found;
}

function isAtEdge(first: Fragment | undefined, top: boolean, height: number): boolean {
  if (!first) return false;
  return top ? first.y - first.size < height * EDGE : first.y > height * (1 - EDGE);
}

/** The median distance of two baselines on end. */
function usualPitch(rows: readonly (readonly Fragment[])[]): number {
  const steps = rows
    .slice(1)
    .map((row, index) => (row[0]?.y ?? 0) - (rows[index]?.[0]?.y ?? 0))
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
}

/** Rows whose words, but for numbers, come at the same height of other pages. */
function findRepeated(rows: readonly EdgeRow[], pages: number): Set<EdgeRow> {
  const byKey = new Map<string, EdgeRow[]>();
  for (const row of rows) {
    const list = byKey.get(`${row.top} ${row.key}`);
    if (list) list.push(row);
    else byKey.set(`${row.top} ${row.key}`, [row]);
  }
  const repeated = new Set<EdgeRow>();
  for (const list of byKey.values()) {
    list.forEach((row, index) => {
      const near = list
        .slice(Math.max(0, index - REACH), index + REACH + 1)
        .filter((other) => other.page !== row.page && Math.abs(other.line.y - row.line.y) <= DRIFT);
      const close = near.filter((other) => Math.abs(other.page - row.page) <= REACH);
      const same = near.filter((other) => other.words === row.words);
      const enough = pages <= 4 ? 1 : 2;
      const isHead = row.apart && (near.length >= enough || (close.length > 0 && row.depth === 0));
      if (isHead || same.length >= 3) repeated.add(row);
    });
  }
  return repeated;
}
