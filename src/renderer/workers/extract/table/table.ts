import type { ColumnMapping } from '@domain/ingest/settings';
import type { Encoding, FileFormat } from '@domain/model';
import type { InvalidBytes } from '@domain/text/encodings';
import { ZhaijiError } from '@shared/errors';
import type { BrokenPart, ExtractedTable } from '../types';
import { roleOfName } from './column-names';
import { guessMapping, isDate } from './columns';
import { readMarkup } from './markup';

/** Rows as a format gave them, before it is known what its first ones are. */
export interface RawTable {
  format: FileFormat;
  encoding: Encoding | null;
  invalid: InvalidBytes;
  /** Taken over and changed in place: tables are large. Rows may differ in length. */
  rows: string[][];
  rowLines: number[];
  broken: BrokenPart[];
  /** Names of the columns when the format has them; `null`: sought among the rows. */
  header: string[] | null;
  /** Every cell knows its column by itself (sheets, JSON), so extra cells make further columns. */
  positioned: boolean;
  /** The mapping that the researcher chose. */
  asked: ColumnMapping | undefined;
}

/** Cells, filled up to full rows; what has more is no table of texts. */
const MAX_CELLS = 20_000_000;
/** The columns' names are sought in the first rows. */
const HEADER_ROWS = 10;
const WIDTH_SAMPLE = 200;

/**
 * Makes a table of rows: finds the columns' names (without them 列1, 列2 …), leaves out blank rows,
 * fills rows up to the full width, reads cells that are HTML as lines, and guesses what the columns
 * are.
 * @throws ZhaijiError `file-no-text` without any row, `file-too-large` beyond 20 million cells
 */
export async function buildTable(raw: RawTable): Promise<ExtractedTable> {
  dropRows(raw, (row) => row.every(isBlank));
  const header = raw.header ?? takeHeader(raw);
  const columns = nameColumns(header, widthOf(raw, header));
  if (raw.rows.length * columns.length > MAX_CELLS) throw new ZhaijiError('file-too-large');
  dropRows(raw, (row, line) => {
    for (let extra = row.length; extra > columns.length; extra -= 1) {
      if (!isBlank(row[extra - 1] ?? '')) {
        raw.broken.push({ line, reason: 'extra-cells' });
        return true;
      }
      row.pop();
    }
    while (row.length < columns.length) row.push('');
    return false;
  });
  if (raw.rows.length === 0 && raw.broken.length === 0) throw new ZhaijiError('file-no-text');
  await readMarkup(raw.rows, columns.length);
  raw.broken.sort((a, b) => a.line - b.line);
  const { format, encoding, invalid, rows, rowLines, broken } = raw;
  const mapping = askedMapping(raw.asked, columns) ?? guessMapping(columns, rows);
  return { kind: 'table', format, encoding, invalid, columns, rows, rowLines, mapping, broken };
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

/** Leaves rows out in place. */
function dropRows(raw: RawTable, test: (row: string[], line: number) => boolean): void {
  let kept = 0;
  for (let i = 0; i < raw.rows.length; i += 1) {
    const row = raw.rows[i] ?? [];
    const line = raw.rowLines[i] ?? 0;
    if (test(row, line)) continue;
    raw.rows[kept] = row;
    raw.rowLines[kept] = line;
    kept += 1;
  }
  raw.rows.length = kept;
  raw.rowLines.length = kept;
}

/** What was chosen, as far as this table has the columns; `null` when its text is not among them. */
function askedMapping(asked: ColumnMapping | undefined, columns: string[]): ColumnMapping | null {
  if (!asked) return null;
  const known = Object.entries(asked).filter(([, name]) => columns.includes(name));
  const mapping: ColumnMapping = Object.fromEntries(known);
  return mapping.text === undefined ? null : mapping;
}

/** Takes the row of names off the top, and with it the lines above. */
function takeHeader(raw: RawTable): string[] | null {
  const at = findHeader(raw.rows);
  if (at < 0) return null;
  for (const line of raw.rowLines.slice(0, at)) raw.broken.push({ line, reason: 'before-header' });
  const header = raw.rows[at] ?? null;
  raw.rows.splice(0, at + 1);
  raw.rowLines.splice(0, at + 1);
  return header;
}

/**
 * Index of the row with the columns' names, -1 without: two names of different roles in one of the
 * first rows, one name in the very first, or a first row of short words over a column of texts.
 */
function findHeader(rows: readonly (readonly string[])[]): number {
  for (let at = 0; at < Math.min(rows.length, HEADER_ROWS); at += 1) {
    if (countRoles(rows[at] ?? []) >= 2) return at;
  }
  const first = rows[0] ?? [];
  if (!first.every((cell) => cell.length <= 30 && !/[\n。！？]/.test(cell))) return -1;
  const filled = first.filter((cell) => !isBlank(cell));
  if (filled.length === 0 || new Set(filled).size < filled.length) return -1;
  if (countRoles(first) === 1) return 0;
  const plain = filled.every((cell) => /\p{L}/u.test(cell) && !isDate(cell) && !/:\/\//.test(cell));
  if (!plain || filled.length < first.length * 0.8) return -1;
  const below = rows.slice(1, 1 + WIDTH_SAMPLE);
  const isOverText = first.some((name, index) => {
    const total = below.reduce((sum, row) => sum + (row[index]?.length ?? 0), 0);
    return total >= below.length * Math.max(20, name.length * 3);
  });
  return below.length > 0 && isOverText ? 0 : -1;
}

/** How many different roles the cells name. */
export function countRoles(cells: readonly string[]): number {
  const roles = cells.map((cell) => roleOfName(cell)?.role).filter((role) => role !== undefined);
  return new Set(roles).size;
}

/** How many columns there are: those with a name, and more when most rows have more. */
function widthOf(raw: RawTable, header: string[] | null): number {
  const named = header ? usedLength(header) : 0;
  if (raw.positioned) {
    return raw.rows.reduce((width, row) => Math.max(width, usedLength(row)), named);
  }
  const lengths = raw.rows.slice(0, WIDTH_SAMPLE).map(usedLength);
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  if (header) {
    const longer = lengths.filter((length) => length > named);
    return longer.length * 2 > lengths.length ? commonest(counts, named) : named;
  }
  return commonest(counts, 0);
}

/** The commonest length above `floor`; of equally common ones the greatest. */
function commonest(counts: ReadonlyMap<number, number>, floor: number): number {
  let best = floor;
  let most = 0;
  for (const [length, count] of counts) {
    if (length <= floor || count < most || (count === most && length < best)) continue;
    best = length;
    most = count;
  }
  return Math.max(best, 1);
}

/** Length without the blank cells at the end. */
function usedLength(row: readonly string[]): number {
  let length = row.length;
  while (length > 0 && isBlank(row[length - 1] ?? '')) length -= 1;
  return length;
}

/** Every column gets a name of its own. */
function nameColumns(header: readonly string[] | null, width: number): string[] {
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const given = (header?.[index] ?? '').trim().replace(/\s+/g, ' ');
    const base = given === '' ? `列${index + 1}` : given;
    let name = base;
    while (taken.has(name)) {
      const copy = (copies.get(base) ?? 1) + 1;
      copies.set(base, copy);
      name = `${base} ${copy}`;
    }
    taken.add(name);
    return name;
  });
}
