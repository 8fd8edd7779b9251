import type { ImportSettings } from '@domain/ingest/settings';
import type { EncodingCandidate } from '@domain/text/candidates';
import type { DuplicateChoice, FileReading, FileSummary } from '@renderer/workers/import-types';
import { ZhaijiError } from '@shared/errors';
import type { PathProblem } from '@shared/ipc';
import type { ProposedJoin } from './import/proposed-joins';
import type { ImportProgress, ImportReport } from './import/report';
import { ReviewedImport } from './import/reviewed-import';
import type { ImportSource } from './import/task';
import { type KeptSet, keptSources } from './kept-sources';

/** One file of an import under review. */
export interface SessionFile extends FileSummary {
  /** Stable within the session. */
  id: number;
  /** As the user knows it: a path; for what is in a zip archive `archive.zip/inner/path.txt`. */
  file: string;
  /** Bytes. */
  size: number;
  /** With which choices it was read. */
  settings: ImportSettings;
  /** What the researcher chose for duplicates, by the article's first line; `keep` when missing. */
  choices: ReadonlyMap<number, DuplicateChoice>;
  /** Left out by the researcher. */
  excluded: boolean;
}

export interface SessionState {
  phase: 'reading' | 'review' | 'writing' | 'done';
  /** Files of the archive are read again: all of them are written, or none. */
  isAgain: boolean;
  files: readonly SessionFile[];
  /** Articles that go on in other files and will be joined, once all are read. */
  joins: readonly ProposedJoin[];
  /** While reading and writing. */
  progress: ImportProgress | null;
  /** When done. */
  report: ImportReport | null;
}

/**
 * An import from the choice of files to the report. It reads everything first (nothing is written),
 * lets the researcher look and correct, and writes when it is accepted. The state is replaced as a
 * whole with each change, so that React can follow it (`useSyncExternalStore`).
 */
export interface ImportSession {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Reads one file in full with its present settings. @throws ZhaijiError why it cannot be read. */
  read(id: number): Promise<FileReading>;
  /**
   * Gives a file other settings and reads it again; what was understood replaces the old summary.
   * @throws ZhaijiError why it cannot be read.
   */
  change(id: number, settings: ImportSettings): Promise<FileReading>;
  /**
   * Gives all other files the encoding, the repairs, `single` and the columns that this one has and
   * reads them again, with progress. Corrections of lines and metadata stay with their file.
   */
  applyToAll(id: number): Promise<void>;
  /** The encodings in which a file can be read, the likeliest first. */
  encodings(id: number): Promise<EncodingCandidate[]>;
  choose(id: number, firstLine: number, choice: DuplicateChoice): void;
  exclude(id: number, excluded: boolean): void;
  /** Leaves two articles apart that would be joined, or joins them after all. */
  setApart(key: string, apart: boolean): void;
  /** Writes all files that are ready and not excluded; ends with phase `done`. */
  accept(): Promise<ImportReport>;
  /**
   * While reading: the review begins with what is read. While writing: stops after the file under
   * way; what is written stays. While settings are given to all files: the rest keeps its own.
   * Otherwise in the review: everything is discarded, with an empty report.
   */
  cancel(): void;
}

export interface StartOptions {
  /** The files need no review: they are written as soon as they are read. */
  reviewed?: boolean;
  /** Files of the folders that nothing reads; the report tells how many. */
  others?: number;
  /** Files of the archive that are read again; accepting puts them in the place of the old reading. */
  again?: KeptSet;
}

/**
 * Begins to read the file again that an article came from, and those that share joined articles with
 * it, each with its settings of the last time and what is given of others.
 * @param names of the files that get these; all when there is none
 * @throws ZhaijiError `article-missing`; `source-not-kept` and `file-missing`, whose subject names the file
 */
export async function startReimport(
  articleId: string,
  settings: ImportSettings = {},
  names: readonly string[] = [],
): Promise<ImportSession> {
  const { sources, joined } = await keptSources(articleId);
  const unknown = names.find((name) => sources.every(({ file }) => file.name !== name));
  if (unknown !== undefined) throw new ZhaijiError('file-missing', unknown);
  const changed = sources.map((each) =>
    names.length > 0 && !names.includes(each.file.name)
      ? each
      : { ...each, settings: { ...each.settings, ...settings } },
  );
  const files = changed.map(({ source }) => source);
  return new ReviewedImport(files, [], { again: { sources: changed, joined } });
}

/** Begins to read files for the archive. `problems` are paths that could not even be offered. */
export function startImport(
  sources: readonly ImportSource[],
  problems: readonly PathProblem[],
  options: StartOptions = {},
): ImportSession {
  return new ReviewedImport(sources, problems, options);
}
