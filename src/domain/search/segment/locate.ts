import type { SegmentHeader } from './header';
import type { FindOptions, SegmentHits } from './reader';
import { TEXT_FIELDS } from './segment';

/** In which documents ascending positions lie, and where in them; only those that are wanted. */
export function locate(
  header: SegmentHeader,
  positions: Uint32Array,
  { field, wanted, names }: FindOptions,
): SegmentHits {
  const { starts, fields, count: documentCount } = header.documents;
  const fieldCode = field === undefined ? -1 : TEXT_FIELDS.indexOf(field);
  const documents = new Uint32Array(positions.length);
  const offsets = new Uint32Array(positions.length);
  let count = 0;
  let document = 0;
  let from = 0;
  let next = 0;
  let name = 0;
  let isWanted = false;
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as number;
    if (position >= next) {
      document = documentAt(starts, position, document, documentCount);
      from = starts[document] as number;
      next = starts[document + 1] as number;
      name = names === undefined ? document : (names[document] as number);
      isWanted =
        (fieldCode === -1 || fields[document] === fieldCode) &&
        (wanted === undefined || wanted[document] !== 0);
    }
    if (!isWanted) continue;
    documents[count] = name;
    offsets[count] = position - from;
    count += 1;
  }
  return count === positions.length
    ? { documents, starts: offsets }
    : { documents: documents.slice(0, count), starts: offsets.slice(0, count) };
}

/** The document that a position lies in, looked for in growing steps from `from` on. */
function documentAt(starts: Uint32Array, position: number, from: number, count: number): number {
  let low = from;
  let step = 1;
  while (low + step < count && (starts[low + step] as number) <= position) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, count);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= position) low = middle;
    else high = middle;
  }
  return low;
}
