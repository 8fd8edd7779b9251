import { createAnchor } from '@domain/anchor/anchor';
import { normalizeTagName, tagKey } from '@domain/codebook/tags';
import type { Annotation, ArticleText, Tag } from '@domain/model';
import { paragraphAt } from '@domain/search/exact';
import { sentenceAround } from '@domain/text/sentences';
import { annotationsOnAny, annotationsWithTag } from '@renderer/data/annotations';
import { findArticleTexts } from '@renderer/data/articles';
import type { Journal } from '@renderer/data/journal';
import { changed, newStamp } from '@renderer/data/records';
import type { Tables } from '@renderer/data/tables';
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
  for (const [done, piece] of inPieces(hits)) {
    if (signal?.aborted === true) throw new ZhaijiError('cancelled');
    onProgress?.(done, hits.length);
    const texts = await textsOf(piece);
    for (const { articleId, title, start, end } of piece) {
      const text = texts.get(articleId);
      if (text === undefined) continue;
      const place = placeAround(text, start, end, reach);
      const one = { articleId, title, ...place, text: text.text.slice(place.start, place.end) };
      const key = placeKey(one);
      if (carried.has(key)) before.add(key);
      else plan.set(key, one);
    }
  }
  return { hits: [...plan.values()], already: before.size };
}

function placeAround(text: ArticleText, start: number, end: number, reach: AutoTagScope) {
  if (reach === 'sentence') return sentenceAround(text.text, start, end);
  const paragraph = text.paragraphs[paragraphAt(text.paragraphs, start)];
  if (reach === 'exact' || paragraph === undefined) return { start, end };
  return { start: paragraph.start, end: Math.max(paragraph.end, end) };
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
    let tagged = 0;
    for (const [done, piece] of inPieces(hits)) {
      if (signal?.aborted === true) throw new ZhaijiError('cancelled', tagName);
      onProgress?.(done, hits.length);
      const rows = await taggedRows(piece, tag, journal);
      await journal.putAll('annotations', rows);
      tagged += rows.length;
    }
    return tagged;
  });
}

/** The annotations that some places need, and those there that get the tag. */
async function taggedRows(
  hits: readonly AutoTagHit[],
  tag: Tag,
  { tables }: Journal,
): Promise<Annotation[]> {
  const texts = await textsOf(hits, tables);
  const there = new Map(
    (await annotationsOnAny([...texts.keys()], tables))
      .filter((row) => row.unplaced !== true)
      .map((row) => [placeKey(row), row]),
  );
  const rows = new Map<string, Annotation>();
  for (const hit of hits) {
    const { articleId, start, end } = hit;
    const text = texts.get(articleId);
    // The text may have been corrected since the preview.
    if (text === undefined || text.text.slice(start, end) !== hit.text) continue;
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
    there.set(placeKey(hit), annotation);
    rows.set(annotation.id, annotation);
  }
  return [...rows.values()];
}

/** Places whose articles are read, and whose annotations are written, at once. */
const PIECE = 200;

/** With how many there were before each piece. */
function* inPieces<T>(all: readonly T[]): Generator<[done: number, piece: T[]]> {
  for (let at = 0; at < all.length; at += PIECE) yield [at, all.slice(at, at + PIECE)];
}

async function textsOf(
  hits: readonly { articleId: string }[],
  from?: Tables,
): Promise<Map<string, ArticleText>> {
  const ids = [...new Set(hits.map(({ articleId }) => articleId))];
  const rows = await findArticleTexts(ids, from);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.articleId, row]])));
}

function placeKey({ articleId, start, end }: Pick<Annotation, 'articleId' | 'start' | 'end'>) {
  return `${articleId} ${start} ${end}`;
}
