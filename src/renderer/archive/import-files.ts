import type { ImportSettings } from '@domain/ingest/settings';
import { settleWrites } from '@renderer/data/database';
import type { DuplicateChoice, FileSummary } from '@renderer/workers/import-types';
import type { ErrorCode } from '@shared/errors';
import { ImportEngine } from './import/engine';
import { ImportQueue } from './import/queue';
import { ReadAhead } from './import/read-ahead';
import { type ImportLine, type ImportProgress, type ImportReport, lineOf } from './import/report';
import { Storing } from './import/storing';
import type { ImportSource, ImportTask } from './import/task';
import { endsImport, failedSummary, writeFile } from './import/write';
import { joinImported, whichMayJoin } from './join-parts';

export type { ImportLine, ImportProgress, ImportReport } from './import/report';
export type { ImportSource } from './import/task';

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
  /**
   * Called as soon as a file is done, in the order of the files; for files whose articles may go on
   * in other files at the end, when they are joined.
   */
  onLine?: (line: ImportLine) => void;
}

/**
 * Imports files by workers, without review. A file is stored whole or not at
 * all; what fails is told in its line and the rest goes on. Cancelling stops after the few files
 * that are being stored: what was imported has its line.
 */
export async function importFiles(
  sources: readonly ImportSource[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { signal, onProgress, onLine, settings = {}, duplicates = 'keep' } = options;
  const mayJoin = await whichMayJoin();
  const engine = new ImportEngine(options.timeLimit);
  const queue = new ImportQueue(sources);
  const alone = duplicates !== 'keep';
  const ahead = new ReadAhead(engine, queue, () => settings, alone);
  const lines: ImportLine[] = [];
  const held: ImportLine[] = [];
  const cancelled = whenAborted(signal);
  let stopped: ErrorCode | null = null;
  const storing = new Storing(
    (line) => {
      if (line.code === 'cancelled') return;
      lines.push(line);
      if (mayJoin(line)) held.push(line);
      else onLine?.(line);
      if (endsImport(line)) stopped = line.code as ErrorCode;
    },
    () => void engine.hurry(),
  );
  try {
    for (;;) {
      onProgress?.(queue.progress(ahead.current?.name ?? queue.peek()?.name ?? ''));
      const done = await Promise.race([ahead.next(), cancelled]);
      if (done === 'cancelled' || done === null) break;
      for (const { task, result } of done) {
        if (signal?.aborted === true || stopped !== null) break;
        if (result.kind === 'container') continue;
        onProgress?.(queue.progress(task.name));
        await storing.add(task.size, alone, async () => {
          const line = await store(task, result.summary);
          queue.done(task);
          return line;
        });
        // The next file may repeat what this one has replaced.
        if (duplicates === 'replace') await storing.settled();
      }
      if (signal?.aborted === true || stopped !== null) break;
    }
    // A long file may keep the worker from finishing what it stores; the database will tell.
    const settled = storing.settled();
    await (signal?.aborted === true ? Promise.race([settled, pause(CANCEL_GRACE)]) : settled);
    engine.close();
    await settled;
  } finally {
    engine.close();
    if (lines.some((line) => line.status === 'imported')) await settleWrites();
  }
  const isWhole = signal?.aborted !== true && stopped === null;
  const joined = isWhole ? await joinImported(held) : 0;
  for (const line of held) onLine?.(line);
  onProgress?.(queue.progress(''));
  return { lines, cancelled: signal?.aborted === true, stopped, joined };

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
  const read = async () => bytes.slice();
  return { name, path: name, size: bytes.byteLength, read, unnamed: true };
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
