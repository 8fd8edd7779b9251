import { fold } from '@domain/search/fold';
import { paragraphsOf, SegmentError } from '@domain/search/segment';
import type { CountSink, Literal, Places, SearchSource, TextField } from '@domain/search/source';
import type { CatalogView } from './catalog';
import { hasLoose, type Layout, type SegmentLayout } from './layout';
import { type LooseText, type SourceParagraph, unpacked } from './loose-texts';
import { askedOf, maskOf, type Narrowed } from './narrowed';
import { findNearIn } from './near-places';
import { PlaceGatherer } from './place-gatherer';
import { NONE } from './slots';
import { idsOf, type Rows, SourceTexts } from './source-texts';

/** What a source reads while it answers, and asks. */
export interface Words extends Rows {
  /** A segment is damaged, or is no longer there: what it has has to be found otherwise. */
  onFault(segmentId: string): void;
  /** A source made since then, if there is one: what one segment had, another may have now. */
  newer(): Promise<IndexSource | null>;
}

/** To read so many texts takes a good part of a second. */
const MANY = 1000;
/** Of so few texts one unit is looked for in the texts: its postings may be the longest of all. */
const FEW = 40;

/**
 * Answers from the segments, and by reading them from what no segment has as it is now. It stays what
 * it is when the archive changes. Of many loose texts nothing need be known beforehand: they are looked
 * through as they stream by, and what that tells of their paragraphs is kept.
 */
export class IndexSource implements SearchSource {
  readonly articles: SearchSource['articles'];
  readonly notes: SearchSource['notes'];
  readonly tags: SearchSource['tags'];
  readonly passages: SearchSource['passages'];
  private readonly read: SourceTexts;
  /** What owners that were asked for mean for each segment: they are asked for in one field after the other. */
  private readonly narrowed = new WeakMap<Uint32Array, Narrowed>();

  constructor(
    catalog: CatalogView,
    private readonly layout: Layout,
    looseTexts: ReadonlyMap<number, LooseText>,
    private readonly words: Words,
  ) {
    this.articles = catalog.articles.rows;
    this.notes = catalog.notes;
    this.tags = catalog.tags;
    this.passages = catalog.passages;
    this.read = new SourceTexts(catalog, layout, looseTexts, words);
  }

  /** Whether lengths and paragraphs of all texts are known. */
  get isComplete(): boolean {
    return this.layout.loose.text.every((ordinal) => this.read.loose.has(ordinal));
  }

  find(
    field: TextField,
    literal: Literal,
    among?: Uint32Array,
    signal?: AbortSignal,
  ): Promise<Places> {
    return this.findOnce(field, literal, { among, signal, mayAskNewer: true });
  }

  private async findOnce(
    field: TextField,
    literal: Literal,
    { among, ...how }: Looking & { among: Uint32Array | undefined },
  ): Promise<Places> {
    const owners = field === 'note' ? this.notes.length : this.articles.length;
    const gatherer = new PlaceGatherer(literal.text.length);
    if (literal.text === '') return gatherer.places(owners);
    const look = { ...how, field, literal, gatherer };
    if (among !== undefined && among.length <= FEW && literal.text.length === 1) {
      await this.scan(among, look);
      return gatherer.places(owners);
    }
    const narrowed = among === undefined ? null : this.narrowedTo(among, owners);
    // All at once: where postings are read as they are needed, they are waited for together.
    await Promise.all(this.layout.segments.map((segment) => this.findIn(segment, narrowed, look)));
    const loose = this.layout.loose[field];
    const isAsked = (owner: number) => narrowed?.mask[owner] === 1;
    await this.scan(narrowed === null ? loose : loose.filter(isAsked), look);
    return gatherer.places(owners);
  }

  async count({ text, likeness }: Literal, into: CountSink): Promise<boolean> {
    const { segments } = this.layout;
    if (text === '' || hasLoose(this.layout)) return false;
    try {
      await Promise.all(
        segments
          .filter(({ segment }) => segment.reader.atMost(text) > 0)
          .map(async ({ segment, wanted, owners }) => {
            await segment.reader.count(text, likeness, { wanted, names: owners }, into);
          }),
      );
      return true;
    } catch (error) {
      // To find it is to find what is missing elsewhere.
      if (error instanceof SegmentError) return false;
      throw error;
    }
  }

  findNear(
    literals: readonly Literal[],
    most: readonly number[],
    pause: () => Promise<void>,
  ): Promise<Record<TextField, Places>[] | null> {
    const owners = { articles: this.articles.length, notes: this.notes.length };
    return findNearIn(this.layout, { literals, most, pause, owners });
  }

  roughCount(text: string): number {
    return this.layout.segments.reduce((sum, { segment }) => sum + segment.reader.atMost(text), 0);
  }

