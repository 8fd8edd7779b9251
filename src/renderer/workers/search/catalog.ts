import type { Annotation, Article, Note, Tag } from '@domain/model';
import type { SearchArticle, SearchNote, SearchPassage, SearchTag } from '@domain/search/source';
import { HeldOnce } from '@shared/held-once';
import { type Dense, NONE, Slots } from './slots';

/** What of the archive is not words, at one moment. The arrays do not change. */
export interface CatalogView {
  articles: Dense<SearchArticle>;
  /** In the order of `noteSlots`' ordinals. */
  notes: readonly SearchNote[];
  noteOrdinals: Uint32Array;
  tags: readonly SearchTag[];
  passages: readonly SearchPassage[];
}

export type NoteRow = Pick<SearchNote, 'id' | 'targetKind' | 'targetId'>;
/** What is known of an article from its row. */
export type ArticleRow = Omit<SearchArticle, 'length' | 'tagIds'> &
  Pick<Article, 'characters' | 'tagIds'>;
/** What is known of an annotation from its row. */
export type PassageRow = Omit<SearchPassage, 'article'> & {
  articleId: string;
  unplaced: boolean;
};

/** Every row of a catalogue at one moment. */
export interface CatalogRows {
  articles: readonly SearchArticle[];
  passages: readonly SearchPassage[];
  notes: readonly NoteRow[];
  tags: readonly SearchTag[];
  /** A passage with the article it is on, placed in it or not. */
  passageRow(passage: SearchPassage): PassageRow;
}

/**
 * What a search knows of articles, notes, tags and passages without their words. It is changed row by
 * row, and what is handed out is made anew only as far as it has changed. There are very many rows: what
 * is the same in many of them (ids too) is held once.
 */
export class Catalog {
  readonly articles = new Slots<SearchArticle>();
  readonly notes = new Slots<NoteRow>();
  /** With the ordinals of the view that they were handed out in last; -1 before. */
  private readonly passages = new Slots<SearchPassage>();
  /** By the slots of passages: the slot of the article, and those that have no place in it. */
  private readonly onArticles: number[] = [];
  private readonly unplaced = new Set<number>();
  private readonly tags = new Slots<SearchTag>();
  private readonly once = new HeldOnce();
  private readonly lengths: number[] = [];
  /** Made for an order of the articles, and good as long as it is the same. */
  private madeFor = -1;
  private onTargets = new WeakMap<NoteRow, SearchNote>();

  putArticle(article: ArticleRow): void {
    const { id, title, outlet, date, byline, page, characters, tagIds = [] } = article;
    const { articles, once } = this;
    const slot = articles.slotOf(id);
    articles.putAt(slot, {
      id: articles.idOf(slot),
      title,
      outlet: once.text(outlet),
      date: once.text(date),
      byline: once.text(byline),
      page: once.text(page),
      // Near enough for ranking until the text is read.
      length: this.lengths[slot] ?? characters,
      tagIds: once.list(tagIds),
    });
  }

  /** Says how long an article's text is, which its row does not tell. */
  setLength(slot: number, length: number): void {
    if (this.lengths[slot] === length) return;
    this.lengths[slot] = length;
    const article = this.articles.at(slot);
    if (article === null || article.length === length) return;
    this.articles.put(article.id, { ...article, length });
  }

  putNote({ id, targetKind, targetId }: NoteRow | Note): void {
    this.notes.put(id, { id, targetKind, targetId });
  }

  putAnnotation(annotation: Annotation): void {
    const { id, articleId, start, end, tagIds, color, unplaced } = annotation;
    const isHighlighted = color !== null;
    const row = { id, articleId, start, end, tagIds, isHighlighted, unplaced: unplaced === true };
    this.putPassage(row);
  }

  putPassage({ id, articleId, start, end, tagIds, isHighlighted, unplaced }: PassageRow): void {
    const { passages, onArticles } = this;
    const slot = passages.slotOf(id);
    const article = this.articles.slotOf(articleId);
    // A note follows its passage into another article.
    if (passages.at(slot) === null || onArticles[slot] !== article) this.madeFor = -1;
    onArticles[slot] = article;
    if (unplaced) this.unplaced.add(slot);
    else this.unplaced.delete(slot);
    passages.putAt(slot, {
      id: passages.idOf(slot),
      article: -1,
      start,
      end,
      tagIds: this.once.list(tagIds),
      isHighlighted,
    });
  }

  removeAnnotation(id: string): void {
    this.passages.remove(id);
  }

  putTag({ id, name, parentId }: SearchTag | Tag): void {
    this.tags.put(id, { id, name, parentId });
  }

  removeTag(id: string): void {
    this.tags.remove(id);
  }

  /** All rows as they are now; what was handed out does not change with the catalogue. */
  rows(): CatalogRows {
    const { passages, articles, unplaced } = this;
    const on = [...this.onArticles];
    const left = new Set(unplaced);
    return {
      articles: articles.dense().rows,
      passages: passages.dense().rows,
      notes: this.notes.dense().rows,
      tags: this.tags.dense().rows,
      passageRow(row) {
        const { id, start, end, tagIds, isHighlighted } = row;
        const slot = passages.slotOf(id);
        const articleId = articles.idOf(on[slot] ?? NONE);
        return { id, articleId, start, end, tagIds, isHighlighted, unplaced: left.has(slot) };
      },
    };
  }

  hasAsMany(counts: { articles: number; annotations: number; notes: number; tags: number }) {
    const isSo = <T>(rows: Slots<T>, count: number) => rows.dense().rows.length === count;
    return (
      isSo(this.articles, counts.articles) &&
      isSo(this.passages, counts.annotations) &&
      isSo(this.notes, counts.notes) &&
      isSo(this.tags, counts.tags)
    );
  }

  view(): CatalogView {
    const articles = this.articles.dense();
    if (this.madeFor !== this.articles.structure) {
      this.madeFor = this.articles.structure;
      this.onTargets = new WeakMap();
    }
    const notes = this.notes.dense();
    return {
      articles,
      notes: notes.rows.map((row) => this.noteFor(row, articles.ordinals)),
      noteOrdinals: notes.ordinals,
      tags: this.tags.dense().rows,
      passages: this.placed(articles.ordinals),
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
    if (targetKind === 'article') {
      const isThere = this.articles.get(targetId) !== null;
      return isThere ? ordinalAt(this.articles.slotOf(targetId), ordinals) : -1;
    }
    if (targetKind !== 'annotation' || this.passages.get(targetId) === null) return -1;
    return ordinalAt(this.onArticles[this.passages.slotOf(targetId)], ordinals);
  }

  private placed(ordinals: Uint32Array): SearchPassage[] {
    const placed: SearchPassage[] = [];
    for (let slot = 0; slot < this.passages.size; slot += 1) {
      const row = this.passages.at(slot);
      const article = ordinalAt(this.onArticles[slot], ordinals);
      if (row === null || article < 0 || this.unplaced.has(slot)) continue;
      placed.push(this.onOrdinal(row, article));
    }
    return placed;
  }

  private onOrdinal(row: SearchPassage, article: number): SearchPassage {
    if (row.article === article) return row;
    if (row.article < 0) {
      // Nobody has it yet.
      row.article = article;
      return row;
    }
    const moved = { ...row, article };
    this.passages.put(row.id, moved);
    return moved;
  }
}

function ordinalAt(slot: number | undefined, ordinals: Uint32Array): number {
  const ordinal = slot === undefined ? NONE : (ordinals[slot] ?? NONE);
  return ordinal === NONE ? -1 : ordinal;
}
