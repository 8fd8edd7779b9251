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

/**
 * So many files, and so many bytes, may be on their way into the database while the next is read:
 * the worker and the database's process then never wait for each other. A larger file goes alone.
 */
const MAX_STORING = 4;
const MAX_STORING_BYTES = 8 * 1024 * 1024;
/** Milliseconds that a cancelled import waits for the files that are being stored. */
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
 * all; what fails is told in its line and the rest goes on. Cancelling stops after the few files
 * that are being stored: what was imported has its line.
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
  const storing: { bytes: number; done: Promise<void> }[] = [];
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
      engine.fetchAhead(queue.peek());
      const result = await Promise.race([prepareOne(task), cancelled]);
      if (result === 'cancelled') break;
      if (result.kind === 'container') {
        queue.open(task, result.entries);
        continue;
      }
      await roomFor(task.size);
      const told = storing.at(-1)?.done;
      storing.push({ bytes: task.size, done: finish(task, result.summary, told) });
    }
    // A long file may keep the worker from finishing what it stores; the database will tell.
    const last = storing.at(-1)?.done;
    await (signal?.aborted === true ? Promise.race([last, pause(CANCEL_GRACE)]) : last);
    engine.close();
    await last;
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

  /** Waits until few enough files are being stored for one more. */
  async function roomFor(bytes: number): Promise<void> {
    const allowed = duplicates === 'keep' ? MAX_STORING : 1;
    for (let first = storing[0]; first !== undefined; first = storing[0]) {
      const together = storing.reduce((sum, each) => sum + each.bytes, bytes);
      if (storing.length < allowed && together <= MAX_STORING_BYTES) return;
      await first.done;
      storing.shift();
    }
  }

  /** Stores a file and, after those before it (`told`), says what came of it. */
  async function finish(
    task: ImportTask,
    summary: FileSummary,
    told: Promise<void> | undefined,
  ): Promise<void> {
    const line = await store(task, summary);
    await told;
    say(task, line);
  }

  async function store(task: ImportTask, summary: FileSummary): Promise<ImportLine> {
    if (summary.status !== 'ready') {
      void engine.forget(task);
      return lineOf(task.path, summary);
    }
    const choices = new Map(
      summary.articles
        .filter((article) => article.duplicate !== null)
        .map((article) => [article.firstLine, duplicates]),
    );
    return writeFile(engine, { task, settings, summary, choices });
  }
}

/** The line of a file that could not even be read. */
export function failedLine(file: string, code: ErrorCode): ImportLine {
  return lineOf(file, failedSummary(code));
}

/** What was pasted or dropped from another program. */
export interface PastedWords {
  text: string;
  /** The same with its paragraphs, headings and lists; empty when there is none. */
  html: string;
}

/** What HTML has to have for it to say more than the plain text does. */
const BLOCK = /<(?:p|div|h[1-6]|li|td|blockquote|section|article|br)[\s/>]/i;

/** Words from the clipboard as something to import; with HTML the paragraphs are those of the page. */
export function pastedWords({ text, html }: PastedWords, name: string): ImportSource {
  if (!BLOCK.test(html)) return pastedText(text, name);
  const fragment = html.includes('<!--StartFragment-->')
    ? html
    : `<!--StartFragment-->${html}<!--EndFragment-->`;
  return pastedText(`<!DOCTYPE html>\n<meta charset="utf-8">\n${fragment}`, name);
}

function pastedText(text: string, name: string): ImportSource {
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
