import {
  fieldOf,
  lengthOf,
  readHeader,
  readIds,
  SegmentError,
  type SegmentHeader,
  SegmentReader,
  withoutIds,
} from '@domain/search/segment';
import { NO_STATE, readSegments } from '@renderer/data/search-index';
import type { SearchMark } from '@renderer/data/search-marks';
import {
  beginReading,
  eachRows,
  type IndexChanges,
  isUnchanged,
  readChanges,
} from '@renderer/data/search-rows';
import { markKey } from '@renderer/data/search-steps';
import type { DeadDocuments, StoredSegment } from '@renderer/data/search-tables';
import { Catalog } from './catalog';
import type { LoadedSegment, Marked } from './layout';
import type { PageCache } from './page-cache';

/** A segment as it is held, with what merging goes by. */
export interface HeldSegment extends LoadedSegment {
  units: number;
}

/**
 * What of the index and of the archive is held in memory: everything but postings and words. It
 * follows the database, and can be a step behind it.
 */
export class HeldIndex {
  readonly catalog = new Catalog();
  readonly segments = new Map<string, HeldSegment>();
  /** Segments of the database that cannot be used. */
  readonly unusable = new Set<string>();
  /** Marks that are still needed, by what they mark. */
  readonly marks = new Map<string, SearchMark>();
  marked: Marked = { titles: new Set(), texts: new Set(), notes: new Set() };
  state = NO_STATE;
  /** Serial of the last mark that was seen. */
  seen = 0;
  private dead = new Map<string, Uint32Array>();

  constructor(private readonly pages: PageCache) {}

  /** Reads everything, in small pieces. What is written meanwhile is found by `follow`. */
  async load(): Promise<void> {
    const { segmentIds, state, marks, dead } = await beginReading();
    this.state = state;
    this.seen = Math.max(state.trimmed, marks.at(-1)?.serial ?? 0);
    this.setDead(dead);
    this.setMarks(marks);
    for (let from = 0; from < segmentIds.length; from += SEGMENTS) {
      const ids = segmentIds.slice(from, from + SEGMENTS);
      for (const segment of await readSegments(ids)) this.hold(segment);
    }
    await eachRows('articles', (rows) => {
      for (const row of rows) this.catalog.putArticle(row);
    });
    await eachRows('annotations', (rows) => {
      for (const row of rows) this.catalog.putAnnotation(row);
    });
    await eachRows('notes', (rows) => {
      for (const row of rows) this.catalog.putNote(row);
    });
    await eachRows('tags', (rows) => {
      for (const row of rows) this.catalog.putTag(row);
    });
    this.remark();
  }

  /**
   * Reads what has changed. `renew`: what is held cannot be brought up to date and has to be loaded
   * anew. @returns the slots of articles whose texts are others now.
   */
  async follow(): Promise<'same' | 'renew' | { texts: number[] }> {
    const segmentIds = new Set([...this.segments.keys(), ...this.unusable]);
    const known = { seen: this.seen, generation: this.state.generation, segmentIds };
    if (await isUnchanged(known)) return 'same';
    const changes = await readChanges(known, (rows) => this.holdNew(rows));
    const { state } = changes.moment;
    // Marks went that were not seen here: what they marked is not known.
    const hasMissed = changes.whole !== null && state.trimmed > this.seen;
    if (state.epoch !== this.state.epoch || hasMissed) return 'renew';
    return { texts: this.apply(changes) };
  }

  /** A segment that cannot be used: its documents are read from their rows. */
  giveUp(id: string): boolean {
    if (!this.segments.delete(id)) return false;
    this.unusable.add(id);
    return true;
  }

