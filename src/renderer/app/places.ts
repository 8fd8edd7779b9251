import { parseLinkHref } from '@domain/note/links';
import { placeOfLink } from '@renderer/archive/note-links';
import type { NoteView } from '@renderer/archive/queries';
import type { SearchHit, SearchRow } from '@renderer/archive/search';
import { bridge } from '@renderer/bridge';
import type { Go } from './use-navigation';

/** Goes to a row of a result: to its place, or to an article that was found as a whole. */
export function openRow(row: SearchRow, go: Go): void {
  if (row.kind === 'hit') return openHit(row.hit, go);
  const { articleId, tagId } = row.group;
  if (tagId !== null) go.page({ kind: 'tag-note', id: tagId });
  else if (articleId === '') go.page({ kind: 'archive-note' });
  else go.article(articleId);
}

/** Goes to where a phrase was found. */
function openHit(hit: SearchHit, go: Go): void {
  const { field, articleId, start, end, targetId, targetKind } = hit;
  if (targetKind === 'tag' && targetId !== null) go.page({ kind: 'tag-note', id: targetId });
  else if (articleId === '') go.page({ kind: 'archive-note' });
  else if (field === 'text' || field === 'tag') go.place(articleId, { start, end });
  else if (field === 'note' && targetId !== null && targetId !== articleId) {
    go.annotation(articleId, targetId);
  } else go.article(articleId);
}

/** Goes to what a note is on. */
export function openNote({ annotation, article, tag }: NoteView, go: Go): void {
  if (tag !== null) return go.page({ kind: 'tag-note', id: tag.id });
  if (article === null) go.page({ kind: 'archive-note' });
  else if (annotation === null) go.article(article.id);
  else go.annotation(article.id, annotation.id);
}

/** Follows a link of a note: within the archive, or out of it through the system. */
export async function openLink(href: string, go: Go): Promise<void> {
  const target = parseLinkHref(href);
  if (target === null) return void bridge.openLink(href);
  const place = await placeOfLink(target);
  switch (place?.kind) {
    case 'article':
      return go.article(place.articleId);
    case 'annotation':
      return go.annotation(place.articleId, place.annotationId);
    case 'tag':
      return go.tag(place.tagId);
    case 'tag-note':
      return go.page({ kind: 'tag-note', id: place.tagId });
    case 'archive-note':
      return go.page({ kind: 'archive-note' });
  }
}
