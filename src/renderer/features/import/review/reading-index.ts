import type { Decision, ReconstructedArticle } from '@domain/ingest/types';

import { type Lines, linesOf } from './line-starts';
import type { FileReading } from './types';

/** What a line can have become. */
export type RowLabel =
  | 'title'
  | 'subtitle'
  | 'body'
  | 'heading'
  | 'caption'
  | 'attribution'
  | 'byline'
  | 'furniture';

/** One row of the articles as they will be: a title or a paragraph. */
export interface Row {
  /** Index into the reading's articles. */
  article: number;
  label: RowLabel;
  text: string;
  /** 1-based lines of the source; other rows' lines may lie between. */
  firstLine: number;
  lastLine: number;
  /** For a title: none of the source's lines is it (it was taken from the file's name…). */
  isMadeUp: boolean;
}

/** A reading, so that lines lead to rows and rows to lines at once. */
export interface ReadingIndex {
  reading: FileReading;
  lines: Lines;
  rows: readonly Row[];
  /** By article: index of its title's row. */
  titleRows: readonly number[];
  /** The row that a line became part of, -1 for none (blank lines, drawn rules). */
  rowOf(line: number): number;
  /** The row that a line belongs to or that begins nearest before it; -1 when there are no rows. */
  rowNear(line: number): number;
  /** The lines that a row was put together from, in order. */
  linesOf(row: number): number[];
  /** What was decided at a line; for a line joined to the paragraph before it, that too. */
  decisionsAt(line: number): readonly Decision[];
}

const NONE: readonly Decision[] = [];

/** Linear in the text, the articles and the decisions. */
export function indexReading(reading: FileReading): ReadingIndex {
  const lines = linesOf(reading.text);
  const byLine = groupBy(reading.decisions, ({ line }) => line);
  const at = (line: number): readonly Decision[] => byLine.get(line) ?? NONE;
  const rows: Row[] = [];
  const titleRows: number[] = [];
  reading.full.forEach((article, index) => {
    titleRows.push(rows.length);
    rows.push(titleRow(article, index, at));
    for (const paragraph of article.paragraphs) {
      const text = article.text.slice(paragraph.start, paragraph.end);
      const { firstLine, lastLine } = paragraph;
      const label = labelOf(paragraph.kind, text, article, at(firstLine));
      rows.push({ article: index, label, text, firstLine, lastLine, isMadeUp: false });
    }
  });
  const owner = ownersOf(rows, lines, at);
  const rowOf = (line: number): number => owner[line] ?? -1;
  const joins = groupBy(
    reading.decisions.filter(({ action }) => action === 'join'),
    (decision) => rowOf(decision.line),
  );
  const linesOfRow = (row: number): number[] => {
    const found: number[] = [];
    const { firstLine = 1, lastLine = 0 } = rows[row] ?? {};
    for (let line = firstLine; line <= lastLine; line += 1) {
      if (owner[line] === row) found.push(line);
    }
    return found;
  };
  return {
    reading,
    lines,
    rows,
    titleRows,
    rowOf,
    rowNear(line) {
      if (rows.length === 0) return -1;
      for (let before = line; before >= 1; before -= 1) {
        if (rowOf(before) >= 0) return rowOf(before);
      }
      return 0;
    },
    linesOf: linesOfRow,
    decisionsAt(line) {
      const own = at(line);
      if (own.some(({ action }) => action === 'join')) return own;
      const join = joins
        .get(rowOf(line))
        ?.findLast((decision) => decision.line <= line && decision.lastLine >= line);
      return join === undefined ? own : [join, ...own];
    },
  };
}

/** Each list in the order of the items. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function titleRow(
  article: ReconstructedArticle,
  index: number,
  at: (line: number) => readonly Decision[],
): Row {
  const own = (decision: Decision): boolean => decision.article === index;
  let line = article.firstLine;
  // Page marks may stand over the title, within the article's lines.
  while (line < article.lastLine && !at(line).some((d) => own(d) && d.action === 'split'))
    line += 1;
  const split = at(line).find((decision) => own(decision) && decision.action === 'split');
  const row = { article: index, label: 'title', text: article.title, firstLine: line } as const;
  if (split === undefined || split.evidence.includes('untitled')) {
    return { ...row, lastLine: line, isMadeUp: true };
  }
  let lastLine = Math.max(line, split.lastLine);
  for (let next = line + 1; next <= Math.min(article.lastLine, line + MAX_TITLE_LINES); next += 1) {
    const more = at(next).find((decision) => own(decision) && decision.action === 'title');
    if (more !== undefined) lastLine = Math.max(lastLine, more.lastLine);
  }
  return { ...row, lastLine, isMadeUp: false };
}

const MAX_TITLE_LINES = 12;

function labelOf(
  kind: Exclude<RowLabel, 'title' | 'subtitle' | 'furniture'>,
  text: string,
  article: ReconstructedArticle,
  decisions: readonly Decision[],
): RowLabel {
  if (kind === 'heading' && text !== '' && text === article.subtitle) return 'subtitle';
  // A mark like `（下转第4版）` may share its line with the text that it ends.
  const isFurniture =
    kind === 'attribution' &&
    decisions.some(
      ({ action, evidence }) => action === 'lift' && evidence.includes('page-furniture'),
    );
  return isFurniture ? 'furniture' : kind;
}

/**
 * By line: the row it is in. A caption within a paragraph's lines is the caption's; a mark that is only
 * part of a line leaves it to the words beside it.
 */
function ownersOf(
  rows: readonly Row[],
  lines: Lines,
  at: (line: number) => readonly Decision[],
): Int32Array {
  const owner = new Int32Array(lines.count + 1).fill(-1);
  const span = ({ firstLine, lastLine }: Row): number => lastLine - firstLine;
  const wide = rows.flatMap((row, index) => (span(row) > 0 && !row.isMadeUp ? [index] : []));
  wide.sort((a, b) => span(rows[b] as Row) - span(rows[a] as Row));
  const narrow = rows.flatMap((row, index) => (span(row) === 0 && !row.isMadeUp ? [index] : []));
  const isPart = (index: number): boolean => {
    const { label, text, firstLine } = rows[index] as Row;
    return label === 'furniture' && lines.text(firstLine).trim().length > text.length;
  };
  const parts = narrow.filter(isPart);
  for (const index of [...parts, ...wide, ...narrow.filter((each) => !isPart(each))]) {
    const row = rows[index] as Row;
    owner.fill(index, row.firstLine, row.lastLine + 1);
  }
  for (let line = 1; line <= lines.count; line += 1) {
    const isRule = at(line).some(({ evidence }) => evidence.includes('drawn-rule'));
    if (isRule || lines.isBlank(line)) owner[line] = -1;
  }
  return owner;
}
