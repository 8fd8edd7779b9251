import { HIGHLIGHT_COLORS, type HighlightColor, type Tag } from '@domain/model';
import { pinyinAt } from '@domain/text/pinyin';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Orders tag names: Han characters by pinyin, numbers by value. For `Array.sort`. */
export function compareTagNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * A tag's name as it is stored: NFC, without control characters, outer white space and leading `#`,
 * inner white space as single spaces.
 *
 * @returns the empty string when nothing is left
 */
export function normalizeTagName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s#＃]+/u, '')
    .trim();
}

/** What two tag names have in common when they are meant to be the same: width and case ignored. */
export function tagKey(name: string): string {
  return normalizeTagName(name).normalize('NFKC').toLowerCase();
}

/**
 * The tags that fit what was typed: the same name first, then names that start with it, then names
 * that contain it, then names whose pinyin fits (`shgz`) from the beginning, then from elsewhere; within
 * these by pinyin. An empty query gives all tags.
 */
export function matchTags<T extends Pick<Tag, 'name'>>(tags: readonly T[], query: string): T[] {
  const wanted = tagKey(query);
  const ranked = tags.flatMap((tag) => {
    const rank = rankOf(tagKey(tag.name), wanted) ?? rankByPinyin(tag.name, query);
    return rank === null ? [] : [{ tag, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || compareTagNames(a.tag.name, b.tag.name))
    .map(({ tag }) => tag);
}

function rankOf(name: string, wanted: string): number | null {
  if (wanted === '') return 0;
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : null;
}

function rankByPinyin(name: string, typed: string): number | null {
  const at = pinyinAt(name, typed);
  return at === null ? null : at === 0 ? 3 : 4;
}

/** The colour for a new tag: the one that the fewest tags have, in the order of the palette. */
export function nextTagColor(tags: readonly Pick<Tag, 'color'>[]): HighlightColor {
  const count = (color: HighlightColor) => tags.filter((tag) => tag.color === color).length;
  return HIGHLIGHT_COLORS.reduce((best, color) => (count(color) < count(best) ? color : best));
}

/**
 * A tag's names from the topmost parent down to itself. Parents that are missing or would make a
 * circle end the path.
 */
export function tagPath(tag: Tag, tags: ReadonlyMap<string, Tag>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: Tag | undefined = tag; at && !seen.has(at.id); ) {
    seen.add(at.id);
    path.unshift(at.name);
    at = at.parentId === null ? undefined : tags.get(at.parentId);
  }
  return path;
}