  private apply({ moment, whole, ...rows }: IndexChanges): number[] {
    const there = new Set(moment.segmentIds);
    for (const id of this.segments.keys()) if (!there.has(id)) this.segments.delete(id);
    for (const id of this.unusable) if (!there.has(id)) this.unusable.delete(id);
    if (whole !== null) {
      this.setDead(whole.dead);
      this.setMarks(whole.marks);
    } else for (const mark of moment.marks) this.marks.set(markKey(mark), mark);
    const { catalog } = this;
    for (const [id, row] of rows.articles) {
      if (row === null) catalog.articles.remove(id);
      else catalog.putArticle(row);
    }
    for (const [id, row] of rows.annotations) {
      if (row === null) catalog.removeAnnotation(id);
      else catalog.putAnnotation(row);
    }
    for (const [id, row] of rows.notes) {
      if (row === null) catalog.notes.remove(id);
      else catalog.putNote(row);
    }
    for (const [id, row] of rows.tags) {
      if (row === null) catalog.removeTag(id);
      else catalog.putTag(row);
    }
    this.state = moment.state;
    this.seen = moment.marks.at(-1)?.serial ?? this.seen;
    this.remark();
    return moment.marks
      .filter(({ table }) => table === 'articleTexts')
      .map(({ id }) => catalog.articles.slotOf(id));
  }

  /** Takes in new segments. Answers the articles in them that are not known. */
  private holdNew(rows: readonly StoredSegment[]): string[] {
    const unknown = new Set<string>();
    for (const row of rows) {
      const ids = this.hold(row);
      const fields = this.segments.get(row.id)?.reader.header.documents.fields;
      for (const [document, id] of ids.entries()) {
        if (fields?.[document] === NOTE || this.catalog.articles.get(id) !== null) continue;
        unknown.add(id);
      }
    }
    return [...unknown];
  }

  /** Answers the ids of its documents. */
  private hold({ id, header: bytes, units }: StoredSegment): string[] {
    try {
      const header = readHeader(bytes);
      const ids = readIds(header);
      const { articles, notes } = this.catalog;
      const slots = Uint32Array.from(ids, (each, document) =>
        (header.documents.fields[document] === NOTE ? notes : articles).slotOf(each),
      );
      const reader = this.readerOf(id, header);
      const dead = this.bits(id, ids.length);
      this.segments.set(id, { id, reader, slots, dead, units });
      for (let document = 0; document < ids.length; document += 1) {
        const slot = slots[document] as number;
        if (dead[document] !== 0 || fieldOf(header, document) !== 'text') continue;
        if (!this.marked.texts.has(slot)) this.catalog.setLength(slot, lengthOf(header, document));
      }
      return ids;
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      this.unusable.add(id);
      return [];
    }
  }

  /** Apart, because what a function made beside others knows holds all that these know. */
  private readerOf(id: string, header: SegmentHeader): SegmentReader {
    return new SegmentReader(withoutIds(header), (page) => this.pages.get(id, page));
  }

  private setDead(rows: readonly DeadDocuments[]): void {
    this.dead = new Map(rows.map(({ segmentId, documents }) => [segmentId, documents]));
    for (const segment of this.segments.values()) {
      segment.dead = this.bits(segment.id, segment.slots.length);
    }
  }

  private bits(segmentId: string, documents: number): Uint8Array {
    const bits = new Uint8Array(documents);
    for (const document of this.dead.get(segmentId) ?? []) bits[document] = 1;
    return bits;
  }

  private setMarks(marks: readonly SearchMark[]): void {
    this.marks.clear();
    for (const mark of marks) this.marks.set(markKey(mark), mark);
  }

  private remark(): void {
    const titles = new Set<number>();
    const texts = new Set<number>();
    const notes = new Set<number>();
    for (const { table, id } of this.marks.values()) {
      if (table === 'articles') titles.add(this.catalog.articles.slotOf(id));
      if (table === 'articleTexts') texts.add(this.catalog.articles.slotOf(id));
      if (table === 'notes') notes.add(this.catalog.notes.slotOf(id));
    }
    this.marked = { titles, texts, notes };
  }
}

/** Segments read at a time. */
const SEGMENTS = 16;
/** The field of notes as segments store it. */
const NOTE = 2;
