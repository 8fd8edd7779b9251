import { createAnchor } from '@domain/anchor/anchor';
import type { Annotation } from '@domain/model';
import type { EditEffect } from '@domain/model-history';
import { moveRangesAmong } from '@domain/similar/move-ranges';
import type { Journal } from '@renderer/data/journal';
import { changed } from '@renderer/data/records';
import { moveNote } from './join-notes';

/** An article as far as annotations are concerned. */
export interface Words {
  articleId: string;
  text: string;
}

/** An article whose annotations are to move. */
export interface Origin extends Words {
  /** Those that it has; looked up if they are not given. */
  annotations?: readonly Annotation[];
}

export interface Moved {
  placed: number;
  /** Annotations that lost their place now; they wait on the heir. */
  unplaced: number;
}

/** With what became of each annotation, for the history of its text; the same in the same place is left out. */
export interface MovedOne extends Moved {
  effects: EditEffect[];
  /** Those of the effects whose annotation has come to another text, by the id of that text's article. */
  arrivals: Map<string, EditEffect[]>;
}

/**
 * Moves the annotations of a text to where their words are in the texts that come in its place, and
 * the article's note to the heir, the first of these if nothing else is said. What has no place any
 * more keeps its anchor, is marked `unplaced` and goes with the heir; nothing is lost. `to` has at least
 * one text, best in the order of the old one.
 */
export async function moveAnnotations(
  journal: Journal,
  from: Origin,
  to: readonly Words[],
  heir = to[0],
): Promise<MovedOne> {
  if (heir === undefined) throw new Error('No text to move annotations to');
  const annotations = from.annotations ?? (await annotationsOn(journal, from.articleId));
  const placedOnes = annotations.filter((annotation) => annotation.unplaced !== true);
  const texts = to.map((each) => each.text);
  const places = placedOnes.length === 0 ? [] : moveRangesAmong(from.text, texts, placedOnes);
  const moved: MovedOne = { placed: 0, unplaced: 0, effects: [], arrivals: new Map() };
  const tell = ({ id, exact, start, end }: Annotation, what: EditEffect['effect'], on: string) => {
    const effect = { annotationId: id, effect: what, exact, start, end };
    moved.effects.push(effect);
    if (on === from.articleId) return;
    moved.arrivals.set(on, [...(moved.arrivals.get(on) ?? []), effect]);
  };
  for (const [index, annotation] of placedOnes.entries()) {
    const place = places[index] ?? null;
    const target = place === null ? undefined : to[place.index];
    if (place === null || target === undefined) {
      moved.unplaced += 1;
      tell(annotation, 'unplaced', heir.articleId);
      await journal.put(
        'annotations',
        changed(annotation, { articleId: heir.articleId, unplaced: true }),
      );
      continue;
    }
    moved.placed += 1;
    const { articleId, text } = target;
    const anchor = createAnchor(text, place.start, place.end);
    if (anchor.exact !== annotation.exact) tell(annotation, 'adjusted', articleId);
    else if (anchor.start !== annotation.start || articleId !== from.articleId)
      tell(annotation, 'moved', articleId);
    await journal.put('annotations', changed(annotation, { articleId, ...anchor }));
  }
  for (const annotation of annotations) {
    // It had no place before; there is nothing new to tell of it.
    if (annotation.unplaced !== true) continue;
    await journal.put('annotations', changed(annotation, { articleId: heir.articleId }));
  }
  await moveNote(journal, from.articleId, heir.articleId);
  return moved;
}

/** All annotations of an article, as its transaction has them. */
export function annotationsOn({ tables }: Journal, articleId: string): Promise<Annotation[]> {
  const table = tables.table<Annotation, string>('annotations');
  return table.where('articleId').equals(articleId).toArray();
}
