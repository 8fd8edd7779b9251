import type { OwnerCounts } from '../source';
import type { SegmentHeader } from './header';
import { documentAt } from './locate';
import type { FindOptions } from './reader';
import { TEXT_FIELDS } from './segment';

/**
 * How many of ascending positions lie in each document that is wanted, by field as `TEXT_FIELDS` has them.
 * @param length of every place; one that overlaps the one before it in its document does not count
 */
export function countIn(
  header: SegmentHeader,
  positions: Uint32Array,
  length: number,
  { wanted, names }: Pick<FindOptions, 'wanted' | 'names'>,
): OwnerCounts[] {
  const { starts, fields, count: documentCount } = header.documents;
  const most = Math.min(positions.length, documentCount);
  const lists = TEXT_FIELDS.map((_, field) => {
    const room = fields.includes(field) ? most : 0;
    return { owners: new Uint32Array(room), counts: new Uint32Array(room), size: 0 };
  });
  let document = 0;
  for (let at = 0; at < positions.length; ) {
    document = documentAt(starts, positions[at] as number, document, documentCount);
    const next = starts[document + 1] as number;
    let count = 0;
    let free = 0;
    for (; at < positions.length; at += 1) {
      const position = positions[at] as number;
      if (position >= next) break;
      if (position < free) continue;
      count += 1;
      free = position + length;
    }
    if (wanted !== undefined && wanted[document] === 0) continue;
    const list = lists[fields[document] as number];
    if (list === undefined) continue;
    list.owners[list.size] = names === undefined ? document : (names[document] as number);
    list.counts[list.size] = count;
    list.size += 1;
  }
  return lists.map(({ owners, counts, size }) => ({
    owners: owners.subarray(0, size),
    counts: counts.subarray(0, size),
  }));
}
