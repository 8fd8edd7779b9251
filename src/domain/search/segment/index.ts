/** The search index: immutable segments of folded texts that answer where literals stand. Pure. */
export { buildSegment } from './build';
export {
  fieldOf,
  lengthOf,
  paragraphsOf,
  readHeader,
  readIds,
  type SegmentHeader,
  unitsIn,
  withoutIds,
} from './header';
export type { SegmentHits } from './locate';
export { mergeSegments } from './merge';
export { SegmentReader } from './reader';
export {
  type Segment,
  type SegmentDocument,
  SegmentError,
} from './segment';
