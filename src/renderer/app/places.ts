import type { NoteView } from '@renderer/archive/queries';
import type { SearchHit } from '@renderer/archive/search';
import type { Go } from './navigation';

/** Goes to where a phrase was found. */
export function openHit({ field, articleId, start, end, targetId }: SearchHit, go: Go): void {
  if (articleId === '') go.page({ kind: 'archive-note' });
  else if (field === 'text') go.place(articleId, { start, end });
  else if (field === 'note' && targetId !== null && targetId !== articleId) {
    go.annotation(articleId, targetId);
  } else go.article(articleId);
}

/** Goes to what a note is on. */
export function openNote({ annotation, article }: NoteView, go: Go): void {
  if (article === null) go.page({ kind: 'archive-note' });
  else if (annotation === null) go.article(article.id);
  else go.annotation(article.id, annotation.id);
}
