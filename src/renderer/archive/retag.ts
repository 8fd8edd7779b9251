import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { commit } from './history';
import { tagsByName } from './tags';

/** What is done to the tags of many things at once. */
export type TagChange =
  | { kind: 'add'; name: string }
  | { kind: 'remove'; tagId: string }
  | { kind: 'replace'; tagId: string; name: string };

/**
 * Adds, removes or replaces a tag on passages, as one reversible write. A replacement touches only
 * what carries the tag that goes.
 * @throws ZhaijiError `tag-name-empty`.
 */
export function retagAnnotations(ids: string[], change: TagChange): Promise<void> {
  return commit({ name: 'retag', count: ids.length }, async (journal) => {
    const next = await changeOf(journal, change);
    await journal.change('annotations', ids, (annotation) => {
      const tagIds = next(annotation.tagIds);
      return tagIds.join() === annotation.tagIds.join()
        ? annotation
        : changed(annotation, { tagIds });
    });
  });
}

/** Puts a tag, new or known, on articles as a whole. @throws ZhaijiError `tag-name-empty`. */
export function tagArticles(ids: string[], name: string): Promise<void> {
  return changeArticles('tag-articles', ids, { kind: 'add', name });
}

/** Takes a tag off articles; their passages keep theirs. */
export function untagArticles(ids: string[], tagId: string): Promise<void> {
  return changeArticles('untag-articles', ids, { kind: 'remove', tagId });
}

function changeArticles(
  label: 'tag-articles' | 'untag-articles',
  ids: string[],
  change: TagChange,
): Promise<void> {
  return commit({ name: label, count: ids.length }, async (journal) => {
    const next = await changeOf(journal, change);
    await journal.change('articles', ids, (article) => {
      const { tagIds: before = [], ...rest } = article;
      const tagIds = next(before);
      if (tagIds.join() === before.join()) return article;
      const bare = changed(rest, {});
      return tagIds.length === 0 ? bare : { ...bare, tagIds };
    });
  });
}

async function changeOf(journal: Journal, change: TagChange): Promise<(ids: string[]) => string[]> {
  if (change.kind === 'remove') return (ids) => ids.filter((id) => id !== change.tagId);
  const [tag] = await tagsByName(journal, [change.name]);
  if (tag === undefined) return (ids) => ids;
  if (change.kind === 'add') return (ids) => [...new Set([...ids, tag.id])];
  const { tagId } = change;
  return (ids) => [...new Set(ids.map((id) => (id === tagId ? tag.id : id)))];
}
