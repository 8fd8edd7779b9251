import { fold } from '../fold';
import type { CountSink, Likeness, Literal } from '../source';
import { after } from './after';
import { type Around, positionsNear } from './around';
import { countIn } from './count';
import { type CoverPair, cheapestCover } from './cover';
import { type ByteRange, COUNTED, pairsOfUnit, rangeOfPair } from './dictionary';
import type { SegmentHeader } from './header';
import { type FindOptions, fewOf, locate, type SegmentHits } from './locate';
import { nearIn, rarestOf, reachBetween } from './near';
import { type Bytes, PageReader, type PageSource, type RangeSource } from './pages';
import { intersect, positionsOfPair, positionsOfUnit, subtract } from './positions';
import { TEXT_FIELDS } from './segment';
import { type Lists, positionsIn, tally, tallyCounted } from './tally';
import { conditionsOf } from './written';

export type { PageSource, RangeSource } from './pages';

/** Pairs of a long text whose pages are asked for together; often the rarest leave nothing to look for. */
const PAIRS_AT_ONCE = 4;

/** Positions that are kept for the next question at most, a megabyte. */
const POSITIONS_KEPT = 0x40000;

/** Where less than one position of so many is known, most others are near to none. */
const SELECTIVE = 256;

const NO_POSITIONS = new Uint32Array();

interface Lookup {
  key: string;
  positions: Uint32Array | Promise<Uint32Array>;
}

interface Located extends Pick<FindOptions, 'wanted' | 'names'> {
  key: string;
  /** By field; those that were asked for are gone. */
  hits: (SegmentHits | undefined)[];
}

/** Answers from a header and its pages where literals stand. */
export class SegmentReader {
  readonly header: SegmentHeader;
  private readonly pages: PageReader;
  /** Of each field, by its place in `TEXT_FIELDS`, whether there are documents. */
  private readonly hasField: boolean[];
  /** The same text is looked for in one field after the other. */
  private last: Lookup | null = null;
  /** And what was found in the others then; each is given away once. */
  private located: Located | null = null;

  /** @param range is tried first */
  constructor(header: SegmentHeader, page: PageSource, range?: RangeSource) {
    this.header = header;
    this.pages = new PageReader(header, page, range);
    this.hasField = TEXT_FIELDS.map((_, field) => header.documents.fields.includes(field));
  }

  /**
   * Every place of a text, overlapping ones too. Exact: what is given stands there, and there is no
   * other. Answers at once when the pages that it needs are in memory.
   *
   * @param text not empty; it need not be folded. A lone half of a surrogate pair is not found as
   *   written in those few pairs that folding changes.
   * @throws SegmentError (or rejects) when a page is not what was written
   */
  find(text: string, options: FindOptions = {}): SegmentHits | Promise<SegmentHits> {
    const { field, likeness = 'folded', wanted, names } = options;
    const list = field === undefined ? -1 : TEXT_FIELDS.indexOf(field);
    if (list >= 0 && !this.hasField[list]) return { documents: NO_POSITIONS, starts: NO_POSITIONS };
    const key = `${likeness} ${text}`;
    const { located } = this;
    if (located?.key === key && located.wanted === wanted && located.names === names) {
      const hits = located.hits[list];
      if (hits !== undefined) {
        delete located.hits[list];
        return hits;
      }
    }
    return after(this.positionsFor(key, text, options), (positions) => {
      const hits: (SegmentHits | undefined)[] = locate(this.header, positions, options, list >= 0);
      const mine = hits[Math.max(0, list)] as SegmentHits;
      if (list < 0) return mine;
      delete hits[list];
      this.located = { key, wanted, names, hits };
      return mine;
    });
  }

