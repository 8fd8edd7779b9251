import { fold } from '../fold';
import type { Likeness, TextField } from '../source';
import { cheapestCover } from './cover';
import { pairsOfUnit } from './dictionary';
import type { SegmentHeader } from './header';
import { locate } from './locate';
import { type Bytes, PageReader, type PageSource } from './pages';
import { intersect, positionsOfPair, positionsOfUnit, subtract } from './positions';
import { conditionsOf } from './written';

export type { PageSource } from './pages';

export interface FindOptions {
  /** Only in documents of this field. */
  field?: TextField;
  /** `folded` when not given. */
  likeness?: Likeness;
  /** For each document whether its places are wanted (not 0); so dead ones are left out. */
  wanted?: Uint8Array;
}

/** Places by the documents' ordinals, as parallel arrays ascending by document and start. */
export interface SegmentHits {
  documents: Uint32Array;
  /** Offsets in the document's text; every place is as long as what was looked for. */
  starts: Uint32Array;
}

const NO_POSITIONS = new Uint32Array();

/** Answers from a header and its pages where literals stand. */
export class SegmentReader {
  readonly header: SegmentHeader;
  private readonly pages: PageReader;

  constructor(header: SegmentHeader, page: PageSource) {
    this.header = header;
    this.pages = new PageReader(header, page);
  }

  /**
   * Every place of a text, overlapping ones too. Exact: what is given stands there, and there
   * is no other. Answers at once when the pages that it needs are in memory.
   *
   * @param text not empty; it need not be folded. A lone half of a surrogate pair is not found as written in
   *   those few pairs that folding changes.
   * @throws SegmentError (or rejects) when a page is not what was written
   */
  find(text: string, options: FindOptions = {}): SegmentHits | Promise<SegmentHits> {
    const folded = fold(text);
    const done = (found: Uint32Array) => locate(this.header, found, options);
    const found = this.positions(folded);
    if (found instanceof Promise)
      return found.then((all) => this.asWritten(all, text, folded, options)).then(done);
    const kept = this.asWritten(found, text, folded, options);
    return kept instanceof Promise ? kept.then(done) : done(kept);
  }

  /** No more places than this are in the segment, by its header alone: 0 is certain. */
  atMost(text: string): number {
    const folded = fold(text);
    if (folded.length === 1) {
      const { from, to } = pairsOfUnit(this.header.dictionary, folded.charCodeAt(0));
      const { ends } = this.header.dictionary;
      return (ends[to] as number) - (ends[from] as number);
    }
    const cover = cheapestCover(this.header.dictionary, folded);
    return cover ? Math.min(...cover.map(({ start, end }) => end - start)) : 0;
  }

  private positions(folded: string): Uint32Array | Promise<Uint32Array> {
    if (folded.length < 2) return this.unitPositions(folded);
    const cover = cheapestCover(this.header.dictionary, folded);
    if (!cover) return NO_POSITIONS;
    const pairs = cover.sort((a, b) => a.end - a.start - (b.end - b.start));
    const answer = (lists: Bytes[]) => {
      let found: Uint32Array = NO_POSITIONS;
      lists.forEach((list, index) => {
        const offset = (pairs[index] as { offset: number }).offset;
        found = index === 0 ? positionsOfPair(list, offset) : intersect(found, list, offset);
      });
      return found;
    };
    const read = this.pages.read(pairs);
    return read instanceof Promise ? read.then(answer) : answer(read);
  }

  private unitPositions(folded: string): Uint32Array | Promise<Uint32Array> {
    const { dictionary, documents } = this.header;
    const { from, to } = pairsOfUnit(dictionary, folded.charCodeAt(0));
    if (from === to) return NO_POSITIONS;
    const { ends } = dictionary;
    const positions = documents.starts[documents.count] as number;
    const answer = ([all]: Bytes[]) =>
      positionsOfUnit(all as Bytes, ends.subarray(from, to + 1), positions);
    const read = this.pages.read([{ start: ends[from] as number, end: ends[to] as number }]);
    return read instanceof Promise ? read.then(answer) : answer(read);
  }

  /** Leaves out where something is written that only folding makes the same. */
  private asWritten(
    found: Uint32Array,
    text: string,
    folded: string,
    { likeness }: FindOptions,
  ): Uint32Array | Promise<Uint32Array> {
    if (likeness !== 'written' || found.length === 0) return found;
    const conditions = conditionsOf(this.header.dictionary, text, folded);
    if (conditions === null) return NO_POSITIONS;
    const answer = (lists: Bytes[]) =>
      conditions.reduce((kept, { offset, isThere }, index) => {
        const list = lists[index] as Bytes;
        return isThere ? intersect(kept, list, offset) : subtract(kept, list, offset);
      }, found);
    const read = this.pages.read(conditions);
    return read instanceof Promise ? read.then(answer) : answer(read);
  }
}
