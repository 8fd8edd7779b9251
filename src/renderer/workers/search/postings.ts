import { type SegmentHeader, SegmentReader } from '@domain/search/segment';
import { type PagedSegment, PageFiles } from '@renderer/data/page-files';
import { readPages, readPagesOf } from '@renderer/data/search-index';
import type { HeldSegment } from './held-index';
import { PageCache } from './page-cache';

/** Bytes of postings that are held when they are read as they are needed. */
const PAGES_HELD = 12 * 1024 * 1024;
/** Milliseconds for which files are looked through at a time, and between. */
const CHECK = 2;
const CHECK_PAUSE = 20;

/** Where the postings of the index come from: memory, or of a very large archive files and rows. */
export class Postings {
  /** Called when a file has to be written anew. */
  onDamaged: () => void = () => undefined;
  /** Whether postings are read as they are needed. */
  private isPaged = false;
  private readonly files = new PageFiles();
  private readonly pages = new PageCache(readPagesOf, Number.POSITIVE_INFINITY);
  private readonly warmed = new Set<string>();
  private segments: PagedSegment[] = [];
  private following: Promise<PagedSegment[] | null> = Promise.resolve(null);
  private checking: ReturnType<typeof setTimeout> | undefined;

  /** @param allInMemory from so many UTF-16 code units on postings are read as they are needed */
  constructor(private readonly allInMemory: number) {
    this.files.onDamaged = () => this.onDamaged();
  }

  readerOf(id: string, header: SegmentHeader): SegmentReader {
    return new SegmentReader(
      header,
      (page) => this.pages.get(id, page),
      (start, end, into) => this.files.read(id, start, end, into),
    );
  }

  /**
   * Follows the segments that there are. Reads their postings before they are asked for, unless there are too
   * many.
   */
  async hold(segments: readonly HeldSegment[]): Promise<void> {
    this.pages.keepOnly(new Set(segments.map(({ id }) => id)));
    const units = segments.reduce((sum, segment) => sum + segment.units, 0);
    const isPaged = units > this.allInMemory;
    const wasPaged = this.isPaged;
    this.isPaged = isPaged;
    this.segments = segments.map(({ id, reader }) => ({
      ...{ id, bytes: reader.header.postingsBytes, checks: reader.header.pageChecks },
      isWanted: isPaged,
    }));
    // Where none is wanted they are looked for when it is quiet: those of a larger archive go.
    if (isPaged || wasPaged) void this.followFiles();
    this.pages.limit(isPaged ? PAGES_HELD : Number.POSITIVE_INFINITY);
    if (isPaged) return;
    for (const { id } of segments) {
      if (this.warmed.has(id)) continue;
      this.warmed.add(id);
      for (const [page, bytes] of (await readPages(id)).entries()) this.pages.put(id, page, bytes);
    }
  }

  /** Until the files are open that there are. */
  async opened(): Promise<void> {
    if (this.isPaged) await this.following;
  }

  /**
   * Opens the files that there are of the pages that are not all held in memory.
   * @returns all segments when the files are not as they should be; otherwise `null`
   */
  followFiles(): Promise<PagedSegment[] | null> {
    const { segments } = this;
    this.following = this.following.then(async () => {
      // Where the browser has no such files the rows are read.
      const isOther = await this.files.follow(segments).catch(() => false);
      this.checking ??= setTimeout(() => this.checkFiles(), CHECK_PAUSE);
      return isOther ? segments : null;
    });
    return this.following;
  }

  /** Looks through the files a little at a time, so that hardly a search has to look at whole pages. */
  private checkFiles(): void {
    const hasMore = this.files.check(CHECK);
    this.checking = hasMore ? setTimeout(() => this.checkFiles(), CHECK_PAUSE) : undefined;
  }
}
