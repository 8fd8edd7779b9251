import type { SearchHit } from '@renderer/archive/search';

/** A row of the result list: the heading of an article, or one occurrence in it. */
export type ResultRow =
  | { kind: 'group'; key: string; articleId: string; title: string; count: number }
  | { kind: 'hit'; key: string; hit: SearchHit };

/**
 * Occurrences by article, in the order in which the articles first appear; within one, the title
 * comes first, then the text, then notes. The archive's own note has the empty article id.
 */
export function groupHits(hits: SearchHit[]): ResultRow[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.articleId);
    if (group === undefined) groups.set(hit.articleId, [hit]);
    else group.push(hit);
  }
  return [...groups].flatMap(([articleId, members]): ResultRow[] => [
    {
      kind: 'group',
      key: `group ${articleId}`,
      articleId,
      title: members[0]?.title ?? '',
      count: members.length,
    },
    ...members.map((hit): ResultRow => ({ kind: 'hit', key: hitKey(hit), hit })),
  ]);
}

function hitKey({ field, articleId, targetId, start }: SearchHit): string {
  return [field, articleId, targetId ?? '', start].join(' ');
}

/**
 * The nearest row with an occurrence from `index` on, looking forwards (`step` 1) or back (-1);
 * `null` when there is none that way.
 */
export function nextHit(rows: ResultRow[], index: number, step: 1 | -1): number | null {
  for (let at = index; at >= 0 && at < rows.length; at += step) {
    if (rows[at]?.kind === 'hit') return at;
  }
  return null;
}
