interface Waiting<T> {
  item: T;
  bytes: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** When so many items wait, or so many bytes of them, they are written. */
const FULL_ITEMS = 100;
const FULL_BYTES = 4 * 1024 * 1024;
/** Milliseconds that an item waits for others while items come one after the other. */
const PATIENCE = 1000;

/**
 * Group commit: items that come close together are written together, since a transaction costs the
 * more the more there were before it. The first of them does not wait; the last ones need not
 * either when they are hurried.
 */
export class GroupCommit<T> {
  private waiting: Waiting<T>[] = [];
  private bytes = 0;
  private isWriting = false;
  private isHurried = false;
  /** When the last writing ended, in milliseconds of `performance.now`. */
  private lastWritten = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param write all of these items or none of them */
  constructor(private readonly write: (items: readonly T[]) => Promise<void>) {}

  /** Resolves when the item is written; rejects when it could not be, whatever came with it. */
  add(item: T, bytes: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, bytes, resolve, reject });
      this.bytes += bytes;
      const isBusy = performance.now() - this.lastWritten < PATIENCE;
      if (!this.isWriting && (this.isFull() || !isBusy)) void this.writeWaiting();
      else if (!this.isWriting) this.waitForMore();
    });
  }

  /** What waits is written now: no other item is expected. */
  hurry(): void {
    if (this.isWriting) this.isHurried = true;
    else if (this.waiting.length > 0) void this.writeWaiting();
  }

  private isFull(): boolean {
    return this.waiting.length >= FULL_ITEMS || this.bytes >= FULL_BYTES;
  }

  private waitForMore(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.hurry();
    }, PATIENCE);
  }

  private async writeWaiting(): Promise<void> {
    this.isWriting = true;
    do {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.isHurried = false;
      const group = this.waiting;
      this.waiting = [];
      this.bytes = 0;
      await this.writeGroup(group);
    } while (this.waiting.length > 0 && (this.isHurried || this.isFull()));
    this.isWriting = false;
    this.lastWritten = performance.now();
    if (this.waiting.length > 0) this.waitForMore();
  }

  private async writeGroup(group: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.write(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      // One of them cannot be written; the others shall not suffer for it.
      else for (const one of group) await this.write([one.item]).then(one.resolve, one.reject);
    }
  }
}
