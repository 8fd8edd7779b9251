import { foldInto } from '../fold';
import { SENTINEL } from './dictionary';
import { finishSegment } from './finish';
import { encodeIds } from './header';
import { writeParagraphs } from './paragraphs';
import { DEFAULT_PAGE_BYTES, type Segment, type SegmentDocument, TEXT_FIELDS } from './segment';
import { postingsOf, type UnitPositions } from './sort-pairs';
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
  const changes = new Changes();
  documents.forEach(({ text }, ordinal) => {
    const start = starts[ordinal] as number;
    const end = foldInto(text, units, start);
    units[end] = SENTINEL;
    changes.addAll(text, units, start, end);
  });
  const postings = postingsOf(units, changes.all(), starts);
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

/** Where folding changes something. */
class Changes {
  private positions = new Uint32Array(1024);
  private units = new Uint16Array(1024);
  private count = 0;

  /** Those of a text that was folded into `units` from `start` to `end`. */
  addAll(text: string, units: Uint16Array, start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const written = text.charCodeAt(at - start);
      if (written !== units[at]) this.add(at, written);
    }
  }

  private add(position: number, written: number): void {
    if (this.count === this.positions.length) this.grow();
    this.positions[this.count] = position;
    this.units[this.count] = written;
    this.count += 1;
  }

  all(): UnitPositions {
    const { count } = this;
    return { positions: this.positions.subarray(0, count), units: this.units.subarray(0, count) };
  }

  private grow(): void {
    const { positions, units } = this;
    this.positions = new Uint32Array(positions.length * 2);
    this.units = new Uint16Array(units.length * 2);
    this.positions.set(positions);
    this.units.set(units);
  }
}
