import type { CountSink } from '../source';
import { blocksOf, documentOf } from './document-map';
import type { SegmentHeader } from './header';
import type { FindOptions } from './locate';

/**
 * Adds how many of ascending positions lie in each document that is wanted.
 * @param length of every place; one that overlaps the one before it in its document does not count
 */
export function countIn(
  header: SegmentHeader,
  positions: Uint32Array,
  length: number,
  { wanted, names }: Pick<FindOptions, 'wanted' | 'names'>,
  into: CountSink,
): void {
  const { starts, fields } = header.documents;
  const blocks = blocksOf(starts);
  for (let at = 0; at < positions.length; ) {
    const document = documentOf(starts, blocks, positions[at] as number);
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
    const owner = names === undefined ? document : (names[document] as number);
    into.add(fields[document] as number, owner, count);
  }
}
