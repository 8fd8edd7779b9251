import { createAnchor } from '@domain/anchor/anchor';
import type { Annotation, HighlightColor, NoteDoc } from '@domain/model';
import { noteContent } from '@domain/note/content';
import { isEmptyNote } from '@domain/note/plain';
import { findAnnotations } from '@renderer/data/annotations';
import { findArticleText } from '@renderer/data/articles';
import type { Journal } from '@renderer/data/journal';
import { changed, newStamp } from '@renderer/data/records';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';
import { tagsByName } from './tags';

export interface NewAnnotation {
  articleId: string;
  /** UTF-16 offsets over the article's text, end exclusive. */
  start: number;
  end: number;
  color: HighlightColor | null;
  tagNames?: string[];
  note?: NoteDoc;
}

/**
 * Annotates a passage as one reversible write; tags that do not exist yet are created with it.
 * @throws ZhaijiError `article-missing`, `range-invalid` or `tag-name-empty`.
 */
export function addAnnotation(input: NewAnnotation): Promise<Annotation> {
  const label = { name: input.color === null ? 'tag' : 'highlight', count: 1 } as const;
  return commit(label, async (journal) => {
    const stored = await findArticleText(input.articleId, journal.tables);
    if (stored === null) throw new ZhaijiError('article-missing', input.articleId);
    const { text } = stored;
    if (!isRange(input.start, input.end, text.length)) {
      throw new ZhaijiError('range-invalid', `${input.start}–${input.end} / ${text.length}`);
    }
    const tags = await tagsByName(journal, input.tagNames ?? []);
    const annotation: Annotation = {
      ...newStamp(),
      articleId: input.articleId,
      ...createAnchor(text, input.start, input.end),
      color: input.color,
      tagIds: tags.map((tag) => tag.id),
    };
    await journal.put('annotations', annotation);
    if (input.note !== undefined && !isEmptyNote(input.note)) {
      await journal.put('notes', {
        ...newStamp(),
        targetKind: 'annotation',
        targetId: annotation.id,
        ...noteContent(input.note),
      });
    }
    return annotation;
  });
}

function isRange(start: number, end: number, length: number): boolean {
  return (
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
  );
}

/** Gives annotations another colour, or none. */
export function recolorAnnotations(ids: string[], color: HighlightColor | null): Promise<void> {
  return commit({ name: 'recolor', count: ids.length }, async (journal) => {
    for (const annotation of await findAnnotations(ids, journal.tables)) {
      if (annotation.color !== color)
        await journal.put('annotations', changed(annotation, { color }));
    }
  });
}

/**
 * Adds a tag, new or known, to annotations.
 * @throws ZhaijiError `tag-name-empty`.
 */
export function tagAnnotations(ids: string[], tagName: string): Promise<void> {
  return commit({ name: 'tag', count: ids.length }, async (journal) => {
    const [tag] = await tagsByName(journal, [tagName]);
    if (tag === undefined) return;
    for (const annotation of await findAnnotations(ids, journal.tables)) {
      if (annotation.tagIds.includes(tag.id)) continue;
      await putTags(journal, annotation, [...annotation.tagIds, tag.id]);
    }
  });
}

/** Takes a tag off annotations. */
export function untagAnnotations(ids: string[], tagId: string): Promise<void> {
  return commit({ name: 'untag', count: ids.length }, async (journal) => {
    for (const annotation of await findAnnotations(ids, journal.tables)) {
      if (!annotation.tagIds.includes(tagId)) continue;
      await putTags(
        journal,
        annotation,
        annotation.tagIds.filter((id) => id !== tagId),
      );
    }
  });
}

async function putTags(journal: Journal, annotation: Annotation, tagIds: string[]): Promise<void> {
  await journal.put('annotations', changed(annotation, { tagIds }));
}

/** Deletes annotations with their notes. */
export function deleteAnnotations(ids: string[]): Promise<void> {
  return commit({ name: 'delete-annotations', count: ids.length }, async (journal) => {
    await journal.removeAnnotations(ids);
  });
}
