import { foldInto } from '../fold';
import { SENTINEL } from './dictionary';
import { finishSegment } from './finish';
import { encodeIds } from './header';
import { writeParagraphs } from './paragraphs';
import { DEFAULT_PAGE_BYTES, type Segment, type SegmentDocument, TEXT_FIELDS } from './segment';
import { postingsOf } from './sort-pairs';
import { ByteSink } from './varint';

export interface SegmentOptions {
  pageBytes?: number;
}

/**
 * A segment of documents, which get their ordinals in the order given. Takes about 12 bytes of working
 * memory for each UTF-16 code unit of the texts.
 */
export function buildSegment(
  documents: readonly SegmentDocument[],
  options: SegmentOptions = {},
): Segment {
  const starts = new Uint32Array(documents.length + 1);
  const paragraphsAt = new Uint32Array(documents.length + 1);
  const paragraphs = new ByteSink(documents.length * 16);
  documents.forEach((document, ordinal) => {
    starts[ordinal + 1] = (starts[ordinal] as number) + document.text.length + 1;
    if (document.paragraphs) writeParagraphs(paragraphs, document.paragraphs);
    paragraphsAt[ordinal + 1] = paragraphs.length;
  });
  const units = new Uint16Array(starts[documents.length] as number);
  documents.forEach((document, ordinal) => {
    const end = foldInto(document.text, units, starts[ordinal] as number);
    units[end] = SENTINEL;
  });
  const postings = postingsOf(units);
  return finishSegment(
    {
      count: documents.length,
      fields: Uint8Array.from(documents, ({ field }) => TEXT_FIELDS.indexOf(field)),
      starts,
      paragraphsAt,
      paragraphs: paragraphs.bytes.subarray(0, paragraphs.length),
      ids: encodeIds(documents.map(({ id }) => id)),
    },
    postings,
    options.pageBytes ?? DEFAULT_PAGE_BYTES,
  );
}
