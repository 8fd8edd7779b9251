import type { Tag } from '@domain/model';
import type { ChangedRows } from '@renderer/data/changed-rows';
import type { AnnotationParts, ArticleParts } from '@renderer/data/library-rows';
import type { LibraryOrder } from './library-head';
import { type LibraryRow, LibraryRows } from './library-rows';

/** How the library's rows are read. Pieces come in the order of ids; one without rows is the end. */
export interface LibraryReads {
  /** What is seen at once: the first rows of the list in an order. */
  head(order: LibraryOrder): Promise<ArticleParts[]>;
  articlesAfter(id: string): Promise<ArticleParts[]>;
  annotationsAfter(id: string): Promise<AnnotationParts[]>;
  /** Those that there are. */
  articlesAmong(ids: string[]): Promise<ArticleParts[]>;
  annotationsAmong(ids: string[]): Promise<AnnotationParts[]>;
  annotationsOn(articleIds: string[]): Promise<AnnotationParts[]>;
  tags(): Promise<Tag[]>;
  count(): Promise<number>;
  /** Resolves when the window has drawn what it was told. */
  drawn(): Promise<void>;
  /** Resolves when it is time to follow the next write. */
  rest(): Promise<void>;
}

/** How many rows `head` reads. */
export const HEAD = 60;

/** The library at one moment. */
export interface LibraryState {
  /** In the order of import. As long as it is not complete: the first rows of all, without a gap. */
  rows: readonly LibraryRow[];
  complete: boolean;
  /** While not complete: the list's first rows in the order it was opened with, when it is another one. */
  head: readonly LibraryRow[];
  /** How many articles there are; `undefined` until they are counted. */
  total: number | undefined;
  tags: readonly Tag[];
  /** How many annotations carry each tag; `undefined` until annotations are read. */
  tagCounts: ReadonlyMap<string, number> | undefined;
}

/** From here on reading everything anew is quicker than reading what was written. */
const MANY = 20_000;
/** Milliseconds between two states while rows arrive. */
const BEAT = 200;

export const BY_IMPORT: LibraryOrder = { sort: 'imported', descending: false };

const NOTHING: LibraryState = {
  rows: [],
  complete: false,
  head: [],
  total: undefined,
  tags: [],
  tagCounts: undefined,
};

/**
 * All articles as lists show them, read once in pieces that hold up nothing, and kept true from then on
 * by reading again what was written.
 */
export class LibraryList {
  /** `undefined` until there is something to show. */
  state: LibraryState | undefined;
  /** Why it could not be read. */
  error: unknown = null;
  /** Resolves when what is shown first has been drawn, or nothing can be. */
  readonly shown: Promise<void>;
  private tellShown: () => void = () => undefined;
  private rows = new LibraryRows([]);
  /** Up to which id article rows have arrived; `null`: all. */
  private position: string | null = '';
  private written = new Written();
  private isHeadStale = false;
  private work: Promise<void> | null;
  private toldAt = 0;

  constructor(
    private readonly reads: LibraryReads,
    readonly order: LibraryOrder,
    private readonly onChange: () => void,
  ) {
    this.shown = new Promise((resolve) => {
      this.tellShown = resolve;
    });
    this.work = this.run(() => this.open());
  }

  /** Tells of a write. */
  changed(rows: ChangedRows): void {
    this.written.add(rows);
    this.isHeadStale = true;
    this.work ??= this.run(() => this.follow());
  }

  /** Resolves when all that was told is in the list. */
  async settled(): Promise<void> {
    while (this.work !== null) await this.work;
  }

