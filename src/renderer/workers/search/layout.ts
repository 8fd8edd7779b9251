import type { SegmentReader } from '@domain/search/segment';
import type { CatalogView } from './catalog';
import { NONE } from './slots';

/** A segment as it is held in memory. */
export interface LoadedSegment {
  id: string;
  reader: SegmentReader;
  /** By document: the slot of its article or note. */
  slots: Uint32Array;
  /** By document: not 0 when it is in another place now, or nowhere. */
  dead: Uint8Array;
}

/** Slots of articles and notes whose documents in the segments are older than their rows. */
export interface Marked {
  titles: ReadonlySet<number>;
  texts: ReadonlySet<number>;
  notes: ReadonlySet<number>;
}

export interface SegmentLayout {
  segment: LoadedSegment;
  /** By document: whether it is what its row says now (1 or 0). */
  wanted: Uint8Array;
  /** By document: the ordinal of its article or note. */
  owners: Uint32Array;
}

/** Where every document is to be found at one moment. */
export interface Layout {
  segments: SegmentLayout[];
  /** By ordinal of the article: the index of the segment that has its text; `NONE` when it is loose. */
  textSegments: Uint32Array;
  /** And the document in that. */
  textDocuments: Uint32Array;
  /** Ordinals of what is in no segment as it is now. */
  loose: { title: Uint32Array; text: Uint32Array; note: Uint32Array };
  /** Segments with a document that another one has as well: neither can be trusted. */
  doubled: Set<string>;
}

const FIELDS = ['title', 'text', 'note'] as const;

/** Lays out which segment answers for which document; what none answers for is loose. */
export function layOut(
  segments: readonly LoadedSegment[],
  { articles, noteOrdinals, notes }: CatalogView,
  marked: Marked,
): Layout {
  const count = { title: articles.rows.length, text: articles.rows.length, note: notes.length };
  const found = {
    title: new Uint32Array(count.title).fill(NONE),
    text: new Uint32Array(count.text).fill(NONE),
    note: new Uint32Array(count.note).fill(NONE),
  };
  const textDocuments = new Uint32Array(count.text);
  const doubled = new Set<string>();
  const marks = [marked.titles, marked.texts, marked.notes];
  const layouts = segments.map((segment, index): SegmentLayout => {
    const { fields, count: documents } = segment.reader.header.documents;
    const wanted = new Uint8Array(documents);
    const owners = new Uint32Array(documents).fill(NONE);
    for (let document = 0; document < documents; document += 1) {
      if (segment.dead[document] !== 0) continue;
      const kind = fields[document] as number;
      const field = FIELDS[kind] as (typeof FIELDS)[number];
      const slot = segment.slots[document] as number;
      const owner = (field === 'note' ? noteOrdinals : articles.ordinals)[slot] ?? NONE;
      // Its row was deleted, or it was written since.
      if (owner === NONE || marks[kind]?.has(slot)) continue;
      const before = found[field][owner] as number;
      if (before !== NONE) {
        doubled.add(segment.id).add((segments[before] as LoadedSegment).id);
        continue;
      }
      found[field][owner] = index;
      if (field === 'text') textDocuments[owner] = document;
      owners[document] = owner;
      wanted[document] = 1;
    }
    return { segment, wanted, owners };
  });
  return {
    segments: layouts,
    textSegments: found.text,
    textDocuments,
    loose: {
      title: without(found.title),
      text: without(found.text),
      note: without(found.note),
    },
    doubled,
  };
}

/** Whether something is in no segment as it is now. */
export function hasLoose({ loose }: Layout): boolean {
  return FIELDS.some((field) => loose[field].length > 0);
}

function without(found: Uint32Array): Uint32Array {
  const ordinals: number[] = [];
  for (let ordinal = 0; ordinal < found.length; ordinal += 1) {
    if (found[ordinal] === NONE) ordinals.push(ordinal);
  }
  return Uint32Array.from(ordinals);
}
