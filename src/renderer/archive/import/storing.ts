import type { ImportLine } from './report';

/**
 * So many files, and so many bytes, may be on their way into the database while the next is read:
 * the worker and the database's process then never wait for each other. A larger file goes alone.
 */
const MAX_FILES = 200;
const MAX_BYTES = 8 * 1024 * 1024;

interface Held {
  bytes: number;
  /** Resolves when its line was told. */
  told: Promise<void>;
  isTold: boolean;
}

/** Files that are being stored; what came of them is told in the order in which they came. */
export class Storing {
  private readonly held: Held[] = [];

  /**
   * @param tell of a file's line, in the order of the files
   * @param hurry no further file comes before one of those that are held is stored
   */
  constructor(
    private readonly tell: (line: ImportLine) => void,
    private readonly hurry: () => void,
  ) {}

  /**
   * Begins to store a file; resolves when there may be another.
   * @param bytes its size
   * @param alone nothing else is stored beside it
   */
  async add(bytes: number, alone: boolean, store: () => Promise<ImportLine>): Promise<void> {
    await this.roomFor(alone ? MAX_BYTES : bytes);
    const before = this.held.at(-1)?.told;
    const held = { bytes: alone ? MAX_BYTES : bytes, told: Promise.resolve(), isTold: false };
    held.told = this.follow(before, store()).then(() => {
      held.isTold = true;
    });
    this.held.push(held);
  }

  /** Resolves when everything is stored and told. */
  async settled(): Promise<void> {
    if (this.held.length > 0) this.hurry();
    await this.held.at(-1)?.told;
  }

  private async follow(before: Promise<void> | undefined, line: Promise<ImportLine>) {
    const stored = await line;
    await before;
    this.tell(stored);
  }

  private async roomFor(bytes: number): Promise<void> {
    for (let first = this.held[0]; first !== undefined; first = this.held[0]) {
      if (!first.isTold) {
        const together = this.held.reduce((sum, each) => sum + each.bytes, bytes);
        if (this.held.length < MAX_FILES && together <= MAX_BYTES) return;
        this.hurry();
        await first.told;
      }
      this.held.shift();
    }
  }
}
