import { firstFrom } from '../first-from';
import type { CountSink } from '../source';
import { type DocumentCounts, readCounts } from './document-counts';
import { blocksOf, documentOf } from './document-map';
import type { SegmentHeader } from './header';
import type { FindOptions } from './locate';
import type { Bytes } from './pages';

/** Adjoining lists that share no position; none of them is put together. */
export interface Lists {
  bytes: Bytes;
  /** Where the lists begin and the last one ends, from any origin. */
  ends: Uint32Array;
}

type Asked = Pick<FindOptions, 'wanted' | 'names'>;

/**
 * Adds how many positions of lists lie in each document that is wanted. One pass over the bytes; the positions
 * themselves are kept nowhere.
 */
export function tally(header: SegmentHeader, lists: Lists, asked: Asked, into: CountSink): void {
  const { count: all } = header.documents;
  if (sums.length < all) {
    sums = new Uint32Array(all);
    found = { documents: new Uint32Array(all), counts: new Uint32Array(all), size: 0 };
  }
  addUp(header, lists, sums);
  const { documents, counts } = found;
  let size = 0;
  for (let document = 0; document < all; document += 1) {
    const count = sums[document] as number;
    if (count === 0) continue;
    sums[document] = 0;
    documents[size] = document;
    counts[size] = count;
    size += 1;
  }
  found.size = size;
  addAll(header, found, asked, into);
}

/** Kept, because making them takes longer than using them; the sums are zeros between uses. */
let sums = new Uint32Array();
let found: DocumentCounts = { documents: new Uint32Array(), counts: new Uint32Array(), size: 0 };

/** The same from a list of counts. */
export function tallyCounted(
  header: SegmentHeader,
  list: Bytes,
  asked: Asked,
  into: CountSink,
): void {
  addAll(header, readCounts(list), asked, into);
}

function addAll(
  header: SegmentHeader,
  { documents, counts, size }: DocumentCounts,
  { wanted, names }: Asked,
  into: CountSink,
): void {
  const { fields } = header.documents;
  for (let at = 0; at < size; at += 1) {
    const document = documents[at] as number;
    if (wanted !== undefined && wanted[document] === 0) continue;
    const owner = names === undefined ? document : (names[document] as number);
    into.add(fields[document] as number, owner, counts[at] as number);
  }
}

function addUp(header: SegmentHeader, { bytes: all, ends }: Lists, counts: Uint32Array): void {
  const { starts } = header.documents;
  const blocks = blocksOf(starts);
  const { bytes } = all;
  const origin = all.start - (ends[0] as number);
  for (let list = 1; list < ends.length; list += 1) {
    const end = (ends[list] as number) + origin;
    let at = (ends[list - 1] as number) + origin;
    let position = 0;
    while (at < end) {
      // Written out, and without a look whether the document is the one before: what cannot be foreseen
      // takes longer than what is done.
      let byte = bytes[at++] as number;
      let distance = byte;
      if (byte > 0x7f) {
        byte = bytes[at++] as number;
        distance = (distance & 0x7f) | ((byte & 0x7f) << 7);
        for (let shift = 14; byte > 0x7f; shift += 7) {
          byte = bytes[at++] as number;
          distance |= (byte & 0x7f) << shift;
        }
      }
      position = (position + distance) | 0;
      const document = documentOf(starts, blocks, position);
      counts[document] = (counts[document] as number) + 1;
    }
  }
}

/** The positions of lists that lie in some documents, which are ascending; in one ascending order. */
export function positionsIn(
  header: SegmentHeader,
  { bytes: all, ends }: Lists,
  documents: readonly number[],
): Uint32Array {
  const { starts } = header.documents;
  const from = Uint32Array.from(documents, (document) => starts[document] as number);
  const to = Uint32Array.from(documents, (document) => starts[document + 1] as number);
  const { bytes } = all;
  const origin = all.start - (ends[0] as number);
  const found: number[] = [];
  for (let list = 1; list < ends.length; list += 1) {
    const end = (ends[list] as number) + origin;
    let at = (ends[list - 1] as number) + origin;
    let position = 0;
    let range = 0;
    while (at < end && range < to.length) {
      let byte = bytes[at++] as number;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number;
        distance |= (byte & 0x7f) << shift;
      }
      position += distance;
      if (position < (from[range] as number)) continue;
      if (position >= (to[range] as number)) range = firstFrom(to, position + 1, range);
      if (position >= (from[range] ?? Number.POSITIVE_INFINITY)) found.push(position);
    }
  }
  const positions = Uint32Array.from(found);
  return ends.length > 2 ? positions.sort() : positions;
}
