import { firstFrom } from '../first-from';
import type { OwnerCounts } from '../source';
import type { SegmentHeader } from './header';
import { documentAt } from './locate';
import type { Bytes } from './pages';
import type { FindOptions } from './reader';
import { TEXT_FIELDS } from './segment';

/** Adjoining lists that share no position; none of them is put together. */
export interface Lists {
  bytes: Bytes;
  /** Where the lists begin and the last one ends, from any origin. */
  ends: Uint32Array;
}

/**
 * How many positions of lists lie in each document that is wanted, by field as `TEXT_FIELDS` has them. One
 * pass over the bytes; the positions themselves are kept nowhere.
 */
export function tally(
  header: SegmentHeader,
  lists: Lists,
  { wanted, names }: Pick<FindOptions, 'wanted' | 'names'>,
): OwnerCounts[] {
  const { fields, count: documents } = header.documents;
  if (scratch.length < documents) scratch = new Uint32Array(documents);
  const counts = scratch;
  addUp(header, lists, counts);
  const sizes = TEXT_FIELDS.map(() => 0);
  for (let document = 0; document < documents; document += 1) {
    if (counts[document] === 0) continue;
    if (wanted !== undefined && wanted[document] === 0) counts[document] = 0;
    else (sizes[fields[document] as number] as number) += 1;
  }
  const found = sizes.map((size) => ({
    owners: new Uint32Array(size),
    counts: new Uint32Array(size),
  }));
  sizes.fill(0);
  for (let document = 0; document < documents; document += 1) {
    const count = counts[document] as number;
    if (count === 0) continue;
    counts[document] = 0;
    const field = fields[document] as number;
    const at = sizes[field] as number;
    sizes[field] = at + 1;
    const list = found[field] as OwnerCounts;
    list.owners[at] = names === undefined ? document : (names[document] as number);
    list.counts[at] = count;
  }
  return found;
}

/** Kept, because making it takes longer than using it; zeros between uses. */
let scratch = new Uint32Array();

function addUp(header: SegmentHeader, { bytes: all, ends }: Lists, counts: Uint32Array): void {
  const { starts, count: documents } = header.documents;
  const { bytes } = all;
  const origin = all.start - (ends[0] as number);
  for (let list = 1; list < ends.length; list += 1) {
    const end = (ends[list] as number) + origin;
    let at = (ends[list - 1] as number) + origin;
    let position = 0;
    let document = 0;
    let next = starts[1] as number;
    let count = 0;
    while (at < end) {
      let byte = bytes[at++] as number;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number;
        distance |= (byte & 0x7f) << shift;
      }
      position += distance;
      if (position >= next) {
        (counts[document] as number) += count;
        count = 0;
        document = documentAt(starts, position, document, documents);
        next = starts[document + 1] as number;
      }
      count += 1;
    }
    (counts[document] as number) += count;
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
