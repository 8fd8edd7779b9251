import type { FileReading, FileSummary } from '@renderer/workers/import-types';
import type { SessionState } from '../import-session';

/** How every session begins. */
export const START: SessionState = {
  phase: 'reading',
  files: [],
  joins: [],
  progress: null,
  report: null,
};

/** Failed for want of a choice that the review offers. */
export function isMendable({ code }: FileSummary): boolean {
  return code === 'file-no-columns' || code === 'file-no-text';
}

/** What lists need of a reading. */
export function summaryOf(reading: FileReading): FileSummary {
  const { sha256, status, code, format, encoding, invalid, articles, broken, confidence } = reading;
  return { sha256, status, code, format, encoding, invalid, articles, broken, confidence };
}
