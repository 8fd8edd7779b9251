import type { ArticleSummary } from '@renderer/archive/articles';
import type { Settings } from '@renderer/archive/settings';
import { collator } from '@renderer/i18n';

/** Which articles the list shows. */
export interface LibraryFilter {
  /** Part of the title or the outlet, upper and lower case alike. */
  text: string;
  tagId: string | null;
  annotated: 'any' | 'yes' | 'no';
  outlet: string | null;
}

export const NO_FILTER: LibraryFilter = { text: '', tagId: null, annotated: 'any', outlet: null };

export type LibrarySort = Settings['librarySort'];

/** Whether anything beside the text narrows the list. */
export function hasConditions({ tagId, annotated, outlet }: LibraryFilter): boolean {
  return tagId !== null || annotated !== 'any' || outlet !== null;
}

export function filterArticles(
  articles: ArticleSummary[],
  { text, tagId, annotated, outlet }: LibraryFilter,
): ArticleSummary[] {
  const wanted = text.trim().toLowerCase();
  return articles.filter(
    (article) =>
      (wanted === '' ||
        article.title.toLowerCase().includes(wanted) ||
        article.outlet.toLowerCase().includes(wanted)) &&
      (tagId === null || article.tags.some((tag) => tag.id === tagId)) &&
      (annotated === 'any' || article.annotationCount > 0 === (annotated === 'yes')) &&
      (outlet === null || article.outlet === outlet),
  );
}

/**
 * A sorted copy. What is not known (no date, no outlet, no title) comes last in either direction,
 * and articles that are alike stay in the order of their import.
 */
export function sortArticles(
  articles: ArticleSummary[],
  sort: LibrarySort,
  descending: boolean,
): ArticleSummary[] {
  const direction = descending ? -1 : 1;
  return [...articles].sort(
    (a, b) =>
      Number(isUnknown(a, sort)) - Number(isUnknown(b, sort)) ||
      direction * compare(a, b, sort) ||
      byImport(a, b),
  );
}

/** The outlets there are, by pinyin, without the empty one. */
export function outletsOf(articles: ArticleSummary[]): string[] {
  const names = new Set(articles.map((article) => article.outlet));
  names.delete('');
  return [...names].sort(collator.compare);
}

function isUnknown(article: ArticleSummary, sort: LibrarySort): boolean {
  return (sort === 'title' || sort === 'outlet' || sort === 'date') && article[sort] === '';
}

function compare(a: ArticleSummary, b: ArticleSummary, sort: LibrarySort): number {
  switch (sort) {
    case 'title':
    case 'outlet':
      return collator.compare(a[sort], b[sort]);
    case 'date':
      return a.date < b.date ? -1 : Number(a.date > b.date);
    case 'annotations':
      return a.annotationCount - b.annotationCount;
    case 'imported':
      return byImport(a, b);
  }
}

/** Ids are made in the order of import and sort that way. */
function byImport(a: ArticleSummary, b: ArticleSummary): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
