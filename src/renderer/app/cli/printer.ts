/** So many results go together: one may be a whole article. */
const MOST = 200;

/**
 * Prints results one after the other. What comes while the ones before are on their way goes
 * together: the way to the main process costs the same for one as for many.
 */
export class Printer {
  private waiting: unknown[] = [];
  private writing: Promise<void> | null = null;

  /** @param send takes a list, written as JSON */
  constructor(private readonly send: (json: string) => Promise<void>) {}

  print(result: unknown): void {
    this.waiting.push(result);
    this.writing ??= this.write();
  }

  /** Resolves when all is printed; rejects when something could not be. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.send(JSON.stringify(this.waiting.splice(0, MOST)));
    }
    this.writing = null;
  }
}
