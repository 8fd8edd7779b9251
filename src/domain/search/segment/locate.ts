import { firstFrom } from '../first-from';
import type { Likeness, TextField } from '../source';
import { blocksOf, documentOf } from './document-map';
import type { SegmentHeader } from './header';
import { TEXT_FIELDS } from './segment';

export interface FindOptions {
  /** Only in documents of this field. */
  field?: TextField;
  /** `folded` when not given. */
  likeness?: Likeness;
  /** For each document whether its places are wanted (not 0); so dead ones are left out. */
  wanted?: Uint8Array;
  /** For each document a number that is given in the place of its ordinal. */
  names?: Uint32Array;
}

/** Places by the documents' ordinals, as parallel arrays ascending by document and start. */
export interface SegmentHits {
  documents: Uint32Array;
  /** Offsets in the document's text; every place is as long as what was looked for. */
  starts: Uint32Array;
}

/** Hits as they are gathered, in arrays that grow. */
class HitList {
  private documents: Uint32Array;
  private starts: Uint32Array;
  private count = 0;

  constructor(capacity: number) {
    this.documents = new Uint32Array(capacity);
    this.starts = new Uint32Array(capacity);
  }

  /** Adds the positions `[at, to)`, all of one document, which begins at `from`. */
  add(document: number, positions: Uint32Array, at: number, to: number, from: number): void {
    const wanted = this.count + to - at;
    if (wanted > this.documents.length) this.grow(wanted * 2);
    const { documents, starts } = this;
    let { count } = this;
    for (let index = at; index < to; index += 1) {
      documents[count] = document;
      starts[count] = (positions[index] as number) - from;
      count += 1;
    }
    this.count = count;
  }

  hits(): SegmentHits {
    const { documents, starts, count } = this;
    // They are mostly copied soon; a little more than needed is held no longer than that.
    const cut = count * 2 < documents.length ? 'slice' : 'subarray';
    return { documents: documents[cut](0, count), starts: starts[cut](0, count) };
  }

  private grow(capacity: number): void {
    const { documents, starts } = this;
    this.documents = new Uint32Array(capacity);
    this.documents.set(documents);
    this.starts = new Uint32Array(capacity);
    this.starts.set(starts);
  }
}

/**
 * In which documents ascending positions lie, and where in them; only those that are wanted.
 * @param apart hits by field, as `TEXT_FIELDS` has them; otherwise all are the first of one list
 */
export function locate(
  header: SegmentHeader,
  positions: Uint32Array,
  { wanted, names }: Pick<FindOptions, 'wanted' | 'names'>,
  apart: boolean,
): SegmentHits[] {
  const { starts, fields } = header.documents;
  const blocks = blocksOf(starts);
  const found: (HitList | undefined)[] = [];
  const add = (document: number, at: number, to: number, room: number) => {
    const list = apart ? (fields[document] as number) : 0;
    const into = found[list] ?? new HitList(list === TITLE ? SOME : room);
    found[list] = into;
    const name = names === undefined ? document : (names[document] as number);
    into.add(name, positions, at, to, starts[document] as number);
  };
  const few = positions.length < MANY || wanted === undefined ? null : fewOf(wanted);
  for (const document of few ?? []) {
    const at = firstFrom(positions, starts[document] as number);
    const to = firstFrom(positions, starts[document + 1] as number);
    if (to > at) add(document, at, to, SOME);
  }
  for (let at = 0; at < positions.length && few === null; ) {
    const document = documentOf(starts, blocks, positions[at] as number);
    const next = starts[document + 1] as number;
    let to = at + 1;
    while (to < positions.length && (positions[to] as number) < next) to += 1;
    // Nearly all that is found stands in texts.
    if (wanted === undefined || wanted[document] !== 0) add(document, at, to, positions.length);
    at = to;
  }
  return (apart ? TEXT_FIELDS : ['all']).map((_, list) => (found[list] ?? NONE).hits());
}

const TITLE = TEXT_FIELDS.indexOf('title');
const SOME = 64;
/** Among so many positions those of a few documents are looked up. */
const MANY = 512;

/** The documents that are wanted; `null` when they are not few. */
export function fewOf(wanted: Uint8Array): number[] | null {
  const few: number[] = [];
  for (let document = 0; document < wanted.length; document += 1) {
    if (wanted[document] === 0) continue;
    if (few.length === SOME) return null;
    few.push(document);
  }
  return few;
}

const NONE = new HitList(0);
