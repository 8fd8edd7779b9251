import { fold } from '../fold';
import type {
  Literal,
  Places,
  SearchArticle,
  SearchNote,
  SearchPassage,
  SearchSource,
  SearchTag,
  TextField,
} from '../source';
import { PlaceList } from './place-list';

/** The archive as a plain scan reads it. What is long is read in batches, through the callback. */
export interface ScanRows {
  articles: readonly SearchArticle[];
  notes: readonly SearchNote[];
  tags: readonly SearchTag[];
  passages: readonly SearchPassage[];
  /** Words of articles or notes by their ordinals, in the order asked for; at most `BATCH` of them. */
  texts(field: 'text' | 'note', owners: Uint32Array): Promise<string[]>;
  /** In text order; the scan may ask for those of any article. */
  paragraphs: SearchSource['paragraphs'];
}

const BATCH = 500;

/** Answers by reading every text: slow, always right. */
export class ScanSource implements SearchSource {
  readonly articles: readonly SearchArticle[];
  readonly notes: readonly SearchNote[];
  readonly tags: readonly SearchTag[];
  readonly passages: readonly SearchPassage[];

  constructor(private readonly rows: ScanRows) {
    this.articles = rows.articles;
    this.notes = rows.notes;
    this.tags = rows.tags;
    this.passages = rows.passages;
  }

  async find(
    field: TextField,
    literal: Literal,
    among?: Uint32Array,
    signal?: AbortSignal,
  ): Promise<Places> {
    const found = new PlaceList();
    const { text, likeness } = literal;
    if (text === '') return found.places();
    const wanted = likeness === 'folded' ? fold(text) : text;
    const owners = among ?? this.all(field);
    for (let from = 0; from < owners.length; from += BATCH) {
      const batch = owners.subarray(from, from + BATCH);
      const texts = await this.texts(field, batch);
      signal?.throwIfAborted();
      for (const [index, owner] of batch.entries()) {
        const read = texts[index] ?? '';
        const where = likeness === 'folded' ? fold(read) : read;
        for (let at = where.indexOf(wanted); at !== -1; at = where.indexOf(wanted, at + 1)) {
          found.add(owner, at, at + wanted.length);
        }
      }
    }
    return found.places();
  }

  async texts(field: TextField, owners: Uint32Array): Promise<string[]> {
    if (field === 'title') return Array.from(owners, (owner) => this.articles[owner]?.title ?? '');
    const texts: string[] = [];
    for (let from = 0; from < owners.length; from += BATCH) {
      for (const text of await this.rows.texts(field, owners.subarray(from, from + BATCH))) {
        texts.push(text);
      }
    }
    return texts;
  }

  paragraphs(article: number): ReturnType<SearchSource['paragraphs']> {
    return this.rows.paragraphs(article);
  }

  private all(field: TextField): Uint32Array {
    const { length } = field === 'note' ? this.notes : this.articles;
    return Uint32Array.from({ length }, (_, ordinal) => ordinal);
  }
}
