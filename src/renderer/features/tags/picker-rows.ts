import { matchTags, normalizeTagName, tagKey } from '@domain/codebook/tags';
import type { Tag } from '@domain/model';
import type { TagView } from '@renderer/archive/queries';

/** A line to choose: a tag that there is, or the making of one. */
export type PickerRow = { kind: 'tag'; tag: Tag; count: number } | { kind: 'new'; name: string };

/** How many tags used last are remembered. */
const RECENT = 8;

export function rowKey(row: PickerRow): string {
  return row.kind === 'tag' ? row.tag.id : 'new';
}

/**
 * What can be chosen for what was typed: the tags that fit, best first, and a new tag unless there is
 * one of that name. With nothing typed the tags used last come first.
 *
 * @param recent ids of tags, the one used last first
 */
export function pickerRows(
  views: readonly TagView[],
  query: string,
  recent: readonly string[],
  allowNew = true,
): PickerRow[] {
  const offered = views.filter(({ tag }) => tag.archived !== true);
  const rows = sortTagViews(offered, query).map(
    ({ tag, count }): PickerRow => ({ kind: 'tag', tag, count }),
  );
  const name = normalizeTagName(query);
  if (name === '') return withRecentFirst(rows, recent);
  const exists = views.some(({ tag }) => tagKey(tag.name) === tagKey(name));
  return allowNew && !exists ? [...rows, { kind: 'new', name }] : rows;
}

/** The tags that fit what was typed, best first; with nothing typed all of them by pinyin. */
export function sortTagViews(views: readonly TagView[], query: string): TagView[] {
  return matchTags(
    views.map((view) => ({ name: view.tag.name, view })),
    query,
  ).map(({ view }) => view);
}

/** The tags used last, after one more use. */
export function afterUse(recent: readonly string[], tagId: string): string[] {
  return [tagId, ...recent.filter((id) => id !== tagId)].slice(0, RECENT);
}

function withRecentFirst(rows: PickerRow[], recent: readonly string[]): PickerRow[] {
  const first = recent.flatMap((id) => rows.find((row) => rowKey(row) === id) ?? []);
  return [...first, ...rows.filter((row) => !first.includes(row))];
}
