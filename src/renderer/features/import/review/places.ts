import type { Decision } from '@domain/ingest/types';
import type { ReadingIndex } from './reading-index';
import type { FileReading } from './types';
import { UNCERTAIN } from './urgency';

/** The lines with an uncertain decision that the researcher has said nothing about, in order. */
export function uncertainLines({ reading }: ReadingIndex): number[] {
  const settled = new Set((reading.settings.corrections ?? []).map(({ line }) => line));
  const lines = new Set<number>();
  for (const decision of reading.decisions) {
    const { action, line } = decision;
    if (action === 'drop' || settled.has(line)) continue;
    if (sureOf(decision, reading) < UNCERTAIN) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

/**
 * How sure a decision is, 0 to 1. That an article begins without a title of its own is as sure as the
 * title that was found for it elsewhere: in a table it stands in a column.
 */
export function sureOf(decision: Decision, { full }: FileReading): number {
  const { action, article, confidence, evidence } = decision;
  if (action !== 'split' || !evidence.includes('untitled')) return confidence;
  return Math.max(confidence, full[article]?.facts.title?.confidence ?? 0);
}

/** The next of some lines in order after (`1`) or before (`-1`) a line; `null` when there is none. */
export function nextPlace(lines: readonly number[], from: number, step: 1 | -1): number | null {
  if (step === 1) return lines.find((line) => line > from) ?? null;
  return lines.findLast((line) => line < from) ?? null;
}

/** The next line that is not blank; `from` when there is none. */
export function nextLine(index: ReadingIndex, from: number, step: 1 | -1): number {
  const { lines } = index;
  for (let line = from + step; line >= 1 && line <= lines.count; line += step) {
    if (!lines.isBlank(line)) return line;
  }
  return from;
}
