import { checksum } from '../checksum';
import type { ByteRange } from './dictionary';
import type { SegmentHeader } from './header';
import { SegmentError } from './segment';

type PageBytes = Uint8Array | undefined;
/** Gives a page of postings at once when it is in memory; `undefined` when there is none. */
export type PageSource = (page: number) => PageBytes | Promise<PageBytes>;

/**
 * Reads `[start, end)` of the postings at once into an array of that length, where that can be done; then they
 * are what was written.
 * @returns whether it was done
 */
export type RangeSource = (start: number, end: number, into: Uint8Array) => boolean;

/** Bytes `[start, end)` of a buffer. */
export interface Bytes extends ByteRange {
  bytes: Uint8Array;
}

/**
 * Reads ranges of a segment's postings, by themselves or from its pages, each of which is checked when first
 * seen.
 */
export class PageReader {
  private readonly header: SegmentHeader;
  private readonly source: PageSource;
  private readonly range: RangeSource | null;
  private readonly checked = new WeakSet<Uint8Array>();

  constructor(header: SegmentHeader, source: PageSource, range: RangeSource | null = null) {
    this.header = header;
    this.source = source;
    this.range = range;
  }

  /**
   * The bytes of ranges that are not empty; at once when they can be read so, or all of their pages are in
   * memory. What comes at once is to be used at once: the next read may be written over it.
   * @throws SegmentError (or rejects) when a page is not what was written
   */
  read(ranges: readonly ByteRange[]): Bytes[] | Promise<Bytes[]> {
    return this.readAtOnce(ranges) ?? this.readPages(ranges);
  }

  private readAtOnce(ranges: readonly ByteRange[]): Bytes[] | null {
    const { range } = this;
    if (range === null) return null;
    const size = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    if (scratch.length < size) scratch = new Uint8Array(size);
    const found: Bytes[] = [];
    let to = 0;
    for (const { start, end } of ranges) {
      const from = to;
      to += end - start;
      if (!range(start, end, scratch.subarray(from, to))) return null;
      found.push({ bytes: scratch, start: from, end: to });
    }
    return found;
  }

  private readPages(ranges: readonly ByteRange[]): Bytes[] | Promise<Bytes[]> {
    const { pageBytes } = this.header;
    const pages = new Map<number, Uint8Array>();
    const awaited: Promise<void>[] = [];
    const take = (page: number, bytes: PageBytes) => {
      pages.set(page, this.verified(page, bytes));
    };
    const asked = new Set<number>();
    for (const { start, end } of ranges) {
      const last = Math.floor((end - 1) / pageBytes);
      for (let page = Math.floor(start / pageBytes); page <= last; page += 1) {
        if (asked.has(page)) continue;
        asked.add(page);
        const bytes = this.source(page);
        if (bytes instanceof Promise) awaited.push(bytes.then((later) => take(page, later)));
        else take(page, bytes);
      }
    }
    const cut = () => ranges.map((range) => this.cut(range, pages));
    return awaited.length === 0 ? cut() : Promise.all(awaited).then(cut);
  }

  /** A range inside one page is a view of it, a longer one is put together. */
  private cut({ start, end }: ByteRange, pages: ReadonlyMap<number, Uint8Array>): Bytes {
    const { pageBytes } = this.header;
    const first = Math.floor(start / pageBytes);
    const last = Math.floor((end - 1) / pageBytes);
    const from = first * pageBytes;
    if (first === last)
      return { bytes: pages.get(first) as Uint8Array, start: start - from, end: end - from };
    const bytes = new Uint8Array(end - start);
    for (let page = first; page <= last; page += 1) {
      const skipped = page === first ? start - from : 0;
      const part = (pages.get(page) as Uint8Array).subarray(skipped, end - page * pageBytes);
      bytes.set(part, page * pageBytes + skipped - start);
    }
    return { bytes, start: 0, end: bytes.length };
  }

  private verified(page: number, bytes: PageBytes): Uint8Array {
    if (bytes !== undefined && this.checked.has(bytes)) return bytes;
    const { pageBytes, postingsBytes, pageChecks } = this.header;
    if (bytes?.length !== Math.min(pageBytes, postingsBytes - page * pageBytes))
      throw new SegmentError('damaged', `page ${page} is missing or cut off`);
    if (checksum(bytes) !== pageChecks[page])
      throw new SegmentError('damaged', `page ${page} does not match its check`);
    this.checked.add(bytes);
    return bytes;
  }
}

/** Kept, because making it takes longer than filling it. */
let scratch = new Uint8Array();
