/** The search index: immutable segments of folded texts that answer where literals stand. Pure. */
export { buildSegment, type SegmentOptions } from './build';
export {
  fieldOf,
  lengthOf,
  paragraphsOf,
  readHeader,
  readIds,
  type SegmentHeader,
  unitsIn,
} from './header';
export { type MergeSource, mergeSegments, mergeSteps } from './merge';
export { type FindOptions, type PageSource, type SegmentHits, SegmentReader } from './reader';
export {
  type IndexedParagraph,
  type Segment,
  type SegmentDocument,
  SegmentError,
} from './segment';
export { keepWritten } from './written';
