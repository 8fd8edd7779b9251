import { ZhaijiError } from '@shared/errors';
import { firstAtLeast } from '@shared/sorted-numbers';
import { attribute, readXml } from '../xml';
import { dateOfSerial } from './dates';
import { RunText, unescapeText } from './strings';

/** What the cells of a workbook refer to. */
export interface WorkbookContext {
  strings: readonly string[];
  /** For each cell format whether its numbers are dates. */
  dateStyles: readonly boolean[];
  from1904: boolean;
}

/** The cells of a sheet that have something in them, row by row. */
export interface SheetCells {
  rows: string[][];
  /** 1-based rows of the sheet. */
  rowNumbers: number[];
}

/** Bounds of a sheet (Excel). */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** Cells with the blank ones between them, so that far columns cannot fill the memory. */
const MAX_CELLS = 20_000_000;
/** How many rows and cells merged ranges may cover before the rest of them is passed over. */
const MAX_MERGED = 5_000_000;

/**
 * Reads a sheet (ECMA-376 part 1, 18.3). Formulas count with their cached values, errors are empty,
 * dates are `YYYY-MM-DD`; of merged cells only the first one counts. Columns without any value are
 * left out.
 * @param limit rows after which reading stops
 * @throws ZhaijiError `file-damaged`, `file-too-large` beyond 20 million cells
 */
export function readSheet(
  bytes: Uint8Array,
  context: WorkbookContext,
  limit = Number.POSITIVE_INFINITY,
): SheetCells {
  const sheet: SheetCells = { rows: [], rowNumbers: [] };
  const merges: string[] = [];
  const run = new RunText();
  let rowNumber = 0;
  let row: string[] = [];
  let column = -1;
  let cells = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  readXml(bytes, {
    isDone: () => sheet.rows.length >= limit,
    open(name, attributes) {
      if (name === 'row') {
        rowNumber = Number(attribute(attributes, 'r') ?? rowNumber + 1);
        if (!(rowNumber >= 1 && rowNumber <= MAX_ROWS)) throw new ZhaijiError('file-damaged');
        row = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        if (column >= MAX_COLUMNS) throw new ZhaijiError('file-damaged');
        type = attribute(attributes, 't') ?? 'n';
        style = Number(attribute(attributes, 's') ?? 0);
        value = '';
        run.start();
      } else if (name === 'v') inValue = true;
      else if (name === 'mergeCell') merges.push(attribute(attributes, 'ref') ?? '');
      else run.open(name);
    },
    text(text) {
      if (inValue) value += text;
      else run.text(text);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'c') {
        const text = type === 'inlineStr' ? run.take() : cellText(type, style, value, context);
        if (text === '') return;
        cells += Math.max(1, column + 1 - row.length);
        if (cells > MAX_CELLS) throw new ZhaijiError('file-too-large');
        while (row.length < column) row.push('');
        row[column] = text;
      } else if (name === 'row' && row.length > 0) {
        sheet.rows.push(row);
        sheet.rowNumbers.push(rowNumber);
      } else run.close(name);
    },
  });
  blankMerged(sheet, merges);
  dropEmptyColumns(sheet.rows);
  return sheet;
}

function cellText(type: string, style: number, value: string, context: WorkbookContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(value.trim())] ?? '';
    case 'str':
      return unescapeText(value);
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return value.trim().slice(0, 10);
    default:
      return numberText(value.trim(), context.dateStyles[style] === true, context.from1904);
  }
}

/** A number as a person would write it (`1.1`, not `1.1000000000000001`), or its date. */
function numberText(value: string, isDate: boolean, from1904: boolean): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return (isDate ? dateOfSerial(number, from1904) : null) ?? String(number);
}

/** 0-based column of a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference ?? '')?.[1]?.toUpperCase();
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Empties the cells that merged ranges cover; some programs leave old values in them. */
function blankMerged(sheet: SheetCells, merges: readonly string[]): void {
  let covered = 0;
  for (const range of merges) {
    const [, from, first, to, last] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(range) ?? [];
    const left = columnOf(from);
    const right = columnOf(to);
    const top = Number(first);
    const bottom = Number(last);
    if (left === null || right === null) continue;
    for (let i = firstAtLeast(sheet.rowNumbers, top); i < sheet.rows.length; i += 1) {
      const number = sheet.rowNumbers[i] ?? 0;
      if (number > bottom) break;
      const row = sheet.rows[i] ?? [];
      const end = Math.min(right, row.length - 1);
      covered += 1 + Math.max(0, end - left);
      if (covered > MAX_MERGED) return;
      for (let c = number === top ? left + 1 : left; c <= end; c += 1) row[c] = '';
    }
  }
}

function dropEmptyColumns(rows: string[][]): void {
  const used = new Set<number>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) if (cell !== '') used.add(column);
  }
  const columns = [...used].sort((a, b) => a - b);
  if (columns.every((column, index) => column === index)) return;
  for (const [index, row] of rows.entries()) {
    let last = columns.length;
    while (last > 0 && (columns[last - 1] ?? 0) >= row.length) last -= 1;
    rows[index] = columns.slice(0, last).map((column) => row[column] ?? '');
  }
}
