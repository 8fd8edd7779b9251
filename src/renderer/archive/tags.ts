import { nextTagColor, normalizeTagName, tagKey } from '@domain/codebook/tags';
import { withSubTags } from '@domain/codebook/tree';
import type { HighlightColor, Tag } from '@domain/model';
import type { Journal } from '@renderer/data/journal';
import { changed, newStamp } from '@renderer/data/records';
import type { Tables } from '@renderer/data/tables';
import { allTags, annotationIdsWithTag, articleIdsWithTag, findTags } from '@renderer/data/tags';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';
import { leadLinks, moveNote } from './join-notes';

/** The tags of these names in their order, without repetition; those that are missing are made. */
export async function tagsByName(journal: Journal, names: string[]): Promise<Tag[]> {
  const known = await allTags(journal.tables);
  const found: Tag[] = [];
  for (const raw of names) {
    const name = requireName(raw);
    let tag = known.find((candidate) => sameName(candidate.name, name));
    if (tag === undefined) {
      tag = newTag(name, nextTagColor(known));
      await journal.put('tags', tag);
      known.push(tag);
    }
    if (!found.includes(tag)) found.push(tag);
  }
  return found;
}

/** @throws ZhaijiError `tag-name-empty` or `tag-name-taken`. */
export function createTag(rawName: string, parentId: string | null = null): Promise<Tag> {
  return commit({ name: 'create-tag', count: 1 }, async (journal) => {
    const name = requireName(rawName);
    const known = await allTags(journal.tables);
    requireFree(known, name, null);
    const tag = { ...newTag(name, nextTagColor(known)), parentId };
    await journal.put('tags', tag);
    return tag;
  });
}

export interface TagEdit {
  name?: string;
  color?: HighlightColor;
  description?: string;
  archived?: boolean;
  /** `null` takes it away. Whether the key is free is for the caller to see to. */
  shortcut?: string | null;
}

/** @throws ZhaijiError `tag-missing`, `tag-name-empty` or `tag-name-taken`. */
export function editTag(id: string, edit: TagEdit): Promise<Tag> {
  return commit({ name: 'edit-tag', count: 1 }, async (journal) => {
    const tag = await requireTag(id, journal.tables);
    const { archived, shortcut, ...rest } = edit;
    const edited = changed(tag, rest);
    if (edit.name !== undefined) {
      edited.name = requireName(edit.name);
      requireFree(await allTags(journal.tables), edited.name, id);
    }
    if (archived === true) edited.archived = true;
    else if (archived === false) delete edited.archived;
    if (typeof shortcut === 'string') edited.shortcut = shortcut;
    else if (shortcut === null) delete edited.shortcut;
    await journal.put('tags', edited);
    return edited;
  });
}

/**
 * Moves every use of one tag to another and deletes the first. What lies under it comes to lie under
 * the other, and its memo is added to the other's.
 */
export function mergeTags(fromId: string, intoId: string): Promise<void> {
  return commit({ name: 'merge-tags', count: 1 }, async (journal) => {
    if (fromId === intoId) return;
    const from = await requireTag(fromId, journal.tables);
    const into = await requireTag(intoId, journal.tables);
    if (from.examples !== undefined) {
      const examples = [...new Set([...(into.examples ?? []), ...from.examples])];
      await journal.put('tags', changed(into, { examples }));
    }
    await replaceEverywhere(journal, fromId, intoId);
    const all = await allTags(journal.tables);
    for (const child of all.filter((tag) => tag.parentId === fromId)) {
      const holdsInto = withSubTags(all, child.id).has(intoId);
      const parentId = holdsInto ? from.parentId : intoId;
      await journal.put('tags', changed(child, { parentId }));
    }
    await moveNote(journal, fromId, intoId);
    await leadLinks(journal, { kind: 'tag', id: fromId }, { kind: 'tag', id: intoId });
    await journal.remove('tags', fromId);
  });
}

/**
 * Deletes a tag and takes it off everything that carries it. Its passages stay; what lies under it
 * comes to lie under its parent.
 */
export function deleteTag(id: string): Promise<void> {
  return commit({ name: 'delete-tag', count: 1 }, async (journal) => {
    const { parentId } = await requireTag(id, journal.tables);
    await replaceEverywhere(journal, id, null);
    for (const child of await allTags(journal.tables)) {
      if (child.parentId === id) await journal.put('tags', changed(child, { parentId }));
    }
    await journal.remove('tags', id);
  });
}

/** Puts another tag (or none) in the place of one, on passages and on articles. */
async function replaceEverywhere(journal: Journal, from: string, to: string | null): Promise<void> {
  const next = (ids: string[]) => [
    ...new Set(ids.flatMap((id) => (id !== from ? id : (to ?? [])))),
  ];
  const annotations = await annotationIdsWithTag(from, journal.tables);
  const articles = await articleIdsWithTag(from, journal.tables);
  await journal.change('annotations', annotations, (annotation) =>
    changed(annotation, { tagIds: next(annotation.tagIds) }),
  );
  await journal.change('articles', articles, (article) =>
    changed(article, { tagIds: next(article.tagIds ?? []) }),
  );
}

/** Two names that differ only in case or width are one tag. */
function sameName(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

export function newTag(name: string, color: HighlightColor): Tag {
  return { ...newStamp(), name, color, description: '', parentId: null };
}

function requireName(raw: string): string {
  const name = normalizeTagName(raw);
  if (name === '') throw new ZhaijiError('tag-name-empty', raw);
  return name;
}

function requireFree(known: Tag[], name: string, exceptId: string | null): void {
  if (known.some((tag) => tag.id !== exceptId && sameName(tag.name, name))) {
    throw new ZhaijiError('tag-name-taken', name);
  }
}

/** @throws ZhaijiError `tag-missing`. */
export async function requireTag(id: string, tables: Tables): Promise<Tag> {
  const [tag] = await findTags([id], tables);
  if (tag === undefined) throw new ZhaijiError('tag-missing', id);
  return tag;
}
