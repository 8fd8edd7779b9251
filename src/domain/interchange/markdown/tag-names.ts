import { tagPath } from '@domain/codebook/tags';
import type { Tag } from '@domain/model';

/**
 * A tag's path as a tag of Obsidian, without `#`: letters, digits, `-`, `_` and symbols such as
 * emoji, parents divided by `/`, everything else as `-`. Obsidian takes no tag of digits alone, so
 * such a one gets the prefix `t-`.
 */
export function obsidianTag(path: readonly string[]): string {
  const segments = path
    .flatMap((name) => name.normalize('NFC').split('/'))
    .map((name) => name.replace(/[^\p{L}\p{M}\p{N}\p{So}_-]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter((name) => name !== '');
  const tag = segments.join('/');
  return /[\p{L}\p{So}]/u.test(tag) ? tag : `t-${tag || 'tag'}`;
}

/** The Obsidian tags of some tags, without repetition, in the order given. */
export function obsidianTags(tags: Iterable<Tag>, codebook: readonly Tag[]): string[] {
  const byId = new Map(codebook.map((tag) => [tag.id, tag]));
  return [...new Set([...tags].map((tag) => obsidianTag(tagPath(tag, byId))))];
}
