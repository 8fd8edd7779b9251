import type { NoteDoc } from '@domain/model';

/** Words are stored this long after the last key, in milliseconds … */
const AFTER_LAST_KEY = 150;
/**
 * … and at the latest this long after the first one that is not stored. A crash loses at most the last
 * half second: what is left of that is for the write itself.
 */
const AT_LATEST = 200;
const RETRY_AFTER = [1000, 3000, 10_000, 30_000];

interface Options<T> {
  write: (doc: T) => Promise<unknown>;
  /** Called with what was thrown, and with `null` once a later write went well. */
  onFailure: (error: unknown) => void;
}

/**
 * Writes behind what is typed into one note (or whatever else is written as a whole). Writes follow one another in the order of the typing;
 * what could not be written is kept and tried again.
 */
export class NoteSaver<T = NoteDoc> {
  private readonly options: Options<T>;
  /** Reads the words that are not stored yet; `null` when there are none. */
  private waiting: (() => T) | null = null;
  private running: Promise<void> | null = null;
  private stored: string | null = null;
  private read: (() => T) | null = null;
  private failures = 0;
  private idleTimer: ReturnType<typeof setTimeout> | undefined;
  private latestTimer: ReturnType<typeof setTimeout> | undefined;
  /** Counts every change, so that who waited can tell whether something came in between. */
  changes = 0;

  constructor(options: Options<T>) {
    this.options = options;
  }

  /** Whether there are words that storage does not have yet. */
  get busy(): boolean {
    return this.waiting !== null || this.running !== null;
  }

  /** The words that wait to be stored, for an editor that opens in the meantime. */
  get held(): T | null {
    return this.waiting?.() ?? null;
  }

  /** The words as they were typed last, stored or not; `null` when nothing was typed. */
  get latest(): T | null {
    return this.read?.() ?? null;
  }

  /** Tells what storage has, so that the same words are not written again. */
  loaded(doc: T): void {
    this.stored = JSON.stringify(doc);
    this.read = null;
  }

  /** The words have changed. They are read only when they are written. */
  change(read: () => T): void {
    this.waiting = read;
    this.read = read;
    this.changes += 1;
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(this.flushQuietly, AFTER_LAST_KEY);
    this.latestTimer ??= setTimeout(this.flushQuietly, AT_LATEST);
  }

  /**
   * Stores now what waits, after the write that is going on.
   * @throws what the write threw; the words are kept.
   */
  flush(): Promise<void> {
    this.clearTimers();
    if (this.waiting !== null) this.running ??= this.drain();
    return this.running ?? Promise.resolve();
  }

  /** Waits for the write that is going on, however it ends. */
  async settle(): Promise<void> {
    await this.running?.catch(() => undefined);
  }

  private readonly flushQuietly = (): void => {
    // Who is to know of a failure is told by `onFailure`.
    this.flush().catch(() => undefined);
  };

  private async drain(): Promise<void> {
    // `running` has to be set before this can end.
    await Promise.resolve();
    try {
      while (this.waiting !== null) await this.writeOne(this.waiting);
    } finally {
      this.running = null;
    }
  }

  private async writeOne(read: () => T): Promise<void> {
    this.waiting = null;
    try {
      const doc = read();
      const json = JSON.stringify(doc);
      if (json !== this.stored) await this.options.write(doc);
      this.stored = json;
    } catch (error) {
      this.waiting ??= read;
      // What storage has now is not known.
      this.stored = null;
      this.retryLater();
      this.options.onFailure(error);
      throw error;
    }
    if (this.failures > 0) this.options.onFailure(null);
    this.failures = 0;
  }

  private retryLater(): void {
    const delay = RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length - 1)];
    this.failures += 1;
    this.clearTimers();
    this.latestTimer = setTimeout(this.flushQuietly, delay);
  }

  private clearTimers(): void {
    clearTimeout(this.idleTimer);
    clearTimeout(this.latestTimer);
    this.latestTimer = undefined;
  }
}
