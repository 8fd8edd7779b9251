import { nextTagColor, normalizeTagName, tagKey } from '@domain/codebook/tags';
import type { HighlightColor, Tag } from '@domain/model';
import { annotationsWithTag } from '@renderer/data/annotations';
import type { Journal } from '@renderer/data/journal';
import { changed, newStamp } from '@renderer/data/records';
import type { Tables } from '@renderer/data/tables';
import { allTags, findTags } from '@renderer/data/tags';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';

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
export function createTag(rawName: string): Promise<Tag> {
  return commit({ name: 'create-tag', count: 1 }, async (journal) => {
    const name = requireName(rawName);
    const known = await allTags(journal.tables);
    requireFree(known, name, null);
    const tag = newTag(name, nextTagColor(known));
    await journal.put('tags', tag);
    return tag;
  });
}

export interface TagEdit {
  name?: string;
  color?: HighlightColor;
  description?: string;
}

/** @throws ZhaijiError `tag-missing`, `tag-name-empty` or `tag-name-taken`. */
export function editTag(id: string, edit: TagEdit): Promise<Tag> {
  return commit({ name: 'edit-tag', count: 1 }, async (journal) => {
    const tag = await requireTag(id, journal.tables);
    const next = { ...edit };
    if (edit.name !== undefined) {
      next.name = requireName(edit.name);
      requireFree(await allTags(journal.tables), next.name, id);
    }
    const edited = changed(tag, next);
    await journal.put('tags', edited);
    return edited;
  });
}

/** Moves every use of one tag to another and deletes the first. */
export function mergeTags(fromId: string, intoId: string): Promise<void> {
  return commit({ name: 'merge-tags', count: 1 }, async (journal) => {
    await requireTag(intoId, journal.tables);
    for (const annotation of await annotationsWithTag(fromId, journal.tables)) {
      const tagIds = annotation.tagIds.map((id) => (id === fromId ? intoId : id));
      await journal.put('annotations', changed(annotation, { tagIds: [...new Set(tagIds)] }));
    }
    await journal.remove('tags', fromId);
  });
}

/** Deletes a tag and takes it off everything that carries it. Its passages stay. */
export function deleteTag(id: string): Promise<void> {
  return commit({ name: 'delete-tag', count: 1 }, async (journal) => {
    await requireTag(id, journal.tables);
    for (const annotation of await annotationsWithTag(id, journal.tables)) {
      const tagIds = annotation.tagIds.filter((tagId) => tagId !== id);
      await journal.put('annotations', changed(annotation, { tagIds }));
    }
    for (const child of await allTags(journal.tables)) {
      if (child.parentId === id) await journal.put('tags', changed(child, { parentId: null }));
    }
    await journal.remove('tags', id);
  });
}

/** Two names that differ only in case or width are one tag. */
function sameName(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

function newTag(name: string, color: HighlightColor): Tag {
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

async function requireTag(id: string, tables: Tables): Promise<Tag> {
  const [tag] = await findTags([id], tables);
  if (tag === undefined) throw new ZhaijiError('tag-missing', id);
  return tag;
}
