type Reading = Promise<Uint8Array | undefined>;

/** Segment and number of a page. */
export type PageKey = [segmentId: string, page: number];

/** A page that is to be read with others. */
interface Wanted {
  key: PageKey;
  resolve(bytes: Uint8Array | undefined): void;
  reject(reason: unknown): void;
}

/**
 * Pages of postings in memory, those asked for last; at most so many bytes of them. A page that is
 * being read is asked for once; what is asked for in one go (by all segments for a word) is read together.
 */
export class PageCache {
  /** In the order in which they were asked for last. */
  private readonly pages = new Map<string, Uint8Array>();
  private readonly underWay = new Map<string, Reading>();
  private bytes = 0;
  private wanted: Wanted[] = [];

  constructor(
    private readonly read: (keys: PageKey[]) => Promise<(Uint8Array | null)[]>,
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
    const reading = this.readSoon([segmentId, page])
      .then((bytes) => {
        if (bytes !== undefined) this.keep(key, bytes);
        return bytes;
      })
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, reading);
    return reading;
  }

  private readSoon(key: PageKey): Reading {
    if (this.wanted.length === 0) queueMicrotask(() => void this.readWanted());
    return new Promise((resolve, reject) => this.wanted.push({ key, resolve, reject }));
  }

  private async readWanted(): Promise<void> {
    const { wanted } = this;
    this.wanted = [];
    try {
      const pages = await this.read(wanted.map(({ key }) => key));
      for (const [index, { resolve }] of wanted.entries()) resolve(pages[index] ?? undefined);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
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
