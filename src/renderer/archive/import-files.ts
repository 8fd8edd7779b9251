import type { ImportSettings } from '@domain/ingest/settings';
import { settleWrites } from '@renderer/data/database';
import type { DuplicateChoice, FileSummary } from '@renderer/workers/import-types';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { ImportEngine, type ImportSource, type ImportTask } from './import/engine';
import { ImportQueue } from './import/queue';
import { type ImportLine, type ImportProgress, type ImportReport, lineOf } from './import/report';
import { endsImport, failedSummary, writeFile } from './import/write';

export type { ImportSource } from './import/engine';
export type { ImportLine, ImportProgress, ImportReport } from './import/report';

/** Milliseconds that a cancelled import waits for the file that is being stored. */
const CANCEL_GRACE = 1000;

export interface ImportOptions {
  /** With which every file is read. */
  settings?: ImportSettings;
  /** What becomes of articles whose text is there already. */
  duplicates?: DuplicateChoice;
  /** Milliseconds that one file may take, from its size in bytes. */
  timeLimit?: (bytes: number) => number;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Called as soon as a file is done, in the order of the files. */
  onLine?: (line: ImportLine) => void;
}

/**
 * Imports files one after the other in a worker, without review. A file is stored whole or not at
 * all; what fails is told in its line and the rest goes on. Cancelling stops after the file that is
 * being stored: what was imported has its line.
 */
export async function importFiles(
  sources: readonly ImportSource[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { signal, onProgress, onLine, settings = {}, duplicates = 'keep' } = options;
  const engine = new ImportEngine(options.timeLimit);
  const queue = new ImportQueue(sources);
  const lines: ImportLine[] = [];
  const cancelled = whenAborted(signal);
  let stopped: ErrorCode | null = null;
  let storing: Promise<void> | null = null;
  const say = (task: ImportTask, line: ImportLine): void => {
    if (line.code === 'cancelled') return;
    queue.done(task);
    lines.push(line);
    onLine?.(line);
    if (endsImport(line)) stopped = line.code as ErrorCode;
  };
  try {
    for (let task = queue.take(); task !== null; task = queue.take()) {
      if (signal?.aborted === true || stopped !== null) break;
      onProgress?.(queue.progress(task.name));
      const result = await Promise.race([prepareOne(task), cancelled]);
      if (result === 'cancelled') break;
      if (result.kind === 'container') {
        queue.open(task, result.entries);
        continue;
      }
      // One file is stored while the next is read.
      await storing;
      storing = finish(task, result.summary);
      engine.fetchAhead(queue.peek());
    }
    // A long file may keep the worker from finishing what it stores; the database will tell.
    await (signal?.aborted === true ? Promise.race([storing, pause(CANCEL_GRACE)]) : storing);
    engine.close();
    await storing;
  } finally {
    engine.close();
    if (lines.some((line) => line.status === 'imported')) await settleWrites();
  }
  onProgress?.(queue.progress(''));
  return { lines, cancelled: signal?.aborted === true, stopped };

  async function prepareOne(task: ImportTask) {
    try {
      return await engine.prepare(task, settings);
    } catch (error) {
      return { kind: 'file' as const, summary: failedSummary(errorCodeOf(error)) };
    }
  }

  async function finish(task: ImportTask, summary: FileSummary): Promise<void> {
    if (summary.status !== 'ready') {
      void engine.forget(task);
      return say(task, lineOf(task.path, summary));
    }
    const choices = new Map(
      summary.articles
        .filter((article) => article.duplicate !== null)
        .map((article) => [article.firstLine, duplicates]),
    );
    say(task, await writeFile(engine, { task, settings, summary, choices }));
  }
}

/** The line of a file that could not even be read. */
export function failedLine(file: string, code: ErrorCode): ImportLine {
  return lineOf(file, failedSummary(code));
}

/** A text from the clipboard as something to import. */
export function pastedText(text: string, name: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  return { name, path: name, size: bytes.byteLength, read: async () => bytes.slice() };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function whenAborted(signal: AbortSignal | undefined): Promise<'cancelled'> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve('cancelled');
    signal?.addEventListener('abort', () => resolve('cancelled'), { once: true });
  });
}
