import type { Annotation } from '@domain/model';
import { annotationsOf, findAnnotations } from '@renderer/data/annotations';
import { onRowsChanged } from '@renderer/data/changed-rows';
import { findNotes } from '@renderer/data/notes';
import { useCallback, useSyncExternalStore } from 'react';
import { AnnotationList } from './annotation-list';
import { type AnnotationView, annotationViews, withTagsAndNotes } from './queries';

/** One for each article that is on the screen, however many ask for it. */
const shared = new Map<string, Shared>();

interface Shared {
  list: AnnotationList;
  listeners: Set<() => void>;
  stop: () => void;
}

/**
 * An article's annotations in text order; `undefined` while they are read for the first time. All who
 * ask share one list, which follows every write, whoever made it; a row that did not change stays the
 * same object.
 */
export function useAnnotations(articleId: string): readonly AnnotationView[] | undefined {
  const follow = useCallback((listener: () => void) => subscribe(articleId, listener), [articleId]);
  return useSyncExternalStore(follow, () => {
    const list = shared.get(articleId)?.list;
    // An error boundary shows it.
    if (list !== undefined && list.error !== null) throw list.error;
    return list?.views;
  });
}

/** What is stored at this moment, without what hangs on it. */
export async function storedAnnotations(articleId: string): Promise<Annotation[]> {
  const list = shared.get(articleId)?.list;
  await list?.settled();
  if (list?.views === undefined) return annotationsOf(articleId);
  return list.views.map(({ annotation }) => annotation);
}

function subscribe(articleId: string, listener: () => void): () => void {
  const one = shared.get(articleId) ?? share(articleId);
  one.listeners.add(listener);
  return () => {
    one.listeners.delete(listener);
    if (one.listeners.size > 0) return;
    one.stop();
    shared.delete(articleId);
  };
}

function share(articleId: string): Shared {
  const listeners = new Set<() => void>();
  const list = new AnnotationList(
    {
      all: () => annotationViews(articleId),
      some: async (ids) => {
        const found = await findAnnotations(ids);
        return withTagsAndNotes(found.filter((one) => one.articleId === articleId));
      },
      targetsOf: async (ids) => (await findNotes(ids)).map(({ targetId }) => targetId),
    },
    () => {
      for (const listener of listeners) listener();
    },
  );
  const stop = onRowsChanged(['annotations', 'notes', 'tags'], (rows) => list.changed(rows));
  const one = { list, listeners, stop };
  shared.set(articleId, one);
  return one;
}
