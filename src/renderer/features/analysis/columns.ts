import { csvOf } from '@domain/interchange/csv';
import { collator } from '@renderer/i18n';
import { decimal, whole } from './formats';

/** A column of a table of statistics. */
export type Column<Row> = {
  id: string;
  label: string;
  /** As CSS writes it. */
  width?: string;
  /** What is shown. */
  text: (row: Row) => string;
} & (
  | {
      kind: 'number';
      /** What is sorted by and written to files; `null`: there is none. */
      value: (row: Row) => number | null;
    }
  | { kind: 'text'; value: (row: Row) => string }
);

export interface Sort {
  id: string;
  direction: 'ascending' | 'descending';
}

/** Sorted by a column; rows without a value come last either way, equals stay in their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { id, direction }: Sort,
): Row[] {
  const column = columns.find((each) => each.id === id);
  if (column === undefined) return [...rows];
  const sign = direction === 'ascending' ? 1 : -1;
  if (column.kind === 'text') {
    return rows.toSorted((x, y) => sign * collator.compare(column.value(x), column.value(y)));
  }
  return rows.toSorted((x, y) => {
    const [first, second] = [column.value(x), column.value(y)];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null);
    }
    return first === second ? 0 : sign * (first < second ? -1 : 1);
  });
}

/** The table as CSV, numbers as they are and not as they are shown. */
export function tableCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const field = (value: string | number | null) => (value === null ? '' : String(value));
  return csvOf([
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => field(column.value(row)))),
  ]);
}

/** What heads each row. */
export function wordColumn<Row>(
  id: string,
  label: string,
  word: (row: Row) => string,
  width?: string,
): Column<Row> {
  return { id, label, kind: 'text', value: word, text: word, ...(width && { width }) };
}

/** A whole number of each row. */
export function countColumn<Row>(
  id: string,
  label: string,
  value: (row: Row) => number,
): Column<Row> {
  return { id, label, kind: 'number', value, text: (row) => whole(value(row)) };
}

/** A measure of each row, shown with two decimals; `null`: there is none. */
export function measureColumn<Row>(
  id: string,
  label: string,
  value: (row: Row) => number | null,
): Column<Row> {
  return { id, label, kind: 'number', value, text: (row) => decimal(value(row)) };
}
