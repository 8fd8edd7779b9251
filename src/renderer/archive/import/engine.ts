import type { ImportSettings } from '@domain/ingest/settings';
import type { Article } from '@domain/model';
import { sourceArticles } from '@renderer/data/articles';
import { currentAuthor } from '@renderer/data/records';
import { findSourceFile } from '@renderer/data/sources';
import { type ImportWorker, startImportWorker } from '@renderer/workers/clients';
import type {
  CommitResult,
  DuplicateChoice,
  FileReading,
  PrepareResult,
  StoredArticle,
} from '@renderer/workers/import-types';
import { ZhaijiError } from '@shared/errors';
import { newId } from '@shared/ids';
import { transfer } from 'comlink';

/** Something to import: a file of the disk or a pasted text. */
export interface ImportSource {
  name: string;
  /** As the user knows it; the name again for a pasted text. */
  path: string;
  /** Bytes. */
  size: number;
  read(): Promise<Uint8Array>;
  /** Its name was made up: it tells neither title nor date. */
  unnamed?: true;
}

/** One file on its way into the archive: from the disk, or an entry of a zip archive. */
export interface ImportTask {
  /** Names it within the import. */
  key: number;
  /** The id that its source file will have, so that it can be found even when nobody saw it stored. */
  sourceFileId: string;
  /** File name, or path within the zip archive. */
  name: string;
  /** As the user knows it. */
  path: string;
  size: number;
  source: ImportSource;
  entry: { container: ImportTask; index: number } | null;
  /** The file is in the archive already and is to be read all the same. */
  again?: true;
}

export function taskOf(source: ImportSource, key: number): ImportTask {
  const { name, path, size } = source;
  return { key, sourceFileId: newId(), name, path, size, source, entry: null };
}

export function entryTask(
  container: ImportTask,
  index: number,
  entry: { path: string; size: number },
  key: number,
): ImportTask {
  return {
    key,
    sourceFileId: newId(),
    name: entry.path,
    path: `${container.path}/${entry.path}`,
    size: entry.size,
    source: container.source,
    entry: { container, index },
  };
}

/**
 * Milliseconds after which a file is given up: two minutes, and two seconds more for each megabyte.
 * The largest texts and PDFs that are allowed need a fraction of it.
 */
function usualTimeLimit(bytes: number): number {
  return 120_000 + (bytes / 1_000_000) * 2000;
}

/** Bytes: larger files are not held beside the one that is worked on. */
const MAX_AHEAD = 8 * 1024 * 1024;
/** A zip archive's entries come between it and the file that was fetched ahead. */
const MAX_FETCHED = 2;

/**
 * The import worker with what it takes to use it safely: a file that takes too long is given up by
 * ending the worker, and the next file finds a new one. One file is prepared at a time; meanwhile
 * those that were prepared before may be stored.
 */
export class ImportEngine {
  private worker: ImportWorker | null = null;
  private closed = false;
  /** Files that this worker has been given, and with which settings last. */
  private readonly seen = new Map<number, ImportSettings>();
  private readonly ahead = new Map<ImportTask, Promise<Uint8Array>>();
  private stopped = deferred();

  constructor(private readonly timeLimit: (bytes: number) => number = usualTimeLimit) {}

  /**
   * Reads a file; nothing is written.
   * @throws ZhaijiError `file-timeout`, or why the bytes could not be had.
   */
  async prepare(
    task: ImportTask,
    settings: ImportSettings,
  ): Promise<Exclude<PrepareResult, { kind: 'gone' }>> {
    const { key, name, again, source } = task;
    const flags = { again, unnamed: source.unnamed };
    const input = { key, name, settings, ...flags };
    const entry = task.entry && { container: task.entry.container.key, index: task.entry.index };
    const { service } = await this.running();
    const isSeen = this.seen.has(key);
    this.seen.set(key, settings);
    if (isSeen || task.entry !== null) {
      // What the worker still has of it is enough.
      const first = await this.inTime(task, service.prepare({ ...input, entry, bytes: null }));
      if (first.kind !== 'gone') return first;
    }
    if (task.entry !== null) {
      await this.prepare(task.entry.container, {});
      const second = await this.inTime(task, service.prepare({ ...input, entry, bytes: null }));
      if (second.kind !== 'gone') return second;
      throw new ZhaijiError('file-changed', task.path);
    }
    const bytes = await this.bytesOf(task);
    const given = await this.inTime(
      task,
      service.prepare({ ...input, entry, bytes: transfer(bytes, [bytes.buffer]) }),
    );
    if (given.kind === 'gone') throw new ZhaijiError('unexpected', task.path);
    return given;
  }

