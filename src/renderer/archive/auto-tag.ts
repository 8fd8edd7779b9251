import { createAnchor } from '@domain/anchor/anchor';
import { normalizeTagName, tagKey } from '@domain/codebook/tags';
import type { Annotation } from '@domain/model';
import { paragraphAt } from '@domain/search/exact';
import { sentenceAround } from '@domain/text/sentences';
import { annotationsWithTag } from '@renderer/data/annotations';
import { findArticleText } from '@renderer/data/articles';
import { changed, newStamp } from '@renderer/data/records';
import { allTags } from '@renderer/data/tags';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';
import { type SearchScope, searchArchive } from './search';
import { tagsByName } from './tags';

export type AutoTagScope = 'exact' | 'sentence' | 'paragraph';

/** A place that would get the tag. UTF-16 offsets over the article's text, end exclusive. */
export interface AutoTagHit {
  articleId: string;
  title: string;
  start: number;
  end: number;
  text: string;
}

export interface AutoTagPlan {
  hits: AutoTagHit[];
  /** Places that carry the tag already. */
  already: number;
}

interface Work {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Where a search's hits in texts would be tagged; hits in one sentence or paragraph are one place, and
 * what carries the tag already is counted, not planned.
 * @throws ZhaijiError `cancelled`
 */
export async function planAutoTag(
  scope: string | SearchScope,
  tagName: string,
  reach: AutoTagScope,
  { signal, onProgress }: Work = {},
): Promise<AutoTagPlan> {
  const found = await searchArchive(scope);
  const hits = found.hits.filter((hit) => hit.field === 'text');
  const tag = (await allTags()).find((each) => tagKey(each.name) === tagKey(tagName));
  const carried = new Set(
    tag === undefined ? [] : (await annotationsWithTag(tag.id)).map(placeKey),
  );
  const plan = new Map<string, AutoTagHit>();
  const before = new Set<string>();
  let text = await findArticleText(hits[0]?.articleId ?? '');
  for (const [done, hit] of hits.entries()) {
    if (signal?.aborted === true) throw new ZhaijiError('cancelled');
    if (done % 200 === 0) onProgress?.(done, hits.length);
    // Hits come article by article.
    if (text?.articleId !== hit.articleId) text = await findArticleText(hit.articleId);
    if (text === null) continue;
    const paragraph = text.paragraphs[paragraphAt(text.paragraphs, hit.start)];
    const place =
      reach === 'sentence'
        ? sentenceAround(text.text, hit.start, hit.end)
        : reach === 'paragraph' && paragraph !== undefined
          ? { start: paragraph.start, end: Math.max(paragraph.end, hit.end) }
          : { start: hit.start, end: hit.end };
    const { articleId, title } = hit;
    const one = { articleId, title, ...place, text: text.text.slice(place.start, place.end) };
    const key = placeKey(one);
    if (carried.has(key)) before.add(key);
    else plan.set(key, one);
  }
  return { hits: [...plan.values()], already: before.size };
}

/**
 * Tags places as one reversible write: an annotation that covers exactly a place gets the tag, all
 * other places get an annotation of the tag's colour. Nothing stays of it when it is cancelled.
 * @throws ZhaijiError `cancelled` or `tag-name-empty`
 */
export function autoTag(
  hits: readonly AutoTagHit[],
  tagName: string,
  { signal, onProgress }: Work = {},
): Promise<number> {
  if (normalizeTagName(tagName) === '') throw new ZhaijiError('tag-name-empty', tagName);
  return commit({ name: 'auto-tag', count: hits.length }, async (journal) => {
    const [tag] = await tagsByName(journal, [tagName]);
    if (tag === undefined) return 0;
    let text = await findArticleText(hits[0]?.articleId ?? '', journal.tables);
    let there = new Map<string, Annotation>();
    let readFor = '';
    let tagged = 0;
    for (const [done, hit] of hits.entries()) {
      if (signal?.aborted === true) throw new ZhaijiError('cancelled', tagName);
      if (done % 50 === 0) onProgress?.(done, hits.length);
      const { articleId, start, end } = hit;
      if (articleId !== readFor) {
        text = await findArticleText(articleId, journal.tables);
        const rows = await journal.tables
          .table<Annotation, string>('annotations')
          .where('articleId')
          .equals(articleId)
          .toArray();
        there = new Map(
          rows.filter((row) => row.unplaced !== true).map((row) => [placeKey(row), row]),
        );
        readFor = articleId;
      }
      // The text may have been corrected since the preview.
      if (text === null || text.text.slice(start, end) !== hit.text) continue;
      const found = there.get(placeKey(hit));
      if (found?.tagIds.includes(tag.id) === true) continue;
      const annotation: Annotation =
        found === undefined
          ? {
              ...newStamp(),
              articleId,
              ...createAnchor(text.text, start, end),
              color: tag.color,
              tagIds: [tag.id],
            }
          : changed(found, { tagIds: [...found.tagIds, tag.id] });
      await journal.put('annotations', annotation);
      tagged += 1;
    }
    return tagged;
  });
}

function placeKey({ articleId, start, end }: Pick<Annotation, 'articleId' | 'start' | 'end'>) {
  return `${articleId} ${start} ${end}`;
}
