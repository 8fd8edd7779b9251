import {
  fieldOf,
  lengthOf,
  readHeader,
  readIds,
  SegmentError,
  type SegmentHeader,
  type SegmentReader,
  withoutIds,
} from '@domain/search/segment';
import { readKeptCatalog } from '@renderer/data/kept-catalog';
import {
  firstSegments,
  type IndexMoment,
  NO_STATE,
  readSegments,
} from '@renderer/data/search-index';
import { markKey, type SearchMark } from '@renderer/data/search-marks';
import {
  beginReading,
  countRows,
  eachRows,
  type IndexChanges,
  isSame,
  isUnchanged,
  type KnownIndex,
  readArticles,
  readChanges,
  readSinceKept,
  type WrittenRows,
} from '@renderer/data/search-rows';
import type { DeadDocuments, StoredSegment } from '@renderer/data/search-tables';
import { Catalog } from './catalog';
import { KEPT_VERSION, takePiece } from './kept-catalog';
import type { LoadedSegment, Marked } from './layout';

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
  /** How many rows are others than in the kept catalogue; infinite when none fits. */
  drift = Number.POSITIVE_INFINITY;
  private dead = new Map<string, Uint32Array>();

  constructor(
    private readonly readerOf: (segmentId: string, header: SegmentHeader) => SegmentReader,
  ) {}

  /** Reads everything, in small pieces. What is written meanwhile is found by `follow`. */
  async load(): Promise<void> {
    await this.begin(await beginReading());
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
   * The same with the rows from the kept catalogue: of the tables only what was written since is read.
   * @returns whether it fitted; otherwise this is left half filled, and of no use
   */
  async loadKept(): Promise<boolean> {
    const kept = await readKeptCatalog(KEPT_VERSION);
    if (kept === null || kept === 'damaged') return false;
    // Both are read while the rows are taken in; who fails is told of below.
    const reading = [readSinceKept(kept.head), firstSegments(SEGMENTS)] as const;
    for (const each of reading) each.catch(() => undefined);
    const { catalog } = this;
    for (const piece of kept.pieces) takePiece(piece, catalog);
    const [since, segments] = await Promise.all(reading);
    if (since === null) return false;
    await this.begin(since.moment, segments);
    const written = this.put(since.written);
    const imported = this.unknownArticles();
    if (imported.length > MOST_IMPORTED) return false;
    for (const row of await readArticles(imported)) if (row !== undefined) catalog.putArticle(row);
    this.drift = written + imported.length;
    this.remark();
    // Segments tell what was imported since; a damaged one does not.
    return this.unusable.size === 0;
  }

  /** Whether there are as many rows as are held; `null` when something was written since. */
  async isWhole(): Promise<boolean | null> {
    const { moment, counts } = await countRows(this.seen);
    if (!isSame(moment, this.known())) return null;
    return this.catalog.hasAsMany(counts);
  }

  /** What the catalogue has now was kept, but for so many rows that have changed meanwhile. */
  wasKept(before: number): void {
    this.drift = Number.isFinite(this.drift) ? this.drift - before : 0;
  }

  /** @param segments those that were read already; they never change */
  private async begin(
    { segmentIds, state, marks, dead }: IndexMoment & { dead: DeadDocuments[] },
    segments: readonly StoredSegment[] = [],
  ): Promise<void> {
    this.state = state;
    this.seen = Math.max(state.trimmed, marks.at(-1)?.serial ?? 0);
    this.setDead(dead);
    this.setMarks(marks);
    const wanted = new Set(segmentIds);
    for (const segment of segments) if (wanted.delete(segment.id)) this.hold(segment);
    const rest = [...wanted];
    for (let from = 0; from < rest.length; from += SEGMENTS) {
      const ids = rest.slice(from, from + SEGMENTS);
      for (const segment of await readSegments(ids)) this.hold(segment);
    }
  }

  /** Articles that a segment has and the catalogue has not. */
  private unknownArticles(): string[] {
    const { articles } = this.catalog;
    const unknown = new Set<string>();
    for (const { reader, slots, dead } of this.segments.values()) {
      const { fields } = reader.header.documents;
      for (let document = 0; document < slots.length; document += 1) {
        const slot = slots[document] as number;
        if (dead[document] !== 0 || fields[document] === NOTE || articles.at(slot) !== null)
          continue;
        unknown.add(articles.idOf(slot));
      }
    }
    return [...unknown];
  }

  /**
   * Reads what has changed. `renew`: what is held cannot be brought up to date and has to be loaded
   * anew. @returns the slots of articles whose texts are others now.
   */
  async follow(): Promise<'same' | 'renew' | { texts: number[] }> {
    const known = this.known();
    if (await isUnchanged(known)) return 'same';
    const changes = await readChanges(known, (rows) => this.holdNew(rows));
    const { state } = changes.moment;
    // Marks went that were not seen here: what they marked is not known.
    const hasMissed = changes.whole !== null && state.trimmed > this.seen;
    if (state.epoch !== this.state.epoch || hasMissed) return 'renew';
    return { texts: this.apply(changes) };
  }

  private known(): KnownIndex {
    const segmentIds = new Set([...this.segments.keys(), ...this.unusable]);
    return { seen: this.seen, generation: this.state.generation, segmentIds };
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
    this.drift += this.put(rows);
    this.state = moment.state;
    this.seen = moment.marks.at(-1)?.serial ?? this.seen;
    this.remark();
    return moment.marks
      .filter(({ table }) => table === 'articleTexts')
      .map(({ id }) => this.catalog.articles.slotOf(id));
  }

  /** Takes in what was written. Answers how many rows that is. */
  private put(rows: WrittenRows): number {
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
    return rows.articles.size + rows.annotations.size + rows.notes.size + rows.tags.size;
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
      const reader = this.readerOf(id, withoutIds(header));
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

/** From here on to read all is quicker than to read these one by one. */
const MOST_IMPORTED = 20_000;
/** Segments read at a time. */
const SEGMENTS = 16;
/** The field of notes as segments store it. */
const NOTE = 2;
