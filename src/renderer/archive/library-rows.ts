import type { Tag } from '@domain/model';
import { byPlace } from '@renderer/data/annotations';
import type { AnnotationParts, ArticleParts } from '@renderer/data/library-rows';
import { HeldOnce } from '@shared/held-once';

/** What the library shows of an article. */
export interface LibraryRow extends ArticleParts {
  annotationCount: number;
  /** In text order; those without a place come last. */
  annotations: readonly AnnotationParts[];
  /** Its own first, then those of its passages. */
  tags: readonly Tag[];
  /** Title and outlet in lower case: what the list's filter looks at. Mostly the very same strings. */
  searchedTitle: string;
  searchedOutlet: string;
}

const NO_TAGS: readonly Tag[] = [];
const NO_ANNOTATIONS: readonly AnnotationParts[] = [];

export function libraryRow(
  { id, title, outlet, date, tagIds }: ArticleParts,
  annotations: readonly AnnotationParts[] = NO_ANNOTATIONS,
  tags: readonly Tag[] = NO_TAGS,
): LibraryRow {
  // One literal: an object that is spread into another takes more room, and there are very many rows.
  const row: LibraryRow = {
    id,
    title,
    outlet,
    date,
    annotationCount: annotations.length,
    annotations,
    tags,
    searchedTitle: lowered(title),
    searchedOutlet: lowered(outlet),
  };
  if (tagIds !== undefined) row.tagIds = tagIds;
  return row;
}

/** The string itself where nothing is to be lowered. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower === text ? text : lower;
}

/**
 * The rows of all articles in the order of their import (that of their ids), made of parts that come one
 * after the other. A row that did not change stays the same object, and the array is another one after
 * each change.
 */
export class LibraryRows {
  private known: readonly LibraryRow[] = [];
  private appended: LibraryRow[] = [];
  private readonly tagUses = new Map<string, number>();
  private counted: ReadonlyMap<string, number> | null = null;
  private readonly annotations = new Map<string, AnnotationParts>();
  private readonly onArticle = new Map<string, AnnotationParts[]>();
  private readonly once = new HeldOnce();
  private tagOf: ReadonlyMap<string, Tag>;
  private tagLists = new Map<string, readonly Tag[]>();

  constructor(public tags: readonly Tag[]) {
    this.tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  }

  get rows(): readonly LibraryRow[] {
    if (this.appended.length > 0) {
      this.known = [...this.known, ...this.appended];
      this.appended = [];
    }
    return this.known;
  }

  get count(): number {
    return this.known.length + this.appended.length;
  }

  /** How many annotations carry each tag; another map after each change. */
  get tagCounts(): ReadonlyMap<string, number> {
    this.counted ??= new Map(this.tagUses);
    return this.counted;
  }

  /** Rows of articles that come after all that are there. */
  append(articles: readonly ArticleParts[]): void {
    for (const article of articles) this.appended.push(this.rowOf(article));
  }

  /** Annotations while no row is there that they could belong to. */
  addAnnotations(annotations: readonly AnnotationParts[]): void {
    for (const annotation of annotations) {
      this.dropAnnotation(annotation.id);
      this.addAnnotation(annotation);
    }
  }

  rowOf(parts: ArticleParts): LibraryRow {
    const annotations = this.onArticle.get(parts.id);
    const article = this.held(parts, annotations?.[0]?.articleId);
    if (annotations === undefined && article.tagIds === undefined) return libraryRow(article);
    const onPassages = new Set((annotations ?? []).flatMap(({ tagIds }) => tagIds));
    const tags = this.tagsOf([...new Set([...(article.tagIds ?? []), ...[...onPassages].sort()])]);
    const placed = annotations === undefined ? NO_ANNOTATIONS : [...annotations].sort(byPlace);
    return libraryRow(article, placed, tags);
  }

