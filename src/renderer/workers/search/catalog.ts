import type { Annotation, Article, Note, Tag } from '@domain/model';
import type { SearchArticle, SearchNote, SearchPassage, SearchTag } from '@domain/search/source';
import { type Dense, Slots } from './slots';

/** What of the archive is not words, at one moment. The arrays do not change. */
export interface CatalogView {
  articles: Dense<SearchArticle>;
  /** In the order of `noteSlots`' ordinals. */
  notes: readonly SearchNote[];
  noteOrdinals: Uint32Array;
  tags: readonly SearchTag[];
  passages: readonly SearchPassage[];
}

type NoteRow = Pick<SearchNote, 'id' | 'targetKind' | 'targetId'>;

interface AnnotationRow {
  articleId: string;
  place: Omit<SearchPassage, 'article'> | null;
}

/**
 * What a search knows of articles, notes, tags and passages without their words. It is changed row by
 * row, and what is handed out is made anew only as far as it has changed.
 */
export class Catalog {
  readonly articles = new Slots<SearchArticle>();
  readonly notes = new Slots<NoteRow>();
  private readonly annotations = new Slots<AnnotationRow>();
  private readonly tags = new Slots<SearchTag>();
  private readonly strings = new Map<string, string>();
  private readonly lengths: number[] = [];
  /** Made for an order of the articles, and good as long as it is the same. */
  private madeFor = -1;
  private passages = new WeakMap<AnnotationRow, SearchPassage>();
  private onTargets = new WeakMap<NoteRow, SearchNote>();

  putArticle(article: Article): void {
    const { id, title, outlet, date, byline, page, characters, tagIds = [] } = article;
    this.articles.put(id, {
      ...{ id, title, tagIds },
      // The same few outlets and days stand in very many articles.
      ...{ outlet: this.shared(outlet), date: this.shared(date), page: this.shared(page) },
      byline: this.shared(byline),
      // Near enough for ranking until the text is read.
      length: this.lengths[this.articles.slotOf(id)] ?? characters,
    });
  }

  /** Says how long an article's text is, which its row does not tell. */
  setLength(slot: number, length: number): void {
    if (this.lengths[slot] === length) return;
    this.lengths[slot] = length;
    const article = this.articles.at(slot);
    if (article !== null) this.articles.put(article.id, { ...article, length });
  }

  putNote({ id, targetKind, targetId }: Note): void {
    this.notes.put(id, { id, targetKind, targetId });
  }

  putAnnotation(annotation: Annotation): void {
    const { id, articleId, start, end, tagIds, color, unplaced } = annotation;
    const place = { id, start, end, tagIds, isHighlighted: color !== null };
    // A note follows its passage into another article.
    if (this.annotations.get(id)?.articleId !== articleId) this.onTargets = new WeakMap();
    this.annotations.put(id, { articleId, place: unplaced === true ? null : place });
  }

  removeAnnotation(id: string): void {
    this.annotations.remove(id);
  }

  putTag({ id, name, parentId }: Tag): void {
    this.tags.put(id, { id, name, parentId });
  }

  removeTag(id: string): void {
    this.tags.remove(id);
  }

  view(): CatalogView {
    const articles = this.articles.dense();
    if (this.madeFor !== this.articles.structure) {
      this.madeFor = this.articles.structure;
      this.passages = new WeakMap();
      this.onTargets = new WeakMap();
    }
    const notes = this.notes.dense();
    return {
      articles,
      notes: notes.rows.map((row) => this.noteFor(row, articles.ordinals)),
      noteOrdinals: notes.ordinals,
      tags: this.tags.dense().rows,
      passages: this.annotations
        .dense()
        .rows.map((row) => this.passageFor(row, articles.ordinals))
        .filter((passage) => passage !== null),
    };
  }

  private noteFor(row: NoteRow, ordinals: Uint32Array): SearchNote {
    const known = this.onTargets.get(row);
    if (known !== undefined && known.article >= 0) return known;
    const note = { ...row, article: this.articleOf(row, ordinals) };
    this.onTargets.set(row, note);
    return note;
  }

  private articleOf({ targetKind, targetId }: NoteRow, ordinals: Uint32Array): number {
    if (targetKind === 'article') return this.ordinalOf(targetId, ordinals);
    if (targetKind !== 'annotation') return -1;
    const annotation = this.annotations.get(targetId);
    return annotation === null ? -1 : this.ordinalOf(annotation.articleId, ordinals);
  }

  private passageFor(row: AnnotationRow, ordinals: Uint32Array): SearchPassage | null {
    const known = this.passages.get(row);
    if (known !== undefined) return known;
    const article = this.ordinalOf(row.articleId, ordinals);
    if (row.place === null || article < 0) return null;
    const passage = { ...row.place, article };
    this.passages.set(row, passage);
    return passage;
  }

  private ordinalOf(articleId: string, ordinals: Uint32Array): number {
    if (this.articles.get(articleId) === null) return -1;
    return ordinals[this.articles.slotOf(articleId)] ?? -1;
  }

  private shared(text: string): string {
    const known = this.strings.get(text);
    if (known !== undefined) return known;
    this.strings.set(text, text);
    return text;
  }
}
