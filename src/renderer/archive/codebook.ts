import { normalizeTagName, tagKey } from '@domain/codebook/tags';
import {
  placeTag,
  stepTag,
  type TagMove,
  type TagPlace,
  type TagStep,
} from '@domain/codebook/tree';
import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { allTags, findTags } from '@renderer/data/tags';
import { commit } from './history';
import { requireTag, tagsByName } from './tags';

/** Moves a tag with all that lies under it. Nothing happens where it would lie under itself. */
export function moveTag(id: string, place: TagPlace): Promise<void> {
  return commit({ name: 'move-tag', count: 1 }, async (journal) => {
    await applyMoves(journal, placeTag(await allTags(journal.tables), id, place));
  });
}

/** Moves a tag by one step, as the keyboard does. */
export function moveTagBy(id: string, step: TagStep): Promise<void> {
  return commit({ name: 'move-tag', count: 1 }, async (journal) => {
    await applyMoves(journal, stepTag(await allTags(journal.tables), id, step));
  });
}

async function applyMoves(journal: Journal, moves: TagMove[]): Promise<void> {
  const tags = new Map(
    (
      await findTags(
        moves.map((move) => move.id),
        journal.tables,
      )
    ).map((tag) => [tag.id, tag]),
  );
  for (const { id, parentId, order } of moves) {
    const tag = tags.get(id);
    if (tag !== undefined) await journal.put('tags', changed(tag, { parentId, order }));
  }
}

/** Passages that get another tag when one is split. */
export interface SplitPart {
  name: string;
  annotationIds: string[];
}

/**
 * Distributes passages of a tag onto others, new or known: each gets that of its part in the place of
 * the tag that is split. New ones come to lie under the tag; what is in no part keeps it.
 * @throws ZhaijiError `tag-missing` or `tag-name-empty`.
 */
export function splitTag(id: string, parts: SplitPart[]): Promise<void> {
  const count = parts.reduce((sum, part) => sum + part.annotationIds.length, 0);
  return commit({ name: 'split-tag', count }, async (journal) => {
    const split = await requireTag(id, journal.tables);
    const known = new Set((await allTags(journal.tables)).map((tag) => tagKey(tag.name)));
    for (const { name, annotationIds } of parts) {
      const [tag] = await tagsByName(journal, [name]);
      if (tag === undefined) continue;
      if (!known.has(tagKey(normalizeTagName(name)))) {
        await journal.put('tags', { ...tag, color: split.color, parentId: id });
      }
      await journal.change('annotations', annotationIds, (annotation) => {
        const tagIds = annotation.tagIds.map((each) => (each === id ? tag.id : each));
        return changed(annotation, { tagIds: [...new Set(tagIds)] });
      });
    }
  });
}