  unread(): Uint32Array | null {
    const { text } = this.layout.loose;
    if (text.length < MANY) return null;
    const unread = text.filter((ordinal) => (this.read.loose.get(ordinal)?.text ?? null) === null);
    return unread.length < MANY ? null : unread;
  }

  async texts(field: TextField, owners: Uint32Array): Promise<string[]> {
    const texts: string[] = [];
    for await (const { read } of this.read.batches(field, owners)) texts.push(...read);
    return texts;
  }

  async readParagraphs(articles: Uint32Array, signal?: AbortSignal): Promise<void> {
    const unknown = articles.filter(
      (article) => this.layout.textSegments[article] === NONE && !this.read.loose.has(article),
    );
    for await (const _ of this.read.batches('text', unknown)) signal?.throwIfAborted();
  }

  paragraphs(article: number): readonly SourceParagraph[] {
    const segment = this.layout.textSegments[article] ?? NONE;
    if (segment === NONE) {
      return unpacked(this.read.loose.get(article)?.paragraphs ?? new Uint32Array());
    }
    const { header } = (this.layout.segments[segment] as SegmentLayout).segment.reader;
    return paragraphsOf(header, this.layout.textDocuments[article] as number);
  }

  textState(article: number): unknown {
    const segment = this.layout.textSegments[article] ?? NONE;
    // What is not known yet is like nothing else.
    if (segment === NONE) return this.read.loose.get(article) ?? this;
    return this.layout.segments[segment]?.segment.id;
  }

  private narrowedTo(among: Uint32Array, owners: number): Narrowed {
    const before = this.narrowed.get(among);
    // Notes have other ordinals than articles.
    if (before?.mask.length === owners) return before;
    const narrowed = { mask: maskOf(among, owners), asked: new Map() };
    this.narrowed.set(among, narrowed);
    return narrowed;
  }

  private async findIn(
    layout: SegmentLayout,
    narrowed: Narrowed | null,
    look: Look,
  ): Promise<void> {
    const { segment, owners } = layout;
    const { field, literal, gatherer } = look;
    if (segment.reader.atMost(literal.text) === 0) return;
    const asked = narrowed === null ? layout.wanted : askedOf(layout, narrowed);
    if (asked === null) return;
    try {
      const { text, likeness } = literal;
      const how = { field, likeness, wanted: asked, names: owners };
      const answer = segment.reader.find(text, how);
      // To wait for what is there already would cost more than many an answer.
      const hits = answer instanceof Promise ? await answer : answer;
      gatherer.addAll(hits.documents, hits.starts);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      this.words.onFault(segment.id);
      const { fields } = segment.reader.header.documents;
      const kind = FIELDS.indexOf(field);
      const rest = owners.filter(
        (_, document) => asked[document] === 1 && fields[document] === kind,
      );
      if (!(await this.findInNewer(rest, look))) await this.scan(rest, look);
    }
  }

  /**
   * Most segments that are missed were put together with others: then a source made since has them.
   * @returns whether it was asked
   */
  private async findInNewer(owners: Uint32Array, look: Look): Promise<boolean> {
    const newer = look.mayAskNewer ? await this.words.newer() : null;
    if (newer === null) return false;
    const { field, literal, gatherer, signal } = look;
    const rows = (source: IndexSource) => (field === 'note' ? source.notes : source.articles);
    const own = new Map(idsOf(rows(this), owners).map((id, index) => [id, owners[index] ?? 0]));
    const ordinals = new Map<number, number>();
    for (const [ordinal, { id }] of rows(newer).entries()) {
      const mine = own.get(id);
      if (mine !== undefined) ordinals.set(ordinal, mine);
    }
    const among = Uint32Array.from(ordinals.keys());
    const found = await newer.findOnce(field, literal, { among, signal, mayAskNewer: false });
    gatherer.addAll(
      found.owners.map((ordinal) => ordinals.get(ordinal) ?? 0),
      found.starts,
    );
    return true;
  }

  /** Looks through texts themselves. */
  private async scan(owners: Uint32Array, look: Look): Promise<void> {
    const { field, literal, gatherer, signal } = look;
    const like = literal.likeness === 'folded' ? fold : (text: string) => text;
    const wanted = like(literal.text);
    for await (const { batch, read } of this.read.batches(field, owners)) {
      signal?.throwIfAborted();
      for (const [index, owner] of batch.entries()) {
        const text = like(read[index] ?? '');
        for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
          gatherer.add(owner, at);
        }
      }
    }
  }
}

/** As segments number them. */
const FIELDS = ['title', 'text', 'note'] as const;

/** How something is looked for. */
interface Looking {
  signal: AbortSignal | undefined;
  /** Whether what a segment does not give may be asked of a newer source. */
  mayAskNewer: boolean;
}

interface Look extends Looking {
  field: TextField;
  literal: Literal;
  gatherer: PlaceGatherer;
}
