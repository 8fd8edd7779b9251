import type { ImportSettings } from '@domain/ingest/settings';
import { currentAuthor } from '@renderer/data/records';
import { type ImportWorker, startImportWorker } from '@renderer/workers/clients';

/** What became of a call: it took too long, or the worker was ended for another reason. */
export type Outcome<T> = { kind: 'done'; value: T } | { kind: 'late' } | { kind: 'stopped' };

/**
 * An import worker that can be ended at any time; the next call finds a new one. Of files it reads
 * one lot at a time; meanwhile those that it has read before may be stored.
 */
export class Reader {
  /** Bytes of the files that it was given to read and has not read yet. */
  load = 0;
  /** Files that this worker has been given, and with which settings last. */
  readonly seen = new Map<number, ImportSettings>();
  private worker: Promise<ImportWorker> | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private ended = deferred();
  private stopped = deferred();

  constructor(private readonly start: () => Promise<ImportWorker> = startReader) {}

  /** Calls the worker when what was asked for before is read. `limit` in milliseconds. */
  read<T>(limit: number, work: (worker: ImportWorker) => PromiseLike<T>): Promise<Outcome<T>> {
    const stopped = this.stopped;
    const next = this.turn.then(() => (stopped.isDone ? STOPPED : this.inTime(limit, work)));
    this.turn = next.catch(() => undefined);
    return next;
  }

  /** Calls the worker beside what it reads. */
  async call<T>(work: (worker: ImportWorker) => PromiseLike<T>): Promise<Outcome<T>> {
    const worker = await this.running();
    const done = Promise.resolve(work(worker)).then((value) => ({ kind: 'done', value }) as const);
    return Promise.race([done, this.ended.promise.then(() => STOPPED)]);
  }

  get isRunning(): boolean {
    return this.worker !== null;
  }

  /** Ends the worker; a transaction that it had open is whole or rolled back by the database. */
  stop(): void {
    this.end();
    this.stopped.resolve();
    this.stopped = deferred();
  }

  private end(): void {
    this.seen.clear();
    this.worker?.then((worker) => worker.stop()).catch(() => undefined);
    this.worker = null;
    this.ended.resolve();
    this.ended = deferred();
  }

  private running(): Promise<ImportWorker> {
    this.worker ??= this.start();
    return this.worker;
  }

  private async inTime<T>(
    limit: number,
    work: (worker: ImportWorker) => PromiseLike<T>,
  ): Promise<Outcome<T>> {
    const { ended } = this;
    const worker = await this.running();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Outcome<T>>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'late' }), limit);
    });
    const done = Promise.resolve(work(worker)).then((value) => ({ kind: 'done', value }) as const);
    try {
      const outcome = await Promise.race([done, late, ended.promise.then(() => STOPPED)]);
      if (outcome.kind === 'late') this.end();
      return outcome;
    } finally {
      clearTimeout(timer);
    }
  }
}

const STOPPED = { kind: 'stopped' } as const;

async function startReader(): Promise<ImportWorker> {
  const worker = startImportWorker();
  await worker.service.open(currentAuthor());
  return worker;
}

interface Deferred {
  promise: Promise<void>;
  isDone: boolean;
  resolve(): void;
}

function deferred(): Deferred {
  const made: Deferred = { promise: Promise.resolve(), isDone: false, resolve: () => undefined };
  made.promise = new Promise((resolve) => {
    made.resolve = () => {
      made.isDone = true;
      resolve();
    };
  });
  return made;
}
