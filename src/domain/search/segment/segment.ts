import type { Paragraph } from '../../model';
import type { TextField } from '../source';

/** A field of a document is stored as its place in this list. */
export const TEXT_FIELDS: readonly TextField[] = ['title', 'text', 'note'];

export type IndexedParagraph = Pick<Paragraph, 'kind' | 'start' | 'end'>;

/** What is indexed: title and text of an article are two documents with the same id. */
export interface SegmentDocument {
  field: TextField;
  /** The article's, for `note` the note's. */
  id: string;
  text: string;
  /** In text order. */
  paragraphs?: readonly IndexedParagraph[];
}

/**
 * An immutable part of the index as it is stored. All postings, one after the other, are cut into
 * pages of equal size (the last is shorter); the header says how long that is and has the check of
 * every page.
 */
export interface Segment {
  header: Uint8Array<ArrayBuffer>;
  pages: Uint8Array<ArrayBuffer>[];
}

/**
 * `damaged`: not what was written. `outdated`: written by another version of the index or with
 * another folding. Either way the segment has to be made again from the texts.
 */
export class SegmentError extends Error {
  readonly code: 'damaged' | 'outdated';

  constructor(code: 'damaged' | 'outdated', what: string) {
    super(`search segment ${code}: ${what}`);
    this.name = 'SegmentError';
    this.code = code;
  }
}

/** Large enough that few are read for a query, small enough that little is read in vain. */
export const DEFAULT_PAGE_BYTES = 128 * 1024;
