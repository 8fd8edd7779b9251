import type { ImportSettings } from '@domain/ingest/settings';
import type { PrepareInput, PrepareResult } from '@renderer/workers/import-types';
import { ZhaijiError } from '@shared/errors';
import { transfer } from 'comlink';
import { Gatherer } from './gather';
import { type Outcome, Reader } from './reader';
import type { ImportTask } from './task';

/** A file that was read and not judged yet. */
export type ReadFile = Exclude<PrepareResult, { kind: 'gone' }>;

interface Wanted {
  task: ImportTask;
  settings: ImportSettings;
  resolve: (file: ReadFile) => void;
  reject: (error: unknown) => void;
}

/** Small files go to a worker together: so many, and so many bytes of them. */
const LOT_FILES = 16;
const LOT_BYTES = 128 * 1024;
/** Milliseconds after which a lot is given up and its files are read one by one, each in its time. */
const LOT_LIMIT = 10_000;

/** More would only wait for the database, which writes one transaction after the other. */
const MAX_READERS = 3;

/**
 * Several import workers that read files side by side. A file that takes too long is given up by
 * ending its worker. A file goes to the worker that has it, or the zip archive that it is in.
 */
export class Readers {
  private readonly readers: Reader[] = [];
  /** Who has been given a file. */
  private readonly homes = new Map<number, Reader>();
  private readonly wanted = new Gatherer<Wanted>((wanted) => this.hand(wanted));
  private readonly most: number;

  /** @param newReader makes a reader whose worker is not running yet */
  constructor(
    private readonly timeLimit: (bytes: number) => number,
    private readonly newReader: () => Reader = () => new Reader(),
    cores = navigator.hardwareConcurrency,
  ) {
    this.most = Math.min(MAX_READERS, Math.max(1, cores));
  }

  /**
   * Reads a file; nothing is written.
   * @throws ZhaijiError `file-timeout`, `cancelled`, or why the bytes could not be had.
   */
  read(task: ImportTask, settings: ImportSettings): Promise<ReadFile> {
    return new Promise((resolve, reject) => {
      this.wanted.add({ task, settings, resolve, reject });
    });
  }

  /** The worker that has been given the file, or any. */
  of(task: ImportTask): Reader {
    return this.homes.get(task.key) ?? this.leastBusy();
  }

  /** Whether the file was read last with these settings, so that it may still be had. */
  has(task: ImportTask, settings: ImportSettings): boolean {
    return this.homes.get(task.key)?.seen.get(task.key) === settings;
  }

  /** The file is done with. */
  leave(task: ImportTask): void {
    this.homes.get(task.key)?.seen.delete(task.key);
    this.homes.delete(task.key);
  }

  /** Those whose workers run. */
  running(): Reader[] {
    return this.readers.filter((reader) => reader.isRunning);
  }

  /** Ends all workers and what they read. */
  stop(): void {
    for (const reader of this.readers) reader.stop();
  }

  private hand(wanted: readonly Wanted[]): void {
    for (const { home, lot } of this.lotsOf(wanted)) {
      const bytes = lot.reduce((sum, { task }) => sum + task.size, 0);
      const reader = home ?? this.leastBusy();
      for (const { task } of lot) this.homes.set(task.key, reader);
      reader.load += bytes;
      void this.readLot(reader, lot).finally(() => {
        reader.load -= bytes;
      });
    }
  }

  /** Files that follow each other and are read by the same worker, as long as they are small. */
  private lotsOf(wanted: readonly Wanted[]): { home: Reader | null; lot: Wanted[] }[] {
    const lots: { home: Reader | null; lot: Wanted[]; bytes: number }[] = [];
    for (const one of wanted) {
      const { key, size, entry } = one.task;
      const home = this.homes.get(entry?.container.key ?? key) ?? null;
      const last = lots.at(-1);
      const fits =
        last?.home === home && last.lot.length < LOT_FILES && last.bytes + size <= LOT_BYTES;
      if (last && fits) {
        last.lot.push(one);
        last.bytes += size;
      } else lots.push({ home, lot: [one], bytes: size });
    }
    return lots;
  }

  private leastBusy(): Reader {
    let best = this.readers[0];
    for (const reader of this.readers) if (reader.load < (best?.load ?? 0)) best = reader;
    if (best?.load === 0 || (best && this.readers.length >= this.most)) return best;
    const reader = this.newReader();
    this.readers.push(reader);
    return reader;
  }

  /** Reads files together. Never rejects: each hears of itself. */
  private async readLot(reader: Reader, lot: readonly Wanted[], isFirst = true): Promise<void> {
    const given = await this.inputsOf(reader, lot, isFirst);
    if (given.length === 0) return;
    const inputs = given.map(({ input }) => input);
    const buffers = inputs.flatMap(({ bytes }) => (bytes === null ? [] : [bytes.buffer]));
    const whole = Math.max(...given.map(({ one }) => this.timeLimit(one.task.size)));
    const limit = given.length === 1 ? whole : Math.min(whole, LOT_LIMIT);
    let outcome: Outcome<PrepareResult[]>;
    try {
      outcome = await reader.read(limit, ({ service }) => {
        for (const { one } of given) reader.seen.set(one.task.key, one.settings);
        return service.prepare(transfer(inputs, buffers));
      });
    } catch (error) {
      for (const { one } of given) one.reject(error);
      return;
    }
    if (outcome.kind === 'late' && given.length > 1) {
      // One of them is to blame; which one, they show when each is alone.
      for (const { one } of given) await this.readLot(reader, [one], isFirst);
      return;
    }
    for (const [index, { one }] of given.entries()) {
      const { path } = one.task;
      if (outcome.kind === 'late') one.reject(new ZhaijiError('file-timeout', path));
      else if (outcome.kind === 'stopped') one.reject(new ZhaijiError('cancelled', path));
      else await this.take(reader, one, outcome.value[index], isFirst);
    }
  }

  private async take(
    reader: Reader,
    one: Wanted,
    result: PrepareResult | undefined,
    isFirst: boolean,
  ): Promise<void> {
    if (result !== undefined && result.kind !== 'gone') return one.resolve(result);
    if (!isFirst) return one.reject(new ZhaijiError('file-changed', one.task.path));
    const { entry } = one.task;
    try {
      if (entry !== null) {
        const container = { ...one, task: entry.container, settings: {} };
        await new Promise<ReadFile>((resolve, reject) => {
          void this.readLot(reader, [{ ...container, resolve, reject }]);
        });
      }
    } catch (error) {
      return one.reject(error);
    }
    await this.readLot(reader, [one], false);
  }

  /** What the worker is given of each file; one whose bytes cannot be had hears of it. */
  private async inputsOf(reader: Reader, lot: readonly Wanted[], isFirst: boolean) {
    const inputs = await Promise.all(
      lot.map(async (one) => {
        const { task, settings } = one;
        const { key, name, again, source } = task;
        const entry = task.entry && {
          container: task.entry.container.key,
          index: task.entry.index,
        };
        // What the worker still has of it is enough.
        const isThere = entry !== null || (isFirst && reader.seen.has(key));
        const flags = { again, unnamed: source.unnamed };
        try {
          const bytes = isThere ? null : await source.read();
          const input: PrepareInput = { key, name, entry, bytes, settings, ...flags };
          return { one, input };
        } catch (error) {
          one.reject(error);
          return null;
        }
      }),
    );
    return inputs.filter((input) => input !== null);
  }
}
