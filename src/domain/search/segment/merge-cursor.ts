import { COUNTED } from './dictionary';
import { DROPPED, type MergeSource, type Shift } from './merge';
import { PageReader } from './pages';
import { type ByteSink, writeVarint } from './varint';

/** Positions in a block: about as many as a text is long. */
const BLOCK_BITS = 8;

/** Goes through the pairs of a segment that is merged. */
export class MergeCursor {
  /** The pair it is at, first unit times 2¹⁶ and second; infinite after the last. */
  pair = Number.POSITIVE_INFINITY;
  readonly bytes: Uint8Array;
  private readonly source: MergeSource;
  private readonly shift: Shift;
  /** For each block of positions the document that its first lies in. */
  private readonly firsts: Uint32Array;
  private row = 0;
  private key = -1;

  constructor(source: MergeSource, shift: Shift) {
    this.source = source;
    this.shift = shift;
    this.bytes = allPostings(source);
    this.firsts = shift.byDocument === null ? new Uint32Array() : documentsOfBlocks(source);
    this.advance();
  }

  advance(): void {
    const { firsts, firstAt, seconds } = this.source.header.dictionary;
    this.key += 1;
    if (this.key >= (firstAt[this.row + 1] as number)) this.row += 1;
    // What is frequent is found out anew.
    if (this.key >= seconds.length || firsts[this.row] === COUNTED) {
      this.pair = Number.POSITIVE_INFINITY;
      return;
    }
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
    const { starts } = documents;
    const { firsts } = this;
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
          const near = firsts[position >>> BLOCK_BITS] as number;
          if (near > document) document = near;
          while ((starts[document + 1] as number) <= position) document += 1;
          next = starts[document + 1] as number;
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

function documentsOfBlocks({ header }: MergeSource): Uint32Array {
  const { starts, count } = header.documents;
  const firsts = new Uint32Array(((starts[count] as number) >>> BLOCK_BITS) + 1);
  let document = 0;
  for (let block = 0; block < firsts.length; block += 1) {
    const position = block << BLOCK_BITS;
    while (document + 1 < count && (starts[document + 1] as number) <= position) document += 1;
    firsts[block] = document;
  }
  return firsts;
}
