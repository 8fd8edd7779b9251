import type { Tag } from '@domain/model';
import { byPlace } from '@renderer/data/annotations';
import type { AnnotationParts, ArticleParts } from '@renderer/data/library-rows';

/** What the library shows of an article. */
export interface LibraryRow extends ArticleParts {
  annotationCount: number;
  /** In text order; those without a place come last. */
  annotations: readonly AnnotationParts[];
  /** Its own first, then those of its passages. */
  tags: readonly Tag[];
  /** Title and outlet in lower case, a line each: what the list's filter looks at. */
  searched: string;
}

const NO_TAGS: readonly Tag[] = [];
const NO_ANNOTATIONS: readonly AnnotationParts[] = [];

export function libraryRow(
  parts: ArticleParts,
  annotations: readonly AnnotationParts[] = NO_ANNOTATIONS,
  tags: readonly Tag[] = NO_TAGS,
): LibraryRow {
  const searched = `${parts.title}\n${parts.outlet}`.toLowerCase();
  return { ...parts, annotationCount: annotations.length, annotations, tags, searched };
}

/**
 * The rows of all articles in the order of their import (that of their ids), made of parts that come one
 * after the other. A row that did not change stays the same object, and the array is another one after
 * each change.
 */
export class LibraryRows {
  rows: readonly LibraryRow[] = [];
  private readonly tagUses = new Map<string, number>();
  private counted: ReadonlyMap<string, number> | null = null;
  private readonly annotations = new Map<string, AnnotationParts>();
  private readonly onArticle = new Map<string, AnnotationParts[]>();
  private tagOf: ReadonlyMap<string, Tag>;

  constructor(public tags: readonly Tag[]) {
    this.tagOf = new Map(tags.map((tag) => [tag.id, tag]));
  }

  /** How many annotations carry each tag; another map after each change. */
  get tagCounts(): ReadonlyMap<string, number> {
    this.counted ??= new Map(this.tagUses);
    return this.counted;
  }

  /** Rows of articles that come after all that are there. */
  append(articles: readonly ArticleParts[]): void {
    if (articles.length > 0) this.rows = [...this.rows, ...articles.map((one) => this.rowOf(one))];
  }

  /** Annotations while no row is there that they could belong to. */
  addAnnotations(annotations: readonly AnnotationParts[]): void {
    for (const annotation of annotations) {
      this.dropAnnotation(annotation.id);
      this.addAnnotation(annotation);
    }
  }

  rowOf(article: ArticleParts): LibraryRow {
    const annotations = this.onArticle.get(article.id);
    if (annotations === undefined && article.tagIds === undefined) return libraryRow(article);
    const onPassages = new Set((annotations ?? []).flatMap(({ tagIds }) => tagIds));
    const ids = new Set([...(article.tagIds ?? []), ...[...onPassages].sort()]);
    const tags = [...ids].flatMap((id) => this.tagOf.get(id) ?? []);
    const placed = annotations === undefined ? NO_ANNOTATIONS : [...annotations].sort(byPlace);
    return libraryRow(article, placed, tags.length === 0 ? NO_TAGS : tags);
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
    const isTouched = ({ tagIds }: { tagIds?: string[] }) =>
      tagIds?.some((id) => changed.has(id)) === true;
    this.rows = this.rows.map((row) => {
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
    let at = 0;
    for (const { id, row } of changed) {
      const to = this.placeOf(id);
      for (; at < to; at += 1) next.push(this.rows[at] as LibraryRow);
      if (this.rows[at]?.id === id) at += 1;
      if (row !== null) next.push(row);
    }
    for (; at < this.rows.length; at += 1) next.push(this.rows[at] as LibraryRow);
    this.rows = next;
  }

  private find(id: string): LibraryRow | undefined {
    const row = this.rows[this.placeOf(id)];
    return row?.id === id ? row : undefined;
  }

  /** The first row whose id is not before this one. */
  private placeOf(id: string): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private addAnnotation(annotation: AnnotationParts): void {
    this.annotations.set(annotation.id, annotation);
    const others = this.onArticle.get(annotation.articleId);
    if (others === undefined) this.onArticle.set(annotation.articleId, [annotation]);
    else others.push(annotation);
    this.countTags(annotation, 1);
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