  /**
   * Tells how many places of a text each wanted document has that do not overlap; otherwise as `find`.
   */
  count(
    text: string,
    likeness: Likeness,
    options: Pick<FindOptions, 'wanted' | 'names'>,
    into: CountSink,
  ): void | Promise<void> {
    const counted = this.countedRange(text, likeness);
    if (counted !== null) {
      return after(this.pages.read([counted]), ([list]) =>
        tallyCounted(this.header, list as Bytes, options, into),
      );
    }
    const lists = this.apartIn(text, likeness);
    if (lists !== null) {
      return after(lists, (found) => {
        if (found !== 'none') tally(this.header, found, options, into);
      });
    }
    return after(this.lookUp(`${likeness} ${text}`, text, likeness), (positions) =>
      countIn(this.header, positions, text.length, options, into),
    );
  }

  /**
   * The places of texts in a row that are near to one another (see `nearIn`), of each by field as
   * `TEXT_FIELDS` has them; otherwise as `find`.
   */
  findNear(
    texts: readonly Literal[],
    most: readonly number[],
    options: Pick<FindOptions, 'wanted' | 'names'>,
  ): SegmentHits[][] | Promise<SegmentHits[][]> {
    const rarest = rarestOf(texts.map(({ text }) => this.atMost(text)));
    const link = (all: readonly Uint32Array[]) => {
      const rows = all.map((positions, at) => ({
        positions,
        length: (texts[at] as Literal).text.length,
      }));
      return nearIn(rows, most, this.header.documents.starts).map(({ positions }) =>
        locate(this.header, positions, options, true),
      );
    };
    const { text, likeness } = texts[rarest] as Literal;
    return after(this.positions(text, likeness), (positions) => {
      const found = texts.map((each, at) => {
        if (at === rarest) return positions;
        const reach = reachBetween(texts, most, rarest, at);
        return this.positions(each.text, each.likeness, { positions, reach });
      });
      const isThere = (each: Uint32Array | Promise<Uint32Array>) => each instanceof Uint32Array;
      return found.every(isThere) ? link(found) : Promise.all(found).then(link);
    });
  }

  /** Where it is listed how often each document has a unit; `null` when it is not, as of rare ones. */
  private countedRange(text: string, likeness: Likeness): ByteRange | null {
    if (likeness !== 'folded' || text.length !== 1) return null;
    const range = rangeOfPair(this.header.dictionary, COUNTED, fold(text).charCodeAt(0));
    return range.start < range.end ? range : null;
  }

  /** All positions, or at least those in the documents that are wanted where these are few. */
  private positionsFor(
    key: string,
    text: string,
    { likeness = 'folded', wanted }: FindOptions,
  ): Lookup['positions'] {
    const few = this.last?.key === key || wanted === undefined ? null : fewOf(wanted);
    const lists = few === null ? null : this.apartIn(text, likeness);
    if (few === null || lists === null) return this.lookUp(key, text, likeness);
    return after(lists, (found) =>
      found === 'none' ? NO_POSITIONS : positionsIn(this.header, found, few),
    );
  }

  /**
   * The lists whose positions are the places of a text, none of which overlap; `null` when there are no such
   * lists.
   */
  private apartIn(
    text: string,
    likeness: Likeness,
  ): Lists | 'none' | Promise<Lists | 'none'> | null {
    const folded = fold(text);
    if (likeness !== 'folded' || folded.length > 2 || folded[0] === folded[1]) return null;
    const ends = folded.length === 1 ? this.unitLists(folded) : this.pairList(folded);
    const range = around(ends);
    if (range.start === range.end) return 'none';
    return after(this.pages.read([range]), ([bytes]) => ({ bytes: bytes as Bytes, ends }));
  }

  /** Looks up what was not looked up, or is not being looked up, just before. */
  private lookUp(key: string, text: string, likeness: Likeness): Lookup['positions'] {
    if (this.last?.key === key) return this.last.positions;
    const lookup: Lookup = { key, positions: this.positions(text, likeness) };
    this.last = lookup;
    const forget = () => {
      if (this.last === lookup) this.last = null;
    };
    const keep = (positions: Uint32Array) => {
      lookup.positions = positions;
      if (positions.length > POSITIONS_KEPT) forget();
    };
    if (lookup.positions instanceof Promise) lookup.positions.then(keep, forget);
    else keep(lookup.positions);
    return lookup.positions;
  }

