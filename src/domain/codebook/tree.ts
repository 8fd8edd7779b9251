import type { Tag } from '@domain/model';
import { compareTagNames } from './tags';

/** The codebook as a tree. Everything here is pure: it says which tags change, and writes nothing. */

export interface TreeNode {
  tag: Tag;
  /** 0 for a tag without a parent. */
  depth: number;
  children: TreeNode[];
}

/** Where a tag goes: under which parent, before which of its siblings (`null`: after the last). */
export interface TagPlace {
  parentId: string | null;
  beforeId: string | null;
}

/** What a move changes of one tag. */
export interface TagMove {
  id: string;
  parentId: string | null;
  order: number;
}

export type TagStep = 'up' | 'down' | 'indent' | 'outdent';

/**
 * The tags as a tree, siblings in their order. A tag whose parent is missing stands at the top, and
 * so does one tag of a circle, so that none is ever hidden.
 */
export function tagTree(tags: readonly Tag[]): TreeNode[] {
  const parents = soundParents(tags);
  const byParent = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const parentId = parents.get(tag.id) ?? null;
    const group = byParent.get(parentId);
    if (group === undefined) byParent.set(parentId, [tag]);
    else group.push(tag);
  }
  const nodesOf = (parentId: string | null, depth: number): TreeNode[] =>
    (byParent.get(parentId) ?? [])
      .sort(compareSiblings)
      .map((tag) => ({ tag, depth, children: nodesOf(tag.id, depth + 1) }));
  return nodesOf(null, 0);
}

/** The nodes of a tree from above, leaving out what lies under the tags that are `closed`. */
export function flattenTree(
  nodes: readonly TreeNode[],
  closed: ReadonlySet<string> = new Set(),
): TreeNode[] {
  return nodes.flatMap((node) =>
    closed.has(node.tag.id) ? [node] : [node, ...flattenTree(node.children, closed)],
  );
}

/** A tag with all that lie under it, by id. */
export function withSubTags(
  tags: readonly Pick<Tag, 'id' | 'parentId'>[],
  id: string,
): Set<string> {
  const childrenOf = new Map<string, string[]>();
  for (const tag of tags) {
    if (tag.parentId === null) continue;
    const group = childrenOf.get(tag.parentId);
    if (group === undefined) childrenOf.set(tag.parentId, [tag.id]);
    else group.push(tag.id);
  }
  const found = new Set([id]);
  // A set is walked over with what is added on the way, and never holds the same twice.
  for (const each of found) for (const child of childrenOf.get(each) ?? []) found.add(child);
  return found;
}

/** Whether a tag may lie under another: not under itself or what lies under it. */
export function canLieUnder(tags: readonly Tag[], id: string, parentId: string | null): boolean {
  return parentId === null || !withSubTags(tags, id).has(parentId);
}

/**
 * The changes that put a tag in a place; its new siblings are numbered anew where they need to be.
 * Nothing when it is there already, is unknown, or would come to lie under itself.
 */
export function placeTag(tags: readonly Tag[], id: string, place: TagPlace): TagMove[] {
  const moved = tags.find((tag) => tag.id === id);
  if (moved === undefined || place.beforeId === id) return [];
  if (!canLieUnder(tags, id, place.parentId)) return [];
  if (place.parentId !== null && !tags.some((tag) => tag.id === place.parentId)) return [];
  const siblings = siblingsUnder(tags, place.parentId).filter((tag) => tag.id !== id);
  const found = siblings.findIndex((tag) => tag.id === place.beforeId);
  siblings.splice(found < 0 ? siblings.length : found, 0, moved);
  return siblings.flatMap((tag, order) => {
    const same = tag.order === order && tag.parentId === place.parentId;
    return same ? [] : [{ id: tag.id, parentId: place.parentId, order }];
  });
}

/**
 * The changes of one step: past the sibling above or below, under the sibling above (as its last), or
 * out to stand behind its parent. Nothing where there is no such step.
 */
export function stepTag(tags: readonly Tag[], id: string, step: TagStep): TagMove[] {
  const place = placeAfter(tags, id, step);
  return place === null ? [] : placeTag(tags, id, place);
}

/** Where something dropped on a tag goes: before it, after it, or under it. `null`: unknown tag. */
export function dropPlace(
  tags: readonly Tag[],
  targetId: string,
  zone: 'before' | 'into' | 'after',
): TagPlace | null {
  if (zone === 'into') return { parentId: targetId, beforeId: null };
  const parentId = soundParents(tags).get(targetId);
  if (parentId === undefined) return null;
  if (zone === 'before') return { parentId, beforeId: targetId };
  const siblings = siblingsUnder(tags, parentId);
  const at = siblings.findIndex((tag) => tag.id === targetId);
  return { parentId, beforeId: siblings[at + 1]?.id ?? null };
}

function placeAfter(tags: readonly Tag[], id: string, step: TagStep): TagPlace | null {
  const parents = soundParents(tags);
  const parentId = parents.get(id);
  if (parentId === undefined) return null;
  const siblings = siblingsUnder(tags, parentId);
  const at = siblings.findIndex((tag) => tag.id === id);
  const above = siblings[at - 1];
  switch (step) {
    case 'up':
      return above === undefined ? null : { parentId, beforeId: above.id };
    case 'down':
      if (at === siblings.length - 1) return null;
      return { parentId, beforeId: siblings[at + 2]?.id ?? null };
    case 'indent':
      return above === undefined ? null : { parentId: above.id, beforeId: null };
    case 'outdent': {
      if (parentId === null) return null;
      const grandId = parents.get(parentId) ?? null;
      const uncles = siblingsUnder(tags, grandId);
      const after = uncles.findIndex((tag) => tag.id === parentId);
      return { parentId: grandId, beforeId: uncles[after + 1]?.id ?? null };
    }
  }
}

function siblingsUnder(tags: readonly Tag[], parentId: string | null): Tag[] {
  const parents = soundParents(tags);
  return tags.filter((tag) => (parents.get(tag.id) ?? null) === parentId).sort(compareSiblings);
}

/** Every tag's parent, where following the parents ends; `null` at the top and where it does not. */
function soundParents(tags: readonly Tag[]): Map<string, string | null> {
  const known = new Map(tags.map((tag) => [tag.id, tag.parentId]));
  const sound = new Map<string, string | null>();
  for (const tag of tags) {
    const path = new Set<string>();
    let at: string | null = tag.id;
    while (at !== null && !sound.has(at) && known.has(at) && !path.has(at)) {
      path.add(at);
      at = known.get(at) ?? null;
    }
    // Where a circle closes, the tag that it was entered by stands at the top.
    const cut = at !== null && path.has(at) ? at : null;
    for (const id of path) {
      const parentId = known.get(id) ?? null;
      sound.set(id, id === cut || parentId === null || !known.has(parentId) ? null : parentId);
    }
  }
  return sound;
}

function compareSiblings(a: Tag, b: Tag): number {
  const order = (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER);
  return order || compareTagNames(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