  /** Follows a write. Of what was written, `found` is what there is now; the rest is gone. */
  change(
    written: { articles: Iterable<string>; annotations: Iterable<string> },
    found: { articles: readonly ArticleParts[]; annotations: readonly AnnotationParts[] },
  ): void {
    const touched = new Set<string>();
    for (const id of written.annotations) {
      const before = this.dropAnnotation(id);
      if (before !== null) touched.add(before.articleId);
    }
    for (const annotation of found.annotations) {
      this.addAnnotation(annotation);
      touched.add(annotation.articleId);
    }
    const articles = new Map<string, ArticleParts | null>();
    for (const id of written.articles) articles.set(id, null);
    for (const article of found.articles) articles.set(article.id, article);
    for (const id of touched) {
      const known = articles.has(id) ? undefined : this.find(id);
      if (known !== undefined) articles.set(id, known);
    }
    this.replace(articles);
  }

  /** Other tags: these were written, `changed` says which. */
  setTags(tags: readonly Tag[], changed: ReadonlySet<string>): void {
    this.tags = tags;
    this.tagOf = new Map(tags.map((tag) => [tag.id, tag]));
    this.tagLists = new Map();
    const isTouched = ({ tagIds }: { tagIds?: string[] }) =>
      tagIds?.some((id) => changed.has(id)) === true;
    this.known = this.rows.map((row) => {
      const touched = isTouched(row) || this.onArticle.get(row.id)?.some(isTouched) === true;
      return touched ? this.rowOf(partsOf(row)) : row;
    });
  }

  private replace(articles: ReadonlyMap<string, ArticleParts | null>): void {
    if (articles.size === 0) return;
    const changed = [...articles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, parts]) => ({ id, row: parts === null ? null : this.rowOf(partsOf(parts)) }));
    const next: LibraryRow[] = [];
    const { rows } = this;
    let at = 0;
    for (const { id, row } of changed) {
      const to = this.placeOf(id);
      for (; at < to; at += 1) next.push(rows[at] as LibraryRow);
      if (rows[at]?.id === id) at += 1;
      if (row !== null) next.push(row);
    }
    for (; at < rows.length; at += 1) next.push(rows[at] as LibraryRow);
    this.known = next;
  }

  private find(id: string): LibraryRow | undefined {
    const row = this.rows[this.placeOf(id)];
    return row?.id === id ? row : undefined;
  }

  /** The first row whose id is not before this one. */
  private placeOf(id: string): number {
    const { rows } = this;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private addAnnotation(parts: AnnotationParts): void {
    const others = this.onArticle.get(parts.articleId);
    const articleId = others?.[0]?.articleId ?? parts.articleId;
    const annotation = { ...parts, articleId, tagIds: this.once.list(parts.tagIds) };
    this.annotations.set(annotation.id, annotation);
    if (others === undefined) this.onArticle.set(articleId, [annotation]);
    else others.push(annotation);
    this.countTags(annotation, 1);
  }

  /** With what other rows have too as they have it. */
  private held({ id, title, outlet, date, tagIds }: ArticleParts, sameId = id): ArticleParts {
    const { once } = this;
    const row = { id: sameId, title, outlet: once.text(outlet), date: once.text(date) };
    return tagIds === undefined ? row : { ...row, tagIds: once.list(tagIds) };
  }

  private tagsOf(ids: readonly string[]): readonly Tag[] {
    const key = ids.join('\n');
    const known = this.tagLists.get(key);
    if (known !== undefined) return known;
    const tags = ids.flatMap((id) => this.tagOf.get(id) ?? []);
    const list = tags.length === 0 ? NO_TAGS : tags;
    this.tagLists.set(key, list);
    return list;
  }

  private dropAnnotation(id: string): AnnotationParts | null {
    const known = this.annotations.get(id);
    if (known === undefined) return null;
    this.annotations.delete(id);
    const others = this.onArticle.get(known.articleId)?.filter((one) => one !== known) ?? [];
    if (others.length === 0) this.onArticle.delete(known.articleId);
    else this.onArticle.set(known.articleId, others);
    this.countTags(known, -1);
    return known;
  }

  private countTags({ tagIds }: AnnotationParts, step: 1 | -1): void {
    if (tagIds.length > 0) this.counted = null;
    for (const id of tagIds) this.tagUses.set(id, (this.tagUses.get(id) ?? 0) + step);
  }
}

function partsOf({ id, title, outlet, date, tagIds }: ArticleParts): ArticleParts {
  return { id, title, outlet, date, ...(tagIds === undefined ? {} : { tagIds }) };
}
