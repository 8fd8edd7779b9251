import type { FileReading, FileSummary } from '@renderer/workers/import-types';
import type { SessionFile, SessionState } from '../import-session';
import type { ImportProgress } from './report';

/** How every session begins. */
export const START: SessionState = {
  phase: 'reading',
  isAgain: false,
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

/** How the work on files begins that are done all at once. */
export function notBegun(files: readonly SessionFile[]): ImportProgress {
  const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
  const filesTotal = files.length;
  return { filesDone: 0, filesTotal, bytesDone: 0, bytesTotal, current: '', elapsed: 0 };
}
