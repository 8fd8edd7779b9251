type Reading = Promise<Uint8Array | undefined>;

/**
 * Pages of postings in memory, those asked for last; at most so many bytes of them. A page that is
 * being read is asked for once.
 */
export class PageCache {
  /** In the order in which they were asked for last. */
  private readonly pages = new Map<string, Uint8Array>();
  private readonly underWay = new Map<string, Reading>();
  private bytes = 0;

  constructor(
    private readonly read: (segmentId: string, page: number) => Promise<Uint8Array | null>,
    /** Bytes; `Infinity` keeps all. */
    private budget: number,
  ) {}

  get(segmentId: string, page: number): Uint8Array | Reading {
    const key = `${segmentId}/${page}`;
    const known = this.pages.get(key);
    if (known === undefined) return this.fetch(key, segmentId, page);
    this.pages.delete(key);
    this.pages.set(key, known);
    return known;
  }

  put(segmentId: string, page: number, bytes: Uint8Array): void {
    this.keep(`${segmentId}/${page}`, bytes);
  }

  /** Forgets the pages of segments that are no more. */
  keepOnly(segmentIds: ReadonlySet<string>): void {
    for (const [key, { byteLength }] of this.pages) {
      if (segmentIds.has(key.slice(0, key.indexOf('/')))) continue;
      this.pages.delete(key);
      this.bytes -= byteLength;
    }
  }

  limit(budget: number): void {
    this.budget = budget;
    this.shrink();
  }

  private fetch(key: string, segmentId: string, page: number): Reading {
    const before = this.underWay.get(key);
    if (before !== undefined) return before;
    const reading = this.read(segmentId, page)
      .then((bytes) => {
        if (bytes === null) return undefined;
        this.keep(key, bytes);
        return bytes;
      })
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, reading);
    return reading;
  }

  private keep(key: string, bytes: Uint8Array): void {
    const before = this.pages.get(key);
    if (before !== undefined) this.bytes -= before.byteLength;
    this.pages.delete(key);
    this.pages.set(key, bytes);
    this.bytes += bytes.byteLength;
    this.shrink();
  }

  private shrink(): void {
    for (const [key, { byteLength }] of this.pages) {
      if (this.bytes <= this.budget) return;
      this.pages.delete(key);
      this.bytes -= byteLength;
    }
  }
}
