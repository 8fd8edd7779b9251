import { checksum } from '../checksum';
import { FOLD_FINGERPRINT } from '../fold';
import type { TextField } from '../source';
import { type Dictionary, dictionaryIsSound } from './dictionary';
import { paragraphsAt } from './paragraphs';
import { type IndexedParagraph, SegmentError, TEXT_FIELDS } from './segment';

/**
 * The documents of a segment, known by their ordinals in it. Their folded texts are thought to stand
 * in a row, each followed by one unit that occurs in no text; a position is a place in that row.
 */
export interface DocumentTable {
  count: number;
  /** Places in `TEXT_FIELDS`. */
  fields: Uint8Array;
  /** Positions where the texts begin, and one more where the next would. */
  starts: Uint32Array;
  /** Where each document's paragraphs begin in `paragraphs`, and where the last end. */
  paragraphsAt: Uint32Array;
  /** See `paragraphs.ts`. */
  paragraphs: Uint8Array;
  /** See `readIds`. */
  ids: Uint8Array;
}

/** What has to be in memory of a segment; its arrays are views of the bytes that it was read from. */
export interface SegmentHeader {
  documents: DocumentTable;
  dictionary: Dictionary;
  pageBytes: number;
  postingsBytes: number;
  /** Checksums of the pages. */
  pageChecks: Uint32Array;
}

/** Grows with every change of the layout, of the postings or of what is indexed. */
const VERSION = 3;
/** `ZJSG`. */
const MAGIC = 0x47534a5a;
const FIXED_WORDS = 12;

/** The header as stored: twelve words, arrays of words, of half words, of bytes, checksum. */
export function encodeHeader(header: SegmentHeader): Uint8Array<ArrayBuffer> {
  const { documents, dictionary, pageChecks } = header;
  const counts = {
    documents: documents.count,
    firsts: dictionary.firsts.length,
    keys: dictionary.seconds.length,
    pages: pageChecks.length,
    idBytes: documents.ids.length,
    paragraphBytes: documents.paragraphs.length,
  };
  const total = bytesFor(counts);
  const bytes = new Uint8Array(total);
  const fixed = new Uint32Array(bytes.buffer, 0, FIXED_WORDS);
  const sizes = Object.values(counts);
  fixed.set([MAGIC, VERSION, FOLD_FINGERPRINT, total, header.pageBytes, header.postingsBytes]);
  fixed.set(sizes, 6);
  const views = viewsOf(bytes, counts);
  views.starts.set(documents.starts);
  views.paragraphsAt.set(documents.paragraphsAt);
  views.firstAt.set(dictionary.firstAt);
  views.ends.set(dictionary.ends);
  views.pageChecks.set(pageChecks);
  views.firsts.set(dictionary.firsts);
  views.seconds.set(dictionary.seconds);
  views.fields.set(documents.fields);
  views.ids.set(documents.ids);
  views.paragraphs.set(documents.paragraphs);
  new Uint32Array(bytes.buffer, total - 4, 1)[0] = checksum(bytes.subarray(0, total - 4));
  return bytes;
}

/** @throws SegmentError when the bytes are not what `encodeHeader` made, or made by another version */
export function readHeader(stored: Uint8Array): SegmentHeader {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  if (bytes.length < FIXED_WORDS * 4 + 4) throw new SegmentError('damaged', 'header is cut off');
  const fixed = new Uint32Array(bytes.buffer, bytes.byteOffset, FIXED_WORDS);
  const word = (index: number) => fixed[index] as number;
  if (word(0) !== MAGIC) throw new SegmentError('damaged', 'not a segment');
  if (word(1) !== VERSION) throw new SegmentError('outdated', `version ${word(1)}`);
  const total = word(3);
  if (total !== bytes.length) throw new SegmentError('damaged', 'header is cut off');
  const end = new Uint32Array(bytes.buffer, bytes.byteOffset + total - 4, 1);
  if (checksum(bytes.subarray(0, total - 4)) !== end[0])
    throw new SegmentError('damaged', 'header does not match its check');
  if (word(2) !== FOLD_FINGERPRINT) throw new SegmentError('outdated', 'another folding');
  const counts = {
    documents: word(6),
    firsts: word(7),
    keys: word(8),
    pages: word(9),
    idBytes: word(10),
    paragraphBytes: word(11),
  };
  if (bytesFor(counts) !== total) throw new SegmentError('damaged', 'header has another size');
  const views = viewsOf(bytes, counts);
  const header: SegmentHeader = {
    documents: {
      count: counts.documents,
      fields: views.fields,
      starts: views.starts,
      paragraphsAt: views.paragraphsAt,
      paragraphs: views.paragraphs,
      ids: views.ids,
    },
    dictionary: {
      firsts: views.firsts,
      firstAt: views.firstAt,
      seconds: views.seconds,
      ends: views.ends,
    },
    pageBytes: word(4),
    postingsBytes: word(5),
    pageChecks: views.pageChecks,
  };
  if (
    !dictionaryIsSound(header.dictionary, header.postingsBytes) ||
    Math.ceil(header.postingsBytes / header.pageBytes) !== counts.pages
  )
    throw new SegmentError('damaged', 'header contradicts itself');
  return header;
}