  private async run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      while (!this.written.isEmpty) await this.follow();
    } catch (error) {
      this.error = error;
      this.onChange();
    }
    this.tellShown();
    this.work = null;
  }

  private async open(): Promise<void> {
    await this.readHead();
    if (this.isMoreThanHead()) await this.reads.drawn();
    this.tellShown();
    this.reads.count().then(
      (total) => this.state?.complete === false && this.tell({ total }),
      // It is only shown, and known when all rows are there.
      () => undefined,
    );
    await this.load();
  }

  /** All rows anew; what is shown stays until they are there. */
  private async load(): Promise<void> {
    const isFirst = this.state?.complete !== true;
    this.position = '';
    this.rows = new LibraryRows(await this.reads.tags());
    for (let after: string | undefined = ''; after !== undefined; ) {
      const piece = await this.reads.annotationsAfter(after);
      this.rows.addAnnotations(piece);
      after = piece.at(-1)?.id;
      if (isFirst && this.isHeadStale) await this.readHead();
    }
    if (isFirst) this.tell({ tagCounts: this.rows.tagCounts });
    for (let after: string | undefined = ''; after !== undefined; ) {
      const piece = await this.reads.articlesAfter(after);
      this.rows.append(piece);
      after = piece.at(-1)?.id;
      this.position = after ?? null;
      await this.applyWritten();
      if (isFirst && !this.isByImport && this.isHeadStale) await this.readHead();
      if (isFirst && after !== undefined) this.tellArrived();
    }
    this.tellAll();
  }

  /** The first rows as they are now, whole in themselves. */
  private async readHead(): Promise<void> {
    this.isHeadStale = false;
    const [tags, own] = await Promise.all([this.reads.tags(), this.reads.head(this.order)]);
    // Without it there are at least some rows that say that there are some.
    const isImport = this.isByImport || own.length === 0;
    const head = isImport && !this.isByImport ? await this.reads.head(BY_IMPORT) : own;
    const rows = new LibraryRows(tags);
    rows.addAnnotations(await this.reads.annotationsOn(head.map(({ id }) => id)));
    const made = head.map((article) => rows.rowOf(article));
    this.tell({ rows: isImport ? made : [], head: isImport ? [] : made, tags });
  }

  /** The rows that arrive are the beginning of the list. */
  private get isByImport(): boolean {
    return this.order.sort === 'imported' && !this.order.descending;
  }

  private isMoreThanHead(): boolean {
    const { rows, head } = this.state ?? NOTHING;
    return rows.length + head.length >= HEAD;
  }

  private async follow(): Promise<void> {
    if (this.written.isUnclear || this.written.size > MANY) {
      this.written = new Written();
      return this.load();
    }
    await this.applyWritten();
    this.tellAll();
    await this.reads.rest();
  }

  /** What was written to rows that are here is read again; the others arrive later. */
  private async applyWritten(): Promise<void> {
    const { written, position } = this;
    if (written.isEmpty || written.isUnclear) return;
    const hasArrived = (id: string) => position === null || id <= position;
    const arrived = [...written.articles].filter(hasArrived);
    this.written = new Written();
    for (const id of written.articles) if (!hasArrived(id)) this.written.articles.add(id);
    const [articles, annotations] = await Promise.all([
      this.reads.articlesAmong(arrived),
      this.reads.annotationsAmong([...written.annotations]),
    ]);
    if (written.tags.size > 0) this.rows.setTags(await this.reads.tags(), written.tags);
    this.rows.change(
      { articles: arrived, annotations: written.annotations },
      { articles, annotations },
    );
  }

  /** While rows arrive, from time to time and never fewer than there were. */
  private tellArrived(): void {
    const now = performance.now();
    const isLess = this.rows.count < (this.state?.rows.length ?? 0);
    if (now - this.toldAt < BEAT || isLess || !this.isByImport) return;
    this.toldAt = now;
    this.tell({ rows: this.rows.rows });
  }

  private tellAll(): void {
    const { rows, tags, tagCounts } = this.rows;
    this.tell({ rows, head: [], complete: true, total: rows.length, tags, tagCounts });
  }

  private tell(changes: Partial<LibraryState>): void {
    this.state = { ...NOTHING, ...this.state, ...changes };
    this.onChange();
  }
}

/** What was written and not yet read again. */
class Written {
  readonly articles = new Set<string>();
  readonly annotations = new Set<string>();
  readonly tags = new Set<string>();
  /** It is not known which rows. */
  isUnclear = false;

  get isEmpty(): boolean {
    return this.size === 0 && !this.isUnclear;
  }

  get size(): number {
    return this.articles.size + this.annotations.size + this.tags.size;
  }

  add(rows: ChangedRows): void {
    for (const table of ['articles', 'annotations', 'tags'] as const) {
      const keys = rows.get(table);
      if (keys === null) this.isUnclear = true;
      for (const key of keys ?? []) this[table].add(key);
    }
  }
}
