import type { LibraryRow } from '@renderer/archive/library';
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

/** Whether anything beside the text narrows the list. */
export function hasConditions({ tagId, annotated, outlet }: LibraryFilter): boolean {
  return tagId !== null || annotated !== 'any' || outlet !== null;
}

export function filterArticles(
  articles: readonly LibraryRow[],
  { text, tagId, annotated, outlet }: LibraryFilter,
): readonly LibraryRow[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && tagId === null && annotated === 'any' && outlet === null) return articles;
  return articles.filter(
    (article) =>
      (wanted === '' ||
        article.searchedTitle.includes(wanted) ||
        article.searchedOutlet.includes(wanted)) &&
      (tagId === null || article.tags.some((tag) => tag.id === tagId)) &&
      (annotated === 'any' || article.annotationCount > 0 === (annotated === 'yes')) &&
      (outlet === null || article.outlet === outlet),
  );
}

/** The outlets there are, by pinyin, without the empty one. */
export function outletsOf(articles: readonly LibraryRow[]): string[] {
  const names = new Set(articles.map((article) => article.outlet));
  names.delete('');
  return [...names].sort(collator.compare);
}
