import type { ImportLine } from './report';

/**
 * So many files, and so many bytes, may be on their way into the database while the next is read:
 * the worker and the database's process then never wait for each other. A larger file goes alone.
 */
const MAX_FILES = 24;
const MAX_BYTES = 8 * 1024 * 1024;

interface Held {
  bytes: number;
  /** Resolves when its line was told. */
  told: Promise<void>;
}

/** Files that are being stored; what came of them is told in the order in which they came. */
export class Storing {
  private readonly held: Held[] = [];

  constructor(private readonly tell: (line: ImportLine) => void) {}

  /**
   * Begins to store a file; resolves when there may be another.
   * @param bytes its size
   * @param alone nothing else is stored beside it
   */
  async add(bytes: number, alone: boolean, store: () => Promise<ImportLine>): Promise<void> {
    await this.roomFor(alone ? MAX_BYTES : bytes);
    const before = this.held.at(-1)?.told;
    this.held.push({ bytes: alone ? MAX_BYTES : bytes, told: this.follow(before, store()) });
  }

  /** Resolves when everything is stored and told. */
  async settled(): Promise<void> {
    await this.held.at(-1)?.told;
  }

  private async follow(before: Promise<void> | undefined, line: Promise<ImportLine>) {
    const stored = await line;
    await before;
    this.tell(stored);
  }

  private async roomFor(bytes: number): Promise<void> {
    for (let first = this.held[0]; first !== undefined; first = this.held[0]) {
      const together = this.held.reduce((sum, each) => sum + each.bytes, bytes);
      if (this.held.length < MAX_FILES && together <= MAX_BYTES) return;
      await first.told;
      this.held.shift();
    }
  }
}
