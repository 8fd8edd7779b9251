import type { ArticleText } from '@domain/model';
import type { SearchSource, TextField } from '@domain/search/source';
import type { CatalogView } from './catalog';
import type { Layout } from './layout';
import { type LooseText, measured } from './loose-texts';
import { RecentTexts } from './recent-texts';
import { NONE } from './slots';

/** What words are read from; rows that are gone give an empty text. */
export interface Rows {
  texts(articleIds: string[]): Promise<(ArticleText | undefined)[]>;
  notes(noteIds: string[]): Promise<string[]>;
}

/** Texts read at a time. */
const BATCH = 200;
/** Of so few texts what was read is kept: they are shown. */
const FEW = 40;

/** Reads the words of a source, and remembers what that tells of texts that no segment has as they are now. */
export class SourceTexts {
  /** By ordinal of the article; what is missing is not known yet. */
  readonly loose = new Map<number, LooseText>();
  private readonly articles: SearchSource['articles'];
  private readonly notes: SearchSource['notes'];
  /** A row is read again to show what was found in it, and when the next key finds it too. */
  private readonly recent = new RecentTexts();

  /** @param looseTexts by slot */
  constructor(
    { articles, notes }: CatalogView,
    private readonly layout: Layout,
    looseTexts: ReadonlyMap<number, LooseText>,
    private readonly rows: Rows,
  ) {
    this.articles = articles.rows;
    this.notes = notes;
    for (const [slot, text] of looseTexts) {
      const ordinal = articles.ordinals[slot] ?? NONE;
      if (ordinal !== NONE) this.loose.set(ordinal, text);
    }
  }

  /** Words of owners, some at a time; the next are read meanwhile. */
  async *batches(field: TextField, owners: Uint32Array) {
    const readFrom = (from: number) => {
      const reading = this.read(field, owners.subarray(from, from + BATCH));
      // Nobody waits for it any more when the walk ends early.
      reading.catch(() => undefined);
      return reading;
    };
    let next = owners.length === 0 ? null : readFrom(0);
    for (let from = 0; next !== null; from += BATCH) {
      const read: string[] = await next;
      next = from + BATCH < owners.length ? readFrom(from + BATCH) : null;
      yield { batch: owners.subarray(from, from + BATCH), read };
    }
  }

  private async read(field: TextField, owners: Uint32Array): Promise<string[]> {
    if (field === 'title') return Array.from(owners, (owner) => this.articles[owner]?.title ?? '');
    if (field === 'note') return this.rows.notes(idsOf(this.notes, owners));
    const held = Array.from(
      owners,
      (owner) => this.loose.get(owner)?.text ?? this.recent.get(owner) ?? null,
    );
    if (held.every((text) => text !== null)) return held;
    const others = owners.filter((_, index) => held[index] === null);
    const rows = await this.rows.texts(idsOf(this.articles, others));
    for (const [index, owner] of others.entries()) {
      if (this.layout.textSegments[owner] !== NONE || this.loose.has(owner)) continue;
      this.loose.set(owner, measured(rows[index]));
    }
    let next = 0;
    const read = held.map((text) => text ?? rows[next++]?.text ?? '');
    if (owners.length <= FEW) this.recent.keep(owners, read);
    return read;
  }
}

export function idsOf(rows: readonly { id: string }[], ordinals: Uint32Array): string[] {
  return Array.from(ordinals, (ordinal) => rows[ordinal]?.id ?? '');
}
