import { blocksOf, documentOf } from './document-map';
import type { Bytes } from './pages';
import { type ByteSink, writeVarint } from './varint';

/*
 * How often a unit stands in each document, as a list: for each document that has it, ascending, a varint
 * whose low three bits are the count (one less; 7 stands for more than 7), and the rest the documents
 * left out since the one before; then, where there are more than 7, a varint of how many more.
 */

const COUNT_BITS = 3;
const MORE = (1 << COUNT_BITS) - 1;

/** @param starts where each document begins, and where the next after the last would */
export function writeCounts(sink: ByteSink, positions: Uint32Array, starts: Uint32Array): void {
  const blocks = blocksOf(starts);
  let before = -1;
  for (let at = 0; at < positions.length; ) {
    const document = documentOf(starts, blocks, positions[at] as number);
    const next = starts[document + 1] as number;
    const from = at;
    while (at < positions.length && (positions[at] as number) < next) at += 1;
    const count = at - from;
    sink.reserve(10);
    const low = Math.min(count - 1, MORE);
    const head = (document - before - 1) * (MORE + 1) + low;
    sink.length = writeVarint(sink.bytes, sink.length, head);
    if (low === MORE) sink.length = writeVarint(sink.bytes, sink.length, count - 1 - MORE);
    before = document;
  }
}

/** Documents, ascending, and how often something stands in each. */
export interface DocumentCounts {
  documents: Uint32Array;
  counts: Uint32Array;
  size: number;
}

/** What a list says; until the next is read, for the arrays are used again. */
export function readCounts({ bytes, start, end }: Bytes): DocumentCounts {
  if (scratch.documents.length < end - start) {
    scratch = {
      documents: new Uint32Array(end - start),
      counts: new Uint32Array(end - start),
      size: 0,
    };
  }
  const { documents, counts } = scratch;
  let size = 0;
  let at = start;
  let document = -1;
  while (at < end) {
    let byte = bytes[at++] as number;
    let head = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number;
      head |= (byte & 0x7f) << shift;
    }
    document += 1 + (head >>> COUNT_BITS);
    let count = 1 + (head & MORE);
    if (count === MORE + 1) {
      byte = bytes[at++] as number;
      count += byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number;
        count += (byte & 0x7f) << shift;
      }
    }
    documents[size] = document;
    counts[size] = count;
    size += 1;
  }
  scratch.size = size;
  return scratch;
}

let scratch: DocumentCounts = { documents: new Uint32Array(), counts: new Uint32Array(), size: 0 };
