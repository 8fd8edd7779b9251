import { fold } from '@domain/search/fold';
import { paragraphsOf, SegmentError } from '@domain/search/segment';
import type { Literal, Places, SearchSource, TextField } from '@domain/search/source';
import type { CatalogView } from './catalog';
import type { Layout, SegmentLayout } from './layout';
import { type LooseText, type SourceParagraph, unpacked } from './loose-texts';
import { PlaceGatherer } from './place-gatherer';
import { NONE } from './slots';

/** What a source reads while it answers; rows that are gone give an empty text. */
export interface Words {
  texts(articleIds: string[]): Promise<string[]>;
  notes(noteIds: string[]): Promise<string[]>;
  /** A segment is damaged, or is no longer there: what it has was read from the rows instead. */
  onFault(segmentId: string): void;
}

/** Texts read at a time. */
const BATCH = 200;

/**
 * Answers from the segments, and by reading them from what no segment has as it is now. It stays what
 * it is when the archive changes.
 */
export class IndexSource implements SearchSource {
  readonly articles: SearchSource['articles'];
  readonly notes: SearchSource['notes'];
  readonly tags: SearchSource['tags'];
  readonly passages: SearchSource['passages'];
  /** By ordinal of the article. */
  private readonly looseTexts = new Map<number, LooseText>();

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
    for (const [slot, text] of looseTexts) {
      const ordinal = catalog.articles.ordinals[slot] ?? NONE;
      if (ordinal !== NONE) this.looseTexts.set(ordinal, text);
    }
  }

  async find(field: TextField, literal: Literal, among?: Uint32Array): Promise<Places> {
    const owners = field === 'note' ? this.notes.length : this.articles.length;
    const gatherer = new PlaceGatherer(literal.text.length);
    if (literal.text === '') return gatherer.places(owners);
    const mask = among === undefined ? null : maskOf(among, owners);
    // All at once: where postings are read as they are needed, they are waited for together.
    await Promise.all(
      this.layout.segments.map((segment) => this.findIn(segment, field, literal, mask, gatherer)),
    );
    const loose = this.layout.loose[field];
    await this.scan(
      field,
      literal,
      mask === null ? loose : loose.filter((owner) => mask[owner] === 1),
      gatherer,
    );
    return gatherer.places(owners);
  }

  roughCount(text: string): number {
    return this.layout.segments.reduce((sum, { segment }) => sum + segment.reader.atMost(text), 0);
  }

  async texts(field: TextField, owners: Uint32Array): Promise<string[]> {
    if (field === 'title') return Array.from(owners, (owner) => this.articles[owner]?.title ?? '');
    const texts: string[] = [];
    for (let from = 0; from < owners.length; from += BATCH) {
      const batch = owners.subarray(from, from + BATCH);
      for (const text of await this.read(field, batch)) texts.push(text);
    }
    return texts;
  }

  paragraphs(article: number): readonly SourceParagraph[] {
    const segment = this.layout.textSegments[article] ?? NONE;
    if (segment === NONE) {
      return unpacked(this.looseTexts.get(article)?.paragraphs ?? new Uint32Array());
    }
    const { header } = (this.layout.segments[segment] as SegmentLayout).segment.reader;
    return paragraphsOf(header, this.layout.textDocuments[article] as number);
  }

  textState(article: number): unknown {
    const segment = this.layout.textSegments[article] ?? NONE;
    if (segment === NONE) return this.looseTexts.get(article);
    return this.layout.segments[segment]?.segment.id;
  }

  private async findIn(
    { segment, wanted, owners }: SegmentLayout,
    field: TextField,
    literal: Literal,
    mask: Uint8Array | null,
    gatherer: PlaceGatherer,
  ): Promise<void> {
    if (segment.reader.atMost(literal.text) === 0) return;
    const asked =
      mask === null
        ? wanted
        : wanted.map((is, document) => is & (mask[owners[document] ?? 0] ?? 0));
    if (mask !== null && !asked.includes(1)) return;
    try {
      const { text, likeness } = literal;
      const answer = segment.reader.find(text, {
        ...{ field, likeness },
        wanted: asked,
        names: owners,
      });
      // To wait for what is there already would cost more than many an answer.
      const hits = answer instanceof Promise ? await answer : answer;
      gatherer.addAll(hits.documents, hits.starts);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      this.words.onFault(segment.id);
      const { fields } = segment.reader.header.documents;
      const kind = ['title', 'text', 'note'].indexOf(field);
      const rest = owners.filter(
        (_, document) => asked[document] === 1 && fields[document] === kind,
      );
      await this.scan(field, literal, rest, gatherer);
    }
  }

  /** Looks through texts themselves. */
  private async scan(
    field: TextField,
    { text: literal, likeness }: Literal,
    owners: Uint32Array,
    gatherer: PlaceGatherer,
  ): Promise<void> {
    const like = likeness === 'folded' ? fold : (text: string) => text;
    const wanted = like(literal);
    for (let from = 0; from < owners.length; from += BATCH) {
      const batch = owners.subarray(from, from + BATCH);
      const texts = await this.read(field, batch);
      for (const [index, owner] of batch.entries()) {
        const text = like(texts[index] ?? '');
        for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
          gatherer.add(owner, at);
        }
      }
    }
  }

  private async read(field: TextField, owners: Uint32Array): Promise<string[]> {
    if (field === 'title') return this.texts(field, owners);
    if (field === 'note') return this.words.notes(idsOf(this.notes, owners));
    const held = Array.from(owners, (owner) => this.looseTexts.get(owner)?.text ?? null);
    if (held.every((text) => text !== null)) return held;
    const others = owners.filter((_, index) => held[index] === null);
    const read = await this.words.texts(idsOf(this.articles, others));
    let next = 0;
    return held.map((text) => text ?? read[next++] ?? '');
  }
}

function idsOf(rows: readonly { id: string }[], ordinals: Uint32Array): string[] {
  return Array.from(ordinals, (ordinal) => rows[ordinal]?.id ?? '');
}

function maskOf(ordinals: Uint32Array, size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const ordinal of ordinals) mask[ordinal] = 1;
  return mask;
}
