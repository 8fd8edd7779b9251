import type { ImportSettings } from '@domain/ingest/settings';
import type { DuplicateChoice, FileReading, FileSummary } from '@renderer/workers/import-types';
import type { ImportProgress, ImportReport } from './import-files';

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
  files: readonly SessionFile[];
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
  /** Reads one file in full with its present settings. */
  read(id: number): Promise<FileReading>;
  /** Gives a file other settings and reads it again; what was understood replaces the old summary. */
  change(id: number, settings: ImportSettings): Promise<FileReading>;
  /**
   * Gives all other files the encoding, the repairs, `single` and the columns that this one has and
   * reads them again. Corrections of lines and metadata stay with their file.
   */
  applyToAll(id: number): Promise<void>;
  choose(id: number, firstLine: number, choice: DuplicateChoice): void;
  exclude(id: number, excluded: boolean): void;
  /** Writes all files that are ready and not excluded; ends with phase `done`. */
  accept(): Promise<ImportReport>;
  /**
   * While reading: the review begins with what is read. While writing: stops after the file under
   * way; what is written stays. In the review: everything is discarded.
   */
  cancel(): void;
}
