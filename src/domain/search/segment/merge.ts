import type { SegmentOptions } from './build';
import { finishSegment } from './finish';
import { encodeIds, readIds, type SegmentHeader } from './header';
import { MergeCursor } from './merge-cursor';
import { PostingsWriter } from './postings';
import { DEFAULT_PAGE_BYTES, type Segment } from './segment';
import { ByteSink } from './varint';

export interface MergeSource {
  header: SegmentHeader;
  /** All of them. */
  pages: readonly Uint8Array[];
  /** Whether a document, by its ordinal, is left out. */
  isDead: (document: number) => boolean;
}

/**
 * One segment of the living documents of several, in their order, from the postings alone. Takes as
 * much working memory as all postings twice.
 *
 * @throws SegmentError when a page is not what was written
 */
export function mergeSegments(
  sources: readonly MergeSource[],
  options: SegmentOptions = {},
): Segment {
  const table = new TableWriter();
  const cursors = sources.map((source) => new MergeCursor(source, table.add(source)));
  const bytes = cursors.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const writer = new PostingsWriter(Math.ceil(bytes * 1.05));
  for (;;) {
    let least = Number.POSITIVE_INFINITY;
    for (const { pair } of cursors) if (pair < least) least = pair;
    if (least === Number.POSITIVE_INFINITY) break;
    let last = 0;
    for (const cursor of cursors) {
      if (cursor.pair !== least) continue;
      last = cursor.copy(writer.sink, last);
      cursor.advance();
    }
    writer.endPair(Math.floor(least / 0x10000), least % 0x10000);
  }
  const documents = table.finish();
  const postings = writer.finish(documents.starts);
  return finishSegment(documents, postings, options.pageBytes ?? DEFAULT_PAGE_BYTES);
}

/** What happens to the positions of a source's documents. */
export interface Shift {
  /** For each document what is added to its positions; null when all are shifted as the first. */
  byDocument: Float64Array | null;
  first: number;
}

/** In `Shift.byDocument`: the document is left out. */
export const DROPPED = Number.NEGATIVE_INFINITY;

class TableWriter {
  private readonly fields: number[] = [];
  private readonly starts: number[] = [0];
  private readonly paragraphsAt: number[] = [0];
  private readonly paragraphs = new ByteSink(1024);
  private readonly ids: string[] = [];

  add({ header, isDead }: MergeSource): Shift {
    const { documents } = header;
    const ids = readIds(header);
    const shifts = new Float64Array(documents.count);
    const first = this.starts[this.starts.length - 1] as number;
    let isWhole = true;
    for (let document = 0; document < documents.count; document += 1) {
      if (isDead(document)) {
        shifts[document] = DROPPED;
        isWhole = false;
        continue;
      }
      const start = documents.starts[document] as number;
      const here = this.starts[this.starts.length - 1] as number;
      shifts[document] = here - start;
      this.starts.push(here + (documents.starts[document + 1] as number) - start);
      this.fields.push(documents.fields[document] as number);
      this.ids.push(ids[document] as string);
      this.copyParagraphs(documents, document);
    }
    return { byDocument: isWhole ? null : shifts, first };
  }

  private copyParagraphs(from: SegmentHeader['documents'], document: number): void {
    const start = from.paragraphsAt[document] as number;
    const end = from.paragraphsAt[document + 1] as number;
    this.paragraphs.reserve(end - start);
    this.paragraphs.bytes.set(from.paragraphs.subarray(start, end), this.paragraphs.length);
    this.paragraphs.length += end - start;
    this.paragraphsAt.push(this.paragraphs.length);
  }

  finish(): SegmentHeader['documents'] {
    return {
      count: this.fields.length,
      fields: Uint8Array.from(this.fields),
      starts: Uint32Array.from(this.starts),
      paragraphsAt: Uint32Array.from(this.paragraphsAt),
      paragraphs: this.paragraphs.bytes.subarray(0, this.paragraphs.length),
      ids: encodeIds(this.ids),
    };
  }
}