  /** Begins to fetch the bytes of a file that will be prepared next. */
  fetchAhead(task: ImportTask | null): void {
    if (task === null || task.entry !== null || task.size > MAX_AHEAD) return;
    if (this.ahead.has(task) || this.ahead.size >= MAX_FETCHED) return;
    const bytes = task.source.read();
    // Whoever prepares it is told; until then it is nobody's failure.
    bytes.catch(() => undefined);
    this.ahead.set(task, bytes);
  }

  /** A file in full, read again if need be. @throws as `prepare` */
  async reading(task: ImportTask, settings: ImportSettings): Promise<FileReading> {
    if (this.seen.get(task.key) === settings) {
      const known = await (await this.running()).service.reading(task.key);
      if (known !== null) return known;
    }
    const result = await this.prepare(task, settings);
    const reading = await (await this.running()).service.reading(task.key);
    if (reading !== null) return reading;
    if (result.kind === 'container') throw new ZhaijiError('zip-nested', task.path);
    // It could not be read: what is known of it is all there is to show.
    return { ...result.summary, settings, text: '', full: [], decisions: [], table: null };
  }

  async encodings(task: ImportTask) {
    return (await this.running()).service.encodings(task.key);
  }

  /** Stores a prepared file; `gone` when it has to be prepared again. */
  async commit(
    task: ImportTask,
    choices: ReadonlyMap<number, DuplicateChoice>,
  ): Promise<CommitResult> {
    const { sourceFileId, name } = task;
    const container = task.entry?.container.name ?? null;
    const { service } = await this.running();
    const stored = service.commit(task.key, { sourceFileId, name, container }, choices);
    const result = await Promise.race([stored, this.stopped.promise]);
    return result === 'stopped' ? this.lostCommit(task) : result;
  }

  /** What was given to `commit` is stored now: nothing follows that it could be stored with. */
  async hurry(): Promise<void> {
    if (this.worker === null || this.closed) return;
    // After the commits that were asked for before.
    const { service } = await this.running();
    await Promise.race([service.hurry(), this.stopped.promise]);
  }

  async forget(task: ImportTask): Promise<void> {
    if (this.worker !== null) await this.worker.service.forget(task.key);
  }

  /** Ends the worker; a transaction that it had open is whole or rolled back by the database. */
  stop(): void {
    this.seen.clear();
    this.worker?.stop();
    this.worker = null;
    this.stopped.resolve('stopped');
    this.stopped = deferred();
  }

  /** Stops for good: what is asked afterwards is refused with `cancelled`. */
  close(): void {
    this.closed = true;
    this.stop();
  }

  /** The worker ended while it was storing: the database knows whether it had. */
  private async lostCommit({ sourceFileId }: ImportTask): Promise<CommitResult> {
    if ((await findSourceFile(sourceFileId)) === null) return { kind: 'gone' };
    const articles = await sourceArticles(sourceFileId);
    return { kind: 'stored', articles: articles.map(storedArticle), replacements: [] };
  }

  private bytesOf(task: ImportTask): Promise<Uint8Array> {
    const bytes = this.ahead.get(task) ?? task.source.read();
    this.ahead.delete(task);
    return bytes;
  }

  private async running(): Promise<ImportWorker> {
    if (this.closed) throw new ZhaijiError('cancelled');
    if (this.worker === null) {
      this.worker = startImportWorker();
      await this.worker.service.open(currentAuthor());
    }
    return this.worker;
  }

  private async inTime(task: ImportTask, work: PromiseLike<PrepareResult>): Promise<PrepareResult> {
    const worker = this.worker;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.timeLimit(task.size));
    });
    try {
      const result = await Promise.race([work, late, this.stopped.promise]);
      if (result === 'stopped') throw new ZhaijiError('cancelled', task.path);
      if (result !== 'late') return result;
    } finally {
      clearTimeout(timer);
    }
    if (this.worker === worker) this.stop();
    throw new ZhaijiError('file-timeout', task.path);
  }
}

interface Deferred {
  promise: Promise<'stopped'>;
  resolve: (value: 'stopped') => void;
}

function deferred(): Deferred {
  let resolve: Deferred['resolve'] = () => undefined;
  const promise = new Promise<'stopped'>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}

/** What is still known of an article when its reading is lost. */
function storedArticle(article: Article): StoredArticle {
  const { id, title, outlet, date, paragraphCount, firstLine, openParts } = article;
  return {
    id,
    title,
    outlet,
    date,
    paragraphs: paragraphCount,
    confidence: 1,
    decisions: { split: 0, title: 0, join: 0, lift: 0, drop: 0 },
    firstLine,
    duplicate: null,
    ...(openParts && { openParts }),
  };
}
