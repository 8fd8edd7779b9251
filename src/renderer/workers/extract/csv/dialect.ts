import Papa, { type ParseResult } from 'papaparse';
import { countRoles } from '../table/table';

/** How a text of separated values is written. */
export interface Dialect {
  delimiter: string;
  /** How many cells most rows have. */
  width: number;
  /** Share of the rows looked at that have as many, 0 to 1. */
  regular: number;
  /** How many different roles one of the first rows names. */
  roles: number;
  /** How many rows were looked at. */
  rows: number;
  /** UTF-16 offset of the first row. */
  start: number;
}

/** In the order in which they win when nothing else decides. */
const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
/** Stands in no text: every line is one cell. */
const NO_DELIMITER = '\u001f';
const SAMPLE = 1 << 17;
const SAMPLE_ROWS = 40;
const HEADER_ROWS = 10;

/**
 * Finds out how separated values are separated: the delimiter by which the most rows have the same
 * number of cells, at least two, and under which known names of columns come out. The full-width
 * comma, common in Chinese text, must be without exception. A line `sep=;`, as Excel writes it, is
 * obeyed.
 */
export function guessDialect(text: string, name: string): Dialect {
  const said = /^sep=([^\n"])\n/i.exec(text.slice(0, 10));
  if (said?.[1]) return tryDelimiter(text, said[1], said[0].length);
  let best: Dialect = {
    delimiter: NO_DELIMITER,
    width: 1,
    regular: 1,
    roles: 0,
    rows: 0,
    start: 0,
  };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    if (!text.slice(0, SAMPLE).includes(delimiter)) continue;
    const dialect = tryDelimiter(text, delimiter, 0);
    const { width, regular, roles } = dialect;
    if (width < 2 || (regular < 0.5 && roles < 2)) continue;
    if (delimiter === '，' && (regular < 1 || roles < 2)) continue;
    const score = regular + roles + (delimiter === '\t' && /\.tsv$/i.test(name) ? 1 : 0);
    if (score <= bestScore) continue;
    best = dialect;
    bestScore = score;
  }
  return best;
}

function tryDelimiter(text: string, delimiter: string, start: number): Dialect {
  const sample = text.slice(start, start + SAMPLE);
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    fastMode: false,
    preview: SAMPLE_ROWS,
  });
  const parsed: ParseResult<string[]> = parser.parse(sample, 0, start + SAMPLE < text.length);
  const rows = parsed.data.filter((row) => row.length > 1 || row[0]?.trim() !== '');
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const roles = Math.max(0, ...rows.slice(0, HEADER_ROWS).map(countRoles));
  const header = rows.slice(0, HEADER_ROWS).find((row) => roles >= 2 && countRoles(row) === roles);
  const [width = 1] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const known = header ? header.length : width;
  const regular = rows.length === 0 ? 0 : (counts.get(known) ?? 0) / rows.length;
  return { delimiter, width: known, regular, roles, rows: rows.length, start };
}
