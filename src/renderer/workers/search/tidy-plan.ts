import { lengthOf } from '@domain/search/segment';
import type { TextField } from '@domain/search/source';
import { FULL_UNITS } from '@renderer/data/search-index';
import { markKey } from '@renderer/data/search-marks';
import type { SegmentPart } from '@renderer/data/search-steps';
import type { HeldIndex } from './held-index';
import type { Layout } from './layout';
import { planMerge } from './plan';
import { NONE } from './slots';

/** A step that brings the index nearer to what it should be. It is for one generation of the index. */
export type TidyStep = { generation: number } & (
  | {
      kind: 'index';
      /** Of the same article one after the other. */
      documents: DocumentName[];
      /** Where they were until now, and what is nowhere any more. */
      dead: SegmentPart[];
      /** By `markKey`, up to a serial: the marks that are done with then. */
      marks: string[];
      upTo: number;
    }
  | { kind: 'merge'; segmentIds: string[] }
  | { kind: 'remove'; segmentIds: string[] }
);

export interface DocumentName {
  field: TextField;
  id: string;
}

/** Documents in one step, so that it stays short. */
const DOCUMENTS = 4096;
/** So many marks of rows that have no words are put up with. */
const ASIDE = 256;
/** UTF-16 code units of the largest segment that is put together. */
const MOST_UNITS = 16 * 1024 * 1024;

/** What is to be done next; `null` when all is tidy. */
export function planStep(held: HeldIndex, layout: Layout): TidyStep | null {
  const { generation } = held.state;
  if (held.unusable.size > 0) {
    return { kind: 'remove', generation, segmentIds: [...held.unusable] };
  }
  const loose = chooseLoose(held, layout);
  const gone = goneMarks(held);
  const dead = deadParts(held, loose);
  if (
    loose.documents.length > 0 ||
    dead.length > 0 ||
    gone.some((key) => !isAside(key)) ||
    gone.length > ASIDE
  ) {
    const marks = [...loose.marks, ...gone];
    return { kind: 'index', generation, documents: loose.documents, dead, marks, upTo: held.seen };
  }
  const sizes = [...held.segments.values()].map(({ id, units, reader, dead: bits }) => {
    let live = units;
    for (const [document, isDead] of bits.entries()) {
      if (isDead !== 0) live -= lengthOf(reader.header, document);
    }
    return { id, units, live };
  });
  const segmentIds = planMerge(sizes, FULL_UNITS, MOST_UNITS);
  return segmentIds.length === 0 ? null : { kind: 'merge', generation, segmentIds };
}

interface Chosen {
  documents: DocumentName[];
  marks: string[];
  articles: Map<number, { title: boolean; text: boolean }>;
  notes: Set<number>;
}

/** As many of the loose documents as go into one step. */
function chooseLoose({ catalog }: HeldIndex, { loose }: Layout): Chosen {
  const chosen: Chosen = { documents: [], marks: [], articles: new Map(), notes: new Set() };
  const articles = catalog.articles.dense().rows;
  const notes = catalog.notes.dense().rows;
  const texts = new Set(loose.text);
  const titles = new Set(loose.title);
  let units = 0;
  for (const ordinal of new Set([...loose.title, ...loose.text])) {
    const article = articles[ordinal];
    if (article === undefined) continue;
    const title = titles.has(ordinal);
    const text = texts.has(ordinal);
    units += (title ? article.title.length : 0) + (text ? article.length : 0);
    if (chosen.documents.length >= DOCUMENTS || (units > FULL_UNITS && chosen.articles.size > 0))
      return chosen;
    const { id } = article;
    if (title) {
      chosen.documents.push({ field: 'title', id });
      chosen.marks.push(markKey({ table: 'articles', id }));
    }
    if (text) {
      chosen.documents.push({ field: 'text', id });
      chosen.marks.push(markKey({ table: 'articleTexts', id }));
    }
    chosen.articles.set(catalog.articles.slotOf(id), { title, text });
  }
  for (const ordinal of loose.note) {
    if (chosen.documents.length >= DOCUMENTS) return chosen;
    const id = notes[ordinal]?.id;
    if (id === undefined) continue;
    chosen.documents.push({ field: 'note', id });
    chosen.marks.push(markKey({ table: 'notes', id }));
    chosen.notes.add(catalog.notes.slotOf(id));
  }
  return chosen;
}

/** Marks of rows that are no more, or that have no words. */
function goneMarks({ marks, catalog }: HeldIndex): string[] {
  const keys: string[] = [];
  for (const [key, { table, id }] of marks) {
    const isGone =
      table === 'notes'
        ? catalog.notes.get(id) === null
        : isAside(key) || catalog.articles.get(id) === null;
    if (isGone) keys.push(key);
  }
  return keys;
}

function isAside(key: string): boolean {
  return key.startsWith('annotations/') || key.startsWith('tags/');
}

/** Documents in segments that the chosen ones take the place of, or whose rows are gone. */
function deadParts({ segments, catalog }: HeldIndex, { articles, notes }: Chosen): SegmentPart[] {
  const { ordinals } = catalog.articles.dense();
  const noteOrdinals = catalog.notes.dense().ordinals;
  const parts: SegmentPart[] = [];
  for (const { id, reader, slots, dead } of segments.values()) {
    const { fields } = reader.header.documents;
    const documents: number[] = [];
    for (let document = 0; document < slots.length; document += 1) {
      if (dead[document] !== 0) continue;
      const slot = slots[document] as number;
      const field = fields[document];
      const isDead =
        field === NOTE
          ? notes.has(slot) || noteOrdinals[slot] === NONE
          : ordinals[slot] === NONE ||
            (field === TITLE ? articles.get(slot)?.title : articles.get(slot)?.text);
      if (isDead) documents.push(document);
    }
    if (documents.length > 0) parts.push({ segmentId: id, documents: Uint32Array.from(documents) });
  }
  return parts;
}

/** Fields as segments store them. */
const TITLE = 0;
const NOTE = 2;