/** The ids of all documents by ordinal. Made anew each time: take from it what has to stay. */
export function readIds(header: SegmentHeader): string[] {
  const stored = JSON.parse(new TextDecoder().decode(header.documents.ids)) as (string | 0)[];
  let id = '';
  return stored.map((own) => {
    if (own !== 0) id = own;
    return id;
  });
}

/**
 * A copy of its own without the ids, for who has taken them: they are near half of a header, and its
 * arrays are views of one buffer.
 */
export function withoutIds(header: SegmentHeader): SegmentHeader {
  const { documents, dictionary } = header;
  return {
    ...header,
    documents: {
      count: documents.count,
      fields: documents.fields.slice(),
      starts: documents.starts.slice(),
      paragraphsAt: documents.paragraphsAt.slice(),
      paragraphs: documents.paragraphs.slice(),
      ids: new Uint8Array(),
    },
    dictionary: {
      firsts: dictionary.firsts.slice(),
      firstAt: dictionary.firstAt.slice(),
      seconds: dictionary.seconds.slice(),
      ends: dictionary.ends.slice(),
    },
    pageChecks: header.pageChecks.slice(),
  };
}

/** As JSON, where 0 stands for the id of the document before. */
export function encodeIds(ids: readonly string[]): Uint8Array {
  const sparse = ids.map((id, index) => (index > 0 && ids[index - 1] === id ? 0 : id));
  return new TextEncoder().encode(JSON.stringify(sparse));
}

export function fieldOf(header: SegmentHeader, document: number): TextField {
  return TEXT_FIELDS[header.documents.fields[document] as number] as TextField;
}

/** Length of a document's text in UTF-16 code units. */
export function lengthOf(header: SegmentHeader, document: number): number {
  const { starts } = header.documents;
  return (starts[document + 1] as number) - (starts[document] as number) - 1;
}

/** UTF-16 code units of all texts together: what segments are capped by. */
export function unitsIn(header: SegmentHeader): number {
  return (header.documents.starts[header.documents.count] as number) - header.documents.count;
}

/** The paragraphs that the document was indexed with, in text order. */
export function paragraphsOf(header: SegmentHeader, document: number): IndexedParagraph[] {
  const { paragraphsAt: at, paragraphs } = header.documents;
  return paragraphsAt(paragraphs, at[document] as number, at[document + 1] as number);
}

interface Counts {
  documents: number;
  firsts: number;
  keys: number;
  pages: number;
  idBytes: number;
  paragraphBytes: number;
}

function bytesFor(counts: Counts): number {
  const words = FIXED_WORDS + 2 * (counts.documents + 1) + (counts.firsts + 1) + (counts.keys + 1);
  const halves = counts.firsts + counts.keys;
  const bytes = counts.documents + counts.idBytes + counts.paragraphBytes;
  return Math.ceil(((words + counts.pages) * 4 + halves * 2 + bytes) / 4) * 4 + 4;
}

function viewsOf(bytes: Uint8Array, counts: Counts) {
  const { buffer } = bytes;
  let next = bytes.byteOffset + FIXED_WORDS * 4;
  const take = (size: number) => {
    const at = next;
    next += size;
    return at;
  };
  const words = (count: number) => new Uint32Array(buffer, take(count * 4), count);
  const halves = (count: number) => new Uint16Array(buffer, take(count * 2), count);
  const single = (count: number) => new Uint8Array(buffer, take(count), count);
  return {
    starts: words(counts.documents + 1),
    paragraphsAt: words(counts.documents + 1),
    firstAt: words(counts.firsts + 1),
    ends: words(counts.keys + 1),
    pageChecks: words(counts.pages),
    firsts: halves(counts.firsts),
    seconds: halves(counts.keys),
    fields: single(counts.documents),
    ids: single(counts.idBytes),
    paragraphs: single(counts.paragraphBytes),
  };
}
