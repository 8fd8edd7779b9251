import type { ImportSettings } from '@domain/ingest/settings';
import type { Correction, CorrectionLabel } from '@domain/ingest/types';
import type { MetadataField } from '@domain/model';
import type { ReadingIndex, Row } from './reading-index';

/** Where the reader is in a file: one line of the source, or the whole row that it is in. */
export interface Cursor {
  /** 1-based line of the source. */
  line: number;
  /** The row as a whole, `null` for the line alone. */
  row: number | null;
}

/** What can be said of a line with one key. */
export const LINE_ACTS = [
  'split',
  'join',
  'title',
  'body',
  'heading',
  'caption',
  'attribution',
  'byline',
  'furniture',
  'subtitle',
  'confirm',
  'reset',
] as const;
export type LineAct = (typeof LINE_ACTS)[number];

/**
 * The settings after an act; `null` when it would change nothing. There are three steps from one
 * line to the next: joined, a new paragraph, a new article; `split` goes one up, `join` one down.
 */
export function settingsAfter(
  act: LineAct,
  index: ReadingIndex,
  cursor: Cursor,
  settings: ImportSettings,
): ImportSettings | null {
  const lines = linesOfCursor(index, cursor);
  if (act === 'reset') return withoutCorrections(settings, lines);
  return withCorrections(settings, correctionsFor(act, index, cursor));
}

/** What is corrected by an act, in the order of the lines; empty when it has no meaning here. */
export function correctionsFor(act: LineAct, index: ReadingIndex, cursor: Cursor): Correction[] {
  const [first, ...rest] = linesOfCursor(index, cursor);
  if (first === undefined) return [];
  const all = [first, ...rest];
  switch (act) {
    case 'split':
      return split(index, first);
    case 'join':
      return join(index, all);
    case 'confirm':
      return all.flatMap((line) => confirm(index, line));
    case 'body':
      return [{ line: first, as: 'body' }, ...rest.map((line) => label(line, 'join'))];
    case 'title':
      // A long paragraph is never a title as a whole: its first line is what was meant.
      return (all.length <= MAX_TITLE_LINES ? all : [first]).map((line) => label(line, 'title'));
    case 'reset':
      return [];
    default:
      return all.map((line) => label(line, act));
  }
}

const MAX_TITLE_LINES = 3;

function linesOfCursor(index: ReadingIndex, { line, row }: Cursor): number[] {
  if (row === null) return index.rowOf(line) < 0 ? [] : [line];
  const lines = index.linesOf(row);
  // A title that no line of the source is: what can be said is of the line under it.
  return lines.length > 0 ? lines : index.rowOf(line) < 0 ? [] : [line];
}

function label(line: number, as: CorrectionLabel): Correction {
  return { line, as };
}

function rowAt(index: ReadingIndex, line: number): Row | undefined {
  return index.rows[index.rowOf(line)];
}

function split(index: ReadingIndex, line: number): Correction[] {
  const row = rowAt(index, line);
  if (row === undefined || row.label === 'title') return [];
  if (row.firstLine !== line) return [label(line, 'body')];
  if (beginsUntitled(index, line)) return [];
  return [label(line, row.label === 'heading' || row.label === 'subtitle' ? 'title' : 'start')];
}

function join(index: ReadingIndex, lines: readonly number[]): Correction[] {
  const [line] = lines;
  const row = line === undefined ? undefined : rowAt(index, line);
  if (line === undefined || row === undefined || row.firstLine !== line) return [];
  if (row.label === 'title') {
    // The first article has nothing before it; the words of another's title still head its text.
    return row.article === 0 ? [] : lines.map((each) => label(each, 'heading'));
  }
  if (beginsUntitled(index, line)) return row.article === 0 ? [] : [label(line, 'body')];
  return hasTextBefore(index, index.rowOf(line)) ? lines.map((each) => label(each, 'join')) : [];
}

/** Whether an article without a title of its own begins with the line. */
function beginsUntitled(index: ReadingIndex, line: number): boolean {
  const title = titleRowOf(index, line);
  return title?.isMadeUp === true && title.firstLine === line;
}

function titleRowOf(index: ReadingIndex, line: number): Row | undefined {
  const article = rowAt(index, line)?.article ?? -1;
  return index.rows[index.titleRows[article] ?? -1];
}

/** Whether there is a paragraph to go on with: captions and the like may lie between, no heading. */
function hasTextBefore(index: ReadingIndex, row: number): boolean {
  for (let before = row - 1; before >= 0; before -= 1) {
    const kind = index.rows[before]?.label;
    if (kind === 'body') return true;
    if (kind === 'title' || kind === 'heading' || kind === 'subtitle') return false;
  }
  return false;
}

/** What the line is thought to be, said by the researcher. */
function confirm(index: ReadingIndex, line: number): Correction[] {
  const row = rowAt(index, line);
  if (row === undefined) return [];
  if (beginsUntitled(index, line)) return [label(line, 'start')];
  return [label(line, row.label === 'body' && row.firstLine !== line ? 'join' : row.label)];
}

function withCorrections(
  settings: ImportSettings,
  added: readonly Correction[],
): ImportSettings | null {
  const before = settings.corrections ?? [];
  const known = new Map(before.map(({ line, as }) => [line, as]));
  const changed = added.filter(({ line, as }) => known.get(line) !== as);
  if (changed.length === 0) return null;
  const lines = new Set(changed.map(({ line }) => line));
  const kept = before.filter(({ line }) => !lines.has(line));
  return { ...settings, corrections: [...kept, ...changed].sort((a, b) => a.line - b.line) };
}

function withoutCorrections(
  settings: ImportSettings,
  lines: readonly number[],
): ImportSettings | null {
  const gone = new Set(lines);
  const before = settings.corrections ?? [];
  const corrections = before.filter(({ line }) => !gone.has(line));
  return corrections.length === before.length ? null : { ...settings, corrections };
}

/** The settings with one value of an article's metadata written over. */
export function withMetadata(
  settings: ImportSettings,
  firstLine: number,
  field: MetadataField,
  value: string,
): ImportSettings {
  const before = settings.metadata ?? [];
  const own = before.find((correction) => correction.firstLine === firstLine);
  const values = { ...own?.values, [field]: value };
  return {
    ...settings,
    metadata: [...before.filter((correction) => correction !== own), { firstLine, values }].sort(
      (a, b) => a.firstLine - b.firstLine,
    ),
  };
}
