import type { Tag } from '@domain/model';
import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { allTags } from '@renderer/data/tags';
import { commit } from './history';
import { requireTag } from './tags';

/**
 * Says that a passage shows what a tag means, or that it does so no longer. Reversible.
 * @throws ZhaijiError `tag-missing`.
 */
export function markExample(tagId: string, annotationId: string, is: boolean): Promise<void> {
  return commit({ name: is ? 'mark-example' : 'unmark-example', count: 1 }, async (journal) => {
    const tag = await requireTag(tagId, journal.tables);
    const others = (tag.examples ?? []).filter((id) => id !== annotationId);
    if (is === others.length < (tag.examples ?? []).length) return;
    await journal.put('tags', withExamples(tag, is ? [...others, annotationId] : others));
  });
}

/** Examples that are taken into another passage go on as that one. */
export async function leadExamples(journal: Journal, from: string, to: string): Promise<void> {
  for (const tag of await allTags(journal.tables)) {
    if (tag.examples?.includes(from) !== true) continue;
    const ids = new Set(tag.examples.map((id) => (id === from ? to : id)));
    await journal.put('tags', withExamples(tag, [...ids]));
  }
}

function withExamples(tag: Tag, ids: readonly string[]): Tag {
  const { examples: _, ...rest } = tag;
  const bare = changed(rest, {});
  return ids.length === 0 ? bare : { ...bare, examples: [...ids] };
}
