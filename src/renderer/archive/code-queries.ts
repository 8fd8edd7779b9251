import { withSubTags } from '@domain/codebook/tree';
import type { Article, Tag } from '@domain/model';
import { findArticles } from '@renderer/data/articles';
import { useLive } from '@renderer/data/live';
import { allTags, findTags, tagUses } from '@renderer/data/tags';
import { useMemo } from 'react';
import { type LibraryRow, useLibrary } from './library';
import type { TagView } from './queries';

/** A tag with how often it is used, alone and with what lies under it. */
export interface CodebookView extends TagView {
  /** Passages that carry it or a tag under it, each counted once. */
  total: number;
  /** Articles that carry it as a whole. */
  articleCount: number;
}

export function useCodebook(): CodebookView[] | undefined {
  const library = useLibrary();
  const { rows, tags, complete } = library ?? { complete: false };
  return useMemo(
    () => (complete && rows && tags ? codebookOf(rows, tags) : undefined),
    [rows, tags, complete],
  );
}

/** Counts in memory what `codebookViews` reads. */
export function codebookOf(
  rows: readonly Pick<LibraryRow, 'tagIds' | 'annotations'>[],
  tags: readonly Tag[],
): CodebookView[] {
  const counts = new Map(tags.map((tag) => [tag.id, { count: 0, total: 0, articleCount: 0 }]));
  // Each with all that it lies under, so that a passage is counted once for each of these.
  const above = new Map<string, string[]>(tags.map((tag) => [tag.id, []]));
  for (const tag of tags) {
    for (const id of withSubTags(tags, tag.id)) above.get(id)?.push(tag.id);
  }
  const counted = new Set<string>();
  for (const { tagIds, annotations } of rows) {
    for (const id of tagIds ?? []) {
      const own = counts.get(id);
      if (own !== undefined) own.articleCount += 1;
    }
    for (const annotation of annotations) {
      counted.clear();
      for (const id of annotation.tagIds) {
        const own = counts.get(id);
        if (own !== undefined) own.count += 1;
        for (const each of above.get(id) ?? []) counted.add(each);
      }
      for (const id of counted) {
        const each = counts.get(id);
        if (each !== undefined) each.total += 1;
      }
    }
  }
  const none = { count: 0, total: 0, articleCount: 0 };
  return tags.map((tag) => ({ tag, ...(counts.get(tag.id) ?? none) }));
}

export async function codebookViews(): Promise<CodebookView[]> {
  const tags = await allTags();
  const uses = await tagUses(tags.map((tag) => tag.id));
  const parents = new Set(tags.map((tag) => tag.parentId));
  return tags.map((tag) => {
    const own = uses.annotations.get(tag.id) ?? [];
    const articleCount = uses.articles.get(tag.id)?.length ?? 0;
    if (!parents.has(tag.id)) return { tag, count: own.length, total: own.length, articleCount };
    const all = new Set(own);
    for (const id of withSubTags(tags, tag.id)) {
      for (const annotation of uses.annotations.get(id) ?? []) all.add(annotation);
    }
    return { tag, count: own.length, total: all.size, articleCount };
  });
}

/** So many articles are read; of more, the library is asked. */
const FEW = 200;

/** The tags that all of these articles carry as a whole. */
export function useArticleTags(articleIds: readonly string[]): Tag[] | undefined {
  const isFew = articleIds.length <= FEW;
  const read = useLive(async () => {
    if (!isFew) return [];
    const found = await findArticles([...articleIds]);
    return findTags(inAll(found));
  }, [isFew ? articleIds.join() : '']);
  const library = useLibrary();
  const counted = useMemo(() => {
    if (isFew || library?.complete !== true) return undefined;
    const wanted = new Set(articleIds);
    const ids = new Set(inAll(library.rows.filter(({ id }) => wanted.has(id))));
    return library.tags.filter(({ id }) => ids.has(id));
  }, [isFew, articleIds, library]);
  return isFew ? read : counted;
}

function inAll(articles: readonly Pick<Article, 'tagIds'>[]): string[] {
  const [first, ...others] = articles;
  const ids = first?.tagIds ?? [];
  return ids.filter((id) => others.every((each) => each.tagIds?.includes(id) === true));
}
