import { readHeader } from '../header';
import type { SegmentHits } from '../locate';
import { SegmentReader } from '../reader';
import type { Segment } from '../segment';

/** A segment in memory. */
export function readerOf({ header, pages }: Segment): SegmentReader {
  return new SegmentReader(readHeader(header), (page) => pages[page]);
}

/** Document and start of each place that was answered at once. */
export function placesOf(hits: SegmentHits | Promise<SegmentHits>): [number, number][] {
  if (hits instanceof Promise) throw new Error('not answered at once');
  return Array.from(hits.documents, (document, index) => [document, hits.starts[index] as number]);
}
