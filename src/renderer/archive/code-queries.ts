import { withSubTags } from '@domain/codebook/tree';
import type { Tag } from '@domain/model';
import { findArticles } from '@renderer/data/articles';
import { useLive, useLiveWithPauses } from '@renderer/data/live';
import { allTags, findTags, tagUses } from '@renderer/data/tags';
import type { TagView } from './queries';

/** A tag with how often it is used, alone and with what lies under it. */
export interface CodebookView extends TagView {
  /** Passages that carry it or a tag under it, each counted once. */
  total: number;
  /** Articles that carry it as a whole. */
  articleCount: number;
}

export function useCodebook(): CodebookView[] | undefined {
  return useLiveWithPauses(codebookViews, []);
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

/** The tags that all of these articles carry as a whole. */
export function useArticleTags(articleIds: string[]): Tag[] | undefined {
  return useLive(async () => {
    const [first, ...others] = await findArticles(articleIds);
    const ids = first?.tagIds ?? [];
    return findTags(ids.filter((id) => others.every((each) => each.tagIds?.includes(id) === true)));
  }, [articleIds.join()]);
}
