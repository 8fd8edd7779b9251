import { readDate } from '@domain/ingest/dates';
import type { ColumnMapping, ColumnRole } from '@domain/ingest/settings';
import { roleOfName } from './column-names';

/** How many rows are looked at, spread over the table. */
const SAMPLE_ROWS = 200;
/** Mean length in UTF-16 units from which a column without a telling name can be the text. */
const TEXT_MEAN = 40;

/** What the contents of one column look like. */
interface ColumnProfile {
  index: number;
  /** Cells that are not blank, of the rows looked at. */
  filled: string[];
  /** UTF-16 units, over the filled cells. */
  mean: number;
}

/**
 * Guesses which column is what: by the columns' names, and where no name tells, by the contents (the
 * longest texts are the text; dates by their shape; short distinct strings the title). No column
 * gets two roles. `text` is missing when nothing in the table looks like a text.
 */
export function guessMapping(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnMapping {
  const profiles = profileColumns(columns.length, rows);
  const byRole = new Map<ColumnRole, { index: number; rank: number }>();
  for (const [index, name] of columns.entries()) {
    const found = roleOfName(name);
    if (found === null) continue;
    // A column without a single value gives way to any other of its role.
    const empty = rows.length > 0 && profiles[index]?.filled.length === 0;
    const rank = found.rank + (empty ? 1000 : 0);
    if (rank < (byRole.get(found.role)?.rank ?? Number.POSITIVE_INFINITY)) {
      byRole.set(found.role, { index, rank });
    }
  }
  const taken = new Set([...byRole.values()].map((found) => found.index));
  // Columns whose names tell something else than what is sought are not up for guessing.
  const free = profiles.filter(
    ({ index, filled }) => filled.length > 0 && roleOfName(columns[index] ?? '') === null,
  );
  const guess = (role: ColumnRole, pick: (from: ColumnProfile[]) => ColumnProfile | undefined) => {
    if (byRole.has(role)) return;
    const found = pick(free.filter(({ index }) => !taken.has(index)));
    if (!found) return;
    byRole.set(role, { index: found.index, rank: 0 });
    taken.add(found.index);
  };
  guess('text', pickText);
  guess('date', (from) => from.find(isDateColumn));
  if (byRole.has('text')) guess('title', (from) => from.find(isTitleColumn));
  const mapping: ColumnMapping = {};
  for (const [role, { index }] of byRole) {
    const name = columns[index];
    if (name !== undefined) mapping[role] = name;
  }
  return mapping;
}

function profileColumns(
  width: number,
  rows: readonly (readonly string[])[],
): readonly ColumnProfile[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE_ROWS));
  const sample = rows.filter((_, index) => index % step === 0).slice(0, SAMPLE_ROWS);
  return Array.from({ length: width }, (_, index) => {
    const filled = sample.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    const total = filled.reduce((sum, cell) => sum + cell.length, 0);
    return { index, filled, mean: filled.length === 0 ? 0 : total / filled.length };
  });
}

/** The column with the longest texts, when they are long or far longer than those of all others. */
function pickText(from: ColumnProfile[]): ColumnProfile | undefined {
  const [best, next] = from
    .filter(({ filled }) => share(filled, isWords) > 0.5)
    .sort((a, b) => b.mean - a.mean);
  if (!best) return undefined;
  const stands = next === undefined ? from.length === 1 : best.mean >= next.mean * 2;
  return best.mean >= TEXT_MEAN || (best.mean >= TEXT_MEAN / 2 && stands) ? best : undefined;
}

function isDateColumn({ filled }: ColumnProfile): boolean {
  return share(filled, isDate) >= 0.8;
}

/** Short, each its own, made of words. Of three rows or fewer only longer strings can be titles. */
function isTitleColumn(column: ColumnProfile): boolean {
  const { filled, mean } = column;
  const distinct = new Set(filled).size / filled.length;
  const least = filled.length <= 3 ? 8 : 4;
  return (
    mean >= least &&
    mean <= 60 &&
    distinct >= 0.9 &&
    share(filled, isWords) >= 0.8 &&
    !isDateColumn(column)
  );
}

/** The cell is a date and nothing else, but perhaps a time of day or a weekday. */
export function isDate(cell: string): boolean {
  const text = cell.trim();
  if (text.length > 40) return false;
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text)) return true;
  const found = readDate(text);
  if (found === null || found.start > 0) return false;
  return /^[\sT\d:：.+Z-]*(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?[\s\d:：]*$/.test(
    text.slice(found.end),
  );
}

/** Words in some writing, not a number, an address or a path. */
function isWords(cell: string): boolean {
  return !/^\s*(?:https?:|www\.|\/)/i.test(cell) && /\p{Script=Han}|\p{L}{2}/u.test(cell);
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  if (cells.length === 0) return 0;
  return cells.filter(test).length / cells.length;
}
