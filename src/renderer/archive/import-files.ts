import { currentAuthor } from '@renderer/data/records';
import { type FileOutcome, startImportWorker } from '@renderer/workers/clients';
import { type ErrorCode, errorCodeOf } from '@shared/errors';
import { transfer } from 'comlink';

/** Something to import: a file of the disk or a pasted text. */
export interface ImportSource {
  name: string;
  /** As the user knows it; the name again for a pasted text. */
  path: string;
  /** Bytes. */
  size: number;
  read(): Promise<Uint8Array>;
}

export interface ImportLine extends FileOutcome {
  file: string;
}

export interface ImportProgress {
  filesDone: number;
  filesTotal: number;
  bytesDone: number;
  bytesTotal: number;
  /** The file being read now, empty at the end. */
  current: string;
}

export interface ImportReport {
  lines: ImportLine[];
  cancelled: boolean;
}

export interface ImportOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
  /** Called as soon as a file is done. */
  onLine?: (line: ImportLine) => void;
}

/**
 * Imports files one after the other in a worker. A file is stored whole or not at all; what fails is
 * told in its line and the rest goes on. Cancelling stops at once: the file under way is stored whole or
 * not at all, and has no line either way.
 */
export async function importFiles(
  sources: ImportSource[],
  { signal, onProgress, onLine }: ImportOptions = {},
): Promise<ImportReport> {
  const lines: ImportLine[] = [];
  const bytesTotal = sources.reduce((sum, source) => sum + source.size, 0);
  let bytesDone = 0;
  const cancelled = whenAborted(signal);
  const worker = startImportWorker();
  try {
    await Promise.race([worker.service.open(currentAuthor()), cancelled]);
    for (const source of sources) {
      if (signal?.aborted === true) break;
      onProgress?.({
        filesDone: lines.length,
        filesTotal: sources.length,
        bytesDone,
        bytesTotal,
        current: source.name,
      });
      const outcome = await Promise.race([importOne(source), cancelled]);
      if (outcome === 'cancelled') break;
      bytesDone += source.size;
      const line = { file: source.path, ...outcome };
      lines.push(line);
      onLine?.(line);
    }
  } finally {
    worker.stop();
  }
  const filesDone = lines.length;
  onProgress?.({ filesDone, filesTotal: sources.length, bytesDone, bytesTotal, current: '' });
  return { lines, cancelled: lines.length < sources.length };

  async function importOne(source: ImportSource): Promise<FileOutcome> {
    try {
      const bytes = await source.read();
      return await worker.service.importFile(source.name, transfer(bytes, [bytes.buffer]));
    } catch (error) {
      return failedOutcome(errorCodeOf(error));
    }
  }
}

/** The outcome of a file that could not even be read. */
export function failedOutcome(code: ErrorCode): FileOutcome {
  return { sha256: '', status: 'failed', code, encoding: null, invalidBytes: 0, articles: [] };
}

/** A text from the clipboard as something to import. */
export function pastedText(text: string, name: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  return { name, path: name, size: bytes.byteLength, read: async () => bytes.slice() };
}

function whenAborted(signal: AbortSignal | undefined): Promise<'cancelled'> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve('cancelled');
    signal?.addEventListener('abort', () => resolve('cancelled'), { once: true });
  });
}