  /** No more places than this are in the segment, by its header alone: 0 is certain. */
  atMost(text: string): number {
    const folded = fold(text);
    if (folded.length === 1) {
      const { start, end } = around(this.unitLists(folded));
      return end - start;
    }
    const cover = cheapestCover(this.header.dictionary, folded);
    return cover ? Math.min(...cover.map(({ start, end }) => end - start)) : 0;
  }

  /** @param near what is not near to this is not wanted; some of it may come as well */
  private positions(
    text: string,
    likeness: Likeness,
    near: Around | null = null,
  ): Uint32Array | Promise<Uint32Array> {
    const folded = fold(text);
    const found = folded.length < 2 ? this.unitPositions(folded, near) : this.rowPositions(folded);
    if (likeness === 'folded') return found;
    return after(found, (positions) => this.asWritten(positions, text, folded));
  }

  private rowPositions(folded: string): Uint32Array | Promise<Uint32Array> {
    const cover = cheapestCover(this.header.dictionary, folded);
    if (!cover) return NO_POSITIONS;
    cover.sort((a, b) => a.end - a.start - (b.end - b.start));
    return this.narrow(null, cover, 0);
  }

  /** What is left of the positions after the pairs from `from` on, some of which are read at a time. */
  private narrow(
    found: Uint32Array | null,
    pairs: readonly CoverPair[],
    from: number,
  ): Uint32Array | Promise<Uint32Array> {
    if (found !== null && (from >= pairs.length || found.length === 0)) return found;
    const some = pairs.slice(from, from + PAIRS_AT_ONCE);
    return after(this.pages.read(some), (lists) => {
      let left = found;
      for (const [index, list] of lists.entries()) {
        const { offset } = some[index] as CoverPair;
        left = left === null ? positionsOfPair(list, offset) : intersect(left, list, offset);
      }
      return this.narrow(left, pairs, from + PAIRS_AT_ONCE);
    });
  }

  private unitPositions(folded: string, near: Around | null): Uint32Array | Promise<Uint32Array> {
    const { documents } = this.header;
    const lists = this.unitLists(folded);
    const range = around(lists);
    if (range.start === range.end) return NO_POSITIONS;
    const limit = documents.starts[documents.count] as number;
    const isSelective = near !== null && near.positions.length * SELECTIVE < limit;
    return after(this.pages.read([range]), ([all]) =>
      isSelective
        ? positionsNear(all as Bytes, lists, near, limit)
        : positionsOfUnit(all as Bytes, lists, limit),
    );
  }

  /** Where the adjoining lists of all pairs begin that begin with a unit, and where the last ends. */
  private unitLists(folded: string): Uint32Array {
    const { dictionary } = this.header;
    const { from, to } = pairsOfUnit(dictionary, folded.charCodeAt(0));
    return dictionary.ends.subarray(from, to + 1);
  }

  /** The same of one pair. */
  private pairList(folded: string): Uint32Array {
    const [first, second] = [folded.charCodeAt(0), folded.charCodeAt(1)];
    const { start, end } = rangeOfPair(this.header.dictionary, first, second);
    return Uint32Array.of(start, end);
  }

  /** Leaves out where something is written that only folding makes the same. */
  private asWritten(
    found: Uint32Array,
    text: string,
    folded: string,
  ): Uint32Array | Promise<Uint32Array> {
    if (found.length === 0) return found;
    const conditions = conditionsOf(this.header.dictionary, text, folded);
    if (conditions === null) return NO_POSITIONS;
    return after(this.pages.read(conditions), (lists) =>
      conditions.reduce((kept, { offset, isThere }, index) => {
        const list = lists[index] as Bytes;
        return isThere ? intersect(kept, list, offset) : subtract(kept, list, offset);
      }, found),
    );
  }
}

function around(lists: Uint32Array): ByteRange {
  return { start: lists[0] as number, end: lists[lists.length - 1] as number };
}
