import { findArticleTexts } from '@renderer/data/articles';
import type { PagedSegment } from '@renderer/data/page-files';
import { readNotes } from '@renderer/data/search-rows';
import { HeldIndex } from './held-index';
import { IndexSource } from './index-source';
import { type Layout, layOut } from './layout';
import { LooseTexts } from './loose-texts';
import { Postings } from './postings';

/** From so many UTF-16 code units on postings are read as they are needed. */
const ALL_IN_MEMORY = 50_000_000;
/** Texts read at a time. */
const BATCH = 200;
/** More loose texts than this are not read before a search, which looks through them itself. */
const READ_BEFORE = 1000;

const NOT_KEPT = Promise.resolve(false);

/** How far the index is. */
export interface IndexProgress {
  /** Titles, texts and notes, and how many of them are in the index as they are now. */
  documents: number;
  indexed: number;
  isLoaded: boolean;
}

/** Keeps a source that is as the archive is at the moment when it is asked for. */
export class SearchEngine {
  held: HeldIndex;
  layout: Layout | null = null;
  /** Called when something is there to be tidied. */
  onUntidy: () => void = () => undefined;
  /** Called with each source that is made. */
  onSource: (source: IndexSource) => void = () => undefined;
  readonly looseTexts = new LooseTexts();
  private readonly postings: Postings;
  private known: IndexSource | null = null;
  private isStale = false;
  /** Whether the kept catalogue fitted. */
  private kept: Promise<boolean> | null = null;
  private mustLoadAll = false;
  /** How many wait for a source that knows all texts. */
  private waiting = 0;
  private running: Promise<IndexSource> | null = null;
  private next: Promise<IndexSource> | null = null;

  /** @param allInMemory from so many UTF-16 code units on postings are read as they are needed */
  constructor(allInMemory = ALL_IN_MEMORY) {
    this.postings = new Postings(allInMemory);
    this.postings.onDamaged = () => this.onUntidy();
    this.held = this.newIndex();
  }

  private newIndex(): HeldIndex {
    return new HeldIndex((id, header) => this.postings.readerOf(id, header));
  }

  progress(): IndexProgress {
    if (this.layout === null) return { documents: 0, indexed: 0, isLoaded: false };
    const { loose, textSegments } = this.layout;
    const notes = this.known?.notes.length ?? 0;
    const documents = 2 * textSegments.length + notes;
    const open = loose.title.length + loose.text.length + loose.note.length;
    return { documents, indexed: documents - open, isLoaded: true };
  }

  /** The source that was made last; `null` while nothing is loaded. */
  get last(): IndexSource | null {
    return this.known;
  }

  /**
   * A source of this moment; the same object as before when nothing has changed. What runs already may have
   * looked before the last write: who asks now waits for the next look.
   */
  refresh(): Promise<IndexSource> {
    if (this.running === null) return this.start();
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.start();
      });
    return this.next;
  }

  /** A source of this moment that knows lengths and paragraphs of all texts, which may take long. */
  async complete(): Promise<IndexSource> {
    this.waiting += 1;
    try {
      for (;;) {
        const source = await this.refresh();
        if (source.isComplete) return source;
        this.isStale = true;
      }
    } finally {
      this.waiting -= 1;
    }
  }

  /** See `Postings`. */
  followFiles(): Promise<PagedSegment[] | null> {
    return this.postings.followFiles();
  }

  /** Loads what takes little: the first question does the rest, or who knows that nothing is held up by it. */
  async loadKept(): Promise<void> {
    if (await this.tryKept()) await this.refresh();
  }

  private tryKept(): Promise<boolean> {
    // What cannot be read is made again; what is the matter with the database shows there.
    this.kept ??= this.held.loadKept().catch(() => false);
    return this.kept;
  }

  private async load(): Promise<void> {
    if (await this.tryKept()) return;
    this.reset();
    this.kept = NOT_KEPT;
    await this.held.load();
  }

  /**
   * Looks whether what was kept has all rows, which takes longer than to load it. That it has not would be a
   * fault: then all is read, and kept anew.
   */
  async verify(): Promise<void> {
    if (this.kept === null || !(await this.kept)) return;
    const { held } = this;
    const isWhole = await held.isWhole();
    if (isWhole !== false || held !== this.held) return;
    this.mustLoadAll = true;
    await this.refresh();
  }

  private start(): Promise<IndexSource> {
    this.running = this.bringUpToDate().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async bringUpToDate(): Promise<IndexSource> {
    try {
      for (;;) {
        if (this.mustLoadAll) {
          this.reset();
          this.kept = NOT_KEPT;
          this.mustLoadAll = false;
        }
        if (this.known === null) await this.load();
        const followed = await this.held.follow();
        if (followed === 'renew') {
          this.reset();
          continue;
        }
        if (followed !== 'same') for (const slot of followed.texts) this.looseTexts.remove(slot);
        if (followed === 'same' && this.known !== null && !this.isStale) return this.known;
        this.isStale = false;
        return await this.renewSource();
      }
    } catch (error) {
      this.reset();
      throw error;
    }
  }

  private reset(): void {
    this.held = this.newIndex();
    this.looseTexts.keepOnly(new Set());
    this.known = null;
    this.layout = null;
    this.kept = null;
  }

  private async renewSource(): Promise<IndexSource> {
    const { held } = this;
    let catalog = held.catalog.view();
    let layout = layOut([...held.segments.values()], catalog, held.marked);
    if (layout.doubled.size > 0) {
      for (const id of layout.doubled) held.giveUp(id);
      layout = layOut([...held.segments.values()], catalog, held.marked);
    }
    this.layout = layout;
    const { text } = layout.loose;
    const slots = Array.from(text, (ordinal) =>
      held.catalog.articles.slotOf(catalog.articles.rows[ordinal]?.id ?? ''),
    );
    this.looseTexts.keepOnly(new Set(slots));
    if (this.waiting > 0 || text.length <= READ_BEFORE) {
      await this.readLoose(catalog.articles.rows, text, slots);
      // The lengths of texts that were read now stand in the articles' rows.
      catalog = held.catalog.view();
    }
    const source: IndexSource = new IndexSource(catalog, layout, this.looseTexts.copy(), {
      texts: findArticleTexts,
      notes: async (ids) => (await readNotes(ids)).map((row) => row?.plain ?? ''),
      onFault: (segmentId) => this.giveUp(segmentId),
      newer: async () => {
        const newer = await this.refresh().catch(() => source);
        return newer === source ? null : newer;
      },
    });
    void this.postings.hold([...held.segments.values()]);
    // The first search finds the files open.
    if (this.known === null) await this.postings.opened();
    this.known = source;
    this.onSource(source);
    this.onUntidy();
    return this.known;
  }

  /** @param slots of the loose articles */
  private async readLoose(
    articles: readonly { id: string }[],
    loose: Uint32Array,
    slots: readonly number[],
  ): Promise<void> {
    const { catalog } = this.held;
    const wanted = Array.from(loose).filter((_, index) => !this.looseTexts.has(slots[index] ?? 0));
    for (let from = 0; from < wanted.length; from += BATCH) {
      const ids = wanted.slice(from, from + BATCH).map((ordinal) => articles[ordinal]?.id ?? '');
      for (const [index, row] of (await findArticleTexts(ids)).entries()) {
        const slot = catalog.articles.slotOf(ids[index] ?? '');
        catalog.setLength(slot, this.looseTexts.put(slot, row));
      }
    }
  }

  private giveUp(segmentId: string): void {
    if (!this.held.giveUp(segmentId)) return;
    // Who asks next gets a source without it.
    this.isStale = true;
    this.onUntidy();
  }
}
