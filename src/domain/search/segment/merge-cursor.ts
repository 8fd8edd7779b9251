import { documentAt } from './locate';
import { DROPPED, type MergeSource, type Shift } from './merge';
import { PageReader } from './pages';
import { type ByteSink, writeVarint } from './varint';

/** Goes through the pairs of a segment that is merged. */
export class MergeCursor {
  /** The pair it is at, first unit times 2¹⁶ and second; infinite after the last. */
  pair = Number.POSITIVE_INFINITY;
  readonly pairs: number;
  readonly bytes: Uint8Array;
  private readonly source: MergeSource;
  private readonly shift: Shift;
  private row = 0;
  private key = -1;

  constructor(source: MergeSource, shift: Shift) {
    this.source = source;
    this.shift = shift;
    this.pairs = source.header.dictionary.seconds.length;
    this.bytes = allPostings(source);
    this.advance();
  }

  advance(): void {
    const { firsts, firstAt, seconds } = this.source.header.dictionary;
    this.key += 1;
    if (this.key >= seconds.length) {
      this.pair = Number.POSITIVE_INFINITY;
      return;
    }
    if (this.key >= (firstAt[this.row + 1] as number)) this.row += 1;
    this.pair = (firsts[this.row] as number) * 0x10000 + (seconds[this.key] as number);
  }

  /**
   * Adds the pair's living positions to a list.
   *
   * @param last position that was added to the list before; 0 at its beginning
   * @returns the last one now
   */
  copy(sink: ByteSink, last: number): number {
    const { bytes } = this;
    const { dictionary, documents } = this.source.header;
    const { byDocument, first } = this.shift;
    const end = dictionary.ends[this.key + 1] as number;
    let at = dictionary.ends[this.key] as number;
    // A distance is never longer than before, but for the first (which may grow to five bytes) and
    // those over documents that are left out (which are shorter than what is left out with them).
    sink.reserve(end - at + 5);
    let { length } = sink;
    let before = last;
    let position = 0;
    let document = 0;
    let next = 0;
    let added = first;
    while (at < end) {
      let byte = bytes[at++] as number;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number;
        distance |= (byte & 0x7f) << shift;
      }
      position += distance;
      if (byDocument !== null) {
        if (position >= next) {
          document = documentAt(documents.starts, position, document, documents.count);
          next = documents.starts[document + 1] as number;
          added = byDocument[document] as number;
        }
        if (added === DROPPED) continue;
      }
      length = writeVarint(sink.bytes, length, position + added - before);
      before = position + added;
    }
    sink.length = length;
    return before;
  }
}

/** All postings in one piece, checked. */
function allPostings({ header, pages }: MergeSource): Uint8Array {
  if (header.postingsBytes === 0) return new Uint8Array();
  const reader = new PageReader(header, (page) => pages[page]);
  const read = reader.read([{ start: 0, end: header.postingsBytes }]);
  if (read instanceof Promise) throw new Error('pages in memory are read at once');
  const [all] = read;
  return all ? all.bytes.subarray(all.start, all.end) : new Uint8Array();
}
