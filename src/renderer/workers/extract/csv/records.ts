import Papa, { type ParseStepResult } from 'papaparse';
import type { BrokenPart } from '../types';

/** Where records are read to. */
export interface Records {
  rows: string[][];
  /** 1-based line at which each row begins. */
  rowLines: number[];
  broken: BrokenPart[];
}

export interface RecordOptions {
  delimiter: string;
  /** How many cells a row has; decides whether a row over several lines with stray quotes is one. */
  width: number;
  /** UTF-16 offset at which the records begin. */
  start: number;
}

/** UTF-16 units that are parsed at once. */
const WINDOW = 1 << 18;
/** A longer record is none: a quote was not closed. */
const MAX_RECORD = 1 << 20;
/** UTF-16 units that may be read in vain; then quotes are taken for common characters. */
const PATIENCE = 1 << 22;

/**
 * Splits comma-separated values (RFC 4180, lines ended by LF) into rows. The text is parsed window
 * by window, so that one quote that is not closed costs its own line only: the row is reported, and
 * reading goes on with the line after it. Time is linear in the text, whatever the quotes.
 */
export function readRecords(text: string, options: RecordOptions): Records {
  const records: Records = { rows: [], rowLines: [], broken: [] };
  let position = options.start;
  let line = 1 + countLineEnds(text, 0, position);
  let window = WINDOW;
  let patience = PATIENCE;
  while (position < text.length) {
    const end = Math.min(text.length, position + window);
    const quotes = patience > 0;
    const step = parseWindow(text, position, end, { ...options, quotes }, (row, from, to) => {
      records.rows.push(row);
      records.rowLines.push(line);
      line += countLineEnds(text, from, to);
    });
    position = step.next;
    if (step.broken) {
      patience -= step.wasted;
      const next = lineAfter(text, position);
      records.broken.push({ line, reason: 'unclosed-quote' });
      position = next;
      line += 1;
    } else if (!step.advanced && end < text.length) {
      if (window < MAX_RECORD) {
        window *= 2;
        continue;
      }
      const next = lineAfter(text, position);
      const long = next - position >= MAX_RECORD;
      patience -= window;
      records.broken.push({ line, reason: long ? 'too-long' : 'unclosed-quote' });
      position = next;
      line += 1;
    }
    window = WINDOW;
  }
  return records;
}

interface WindowStep {
  /** Where the first record begins that was not read. */
  next: number;
  advanced: boolean;
  /** The record at `next` has a quote that is not closed. */
  broken: boolean;
  /** UTF-16 units of that record. */
  wasted: number;
}

/** Parses the whole records in `[from, end)`; at the text's end also the last one. */
function parseWindow(
  text: string,
  from: number,
  end: number,
  options: RecordOptions & { quotes: boolean },
  onRow: (row: string[], from: number, to: number) => void,
): WindowStep {
  const result: WindowStep = { next: from, advanced: false, broken: false, wasted: 0 };
  const parser = new Papa.Parser({
    delimiter: options.delimiter,
    newline: '\n',
    quoteChar: options.quotes ? '"' : '',
    // Its fast way splits the whole window first, and differs in what it makes of quotes.
    fastMode: false,
    step: ({ data, errors, meta }: ParseStepResult<string[][]>) => {
      const row = data[0];
      if (result.broken || !row) return;
      const to = meta.cursor;
      const stray = errors.some((error) => error.code === 'InvalidQuotes');
      const unclosed = errors.some((error) => error.code === 'MissingQuotes');
      const lines = text.indexOf('\n', result.next);
      const spans = lines >= 0 && lines < to - 1;
      if (
        unclosed ||
        (stray && spans && (row.length !== options.width || hidesRow(row, options)))
      ) {
        result.broken = true;
        result.wasted = to - result.next;
        parser.abort();
        return;
      }
      onRow(row, result.next, to);
      result.next = to;
      result.advanced = true;
    },
  });
  parser.parse(text.substring(from, end), from, end < text.length);
  return result;
}

/**
 * Whether a cell over several lines holds what looks like a quoted cell of a later row: the quote
 * that should have closed it was missing, and the next one in the file closed it.
 */
function hidesRow(row: readonly string[], { delimiter, width }: RecordOptions): boolean {
  return row.some((cell) =>
    cell.split('\n').some((line, index) => {
      const at = index === 0 ? -1 : line.indexOf(`${delimiter}"`);
      return at > 0 && line.slice(0, at).split(delimiter).length < width;
    }),
  );
}

function lineAfter(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end + 1;
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
