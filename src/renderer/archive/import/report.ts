import type { Encoding, FileFormat, OpenPart } from '@domain/model';
import type { InvalidBytes } from '@domain/text/encodings';
import type { FileSummary, StoredArticle } from '@renderer/workers/import-types';
import type { ErrorCode } from '@shared/errors';

/** An article of a file that was joined with its part in another file. */
export interface JoinedPart {
  /** The article that holds both now. */
  id: string;
  title: string;
  /** The other part's file as the user knows it; its name alone if it came with another import. */
  file: string;
  /** `next`: the article goes on in that file; `previous`: it began there. */
  to: OpenPart['to'];
}

/** What became of one file. */
export interface ImportLine {
  /** As the user knows it: a path; for what is in a zip archive `archive.zip/inner/path.txt`. */
  file: string;
  sha256: string;
  status: 'imported' | 'skipped' | 'failed';
  /** Why it was skipped or failed. `duplicate`: the researcher skipped all of its articles. */
  code: ErrorCode | 'same-file' | 'duplicate' | null;
  format: FileFormat | null;
  encoding: Encoding | null;
  /** How many places hold bytes that fit no character of the encoding. */
  invalidBytes: number;
  invalid: InvalidBytes;
  articles: StoredArticle[];
  /** Rows of a table that could not be read. */
  broken: { line: number; reason: string }[];
  /** Articles that took the place of old ones. */
  replaced: number;
  /** Articles that were left out as duplicates. */
  left: number;
  /** Articles of the file that were joined with their parts in other files. */
  joins?: JoinedPart[];
  /** When articles were replaced or read again: annotations that are where their words are now. */
  placed?: number;
  /** Likewise: annotations that lost their words; they are kept aside. */
  unplaced?: number;
}

export interface ImportProgress {
  filesDone: number;
  /** Grows when a zip archive turns out to hold several. */
  filesTotal: number;
  bytesDone: number;
  bytesTotal: number;
  /** The file being worked on now, empty at the end. */
  current: string;
  /** Milliseconds since the work began. */
  elapsed: number;
}

/** Milliseconds since now. */
export function stopwatch(): () => number {
  const began = performance.now();
  return () => performance.now() - began;
}

export interface ImportReport {
  lines: ImportLine[];
  cancelled: boolean;
  /** Why the import ended before all files were done: nothing more could be stored. */
  stopped: ErrorCode | null;
  /** Files that were to be imported and were not reached. */
  rest?: number;
  /** Files of the folders that nothing reads. */
  others?: number;
  /** Parts of articles that were joined to their beginning in another file. */
  joined?: number;
  /** Files of the archive were to be read again, and nothing was written: all of them are, or none. */
  unchanged?: boolean;
}

/** The line of a file with which nothing came in. */
export function lineOf(file: string, summary: FileSummary): ImportLine {
  const { sha256, code, format, encoding, invalid, broken } = summary;
  const status = summary.status === 'skipped' ? 'skipped' : 'failed';
  const invalidBytes = invalid.count;
  const rest = { articles: [], replaced: 0, left: 0 };
  return { file, sha256, status, code, format, encoding, invalidBytes, invalid, broken, ...rest };
}

/** The line of a file that was stored. */
export function importedLine(
  file: string,
  summary: FileSummary,
  articles: StoredArticle[],
  replaced: number,
): ImportLine {
  const left = Math.max(0, summary.articles.length - articles.length);
  const line = { ...lineOf(file, summary), articles, replaced, left };
  return articles.length > 0
    ? { ...line, status: 'imported', code: null }
    : { ...line, status: 'skipped', code: 'duplicate' };
}

/** The line of a file that was read again in the place of its old reading; its articles have no ids yet. */
export function replacedLine(file: string, summary: FileSummary): ImportLine {
  const articles = summary.articles.map((article) => ({ ...article, id: '' }));
  return { ...lineOf(file, summary), status: 'imported', code: null, articles };
}
