import { createAnchor, resolveAnchor } from '@domain/anchor/anchor';
import { clearCandidate, findCandidates } from '@domain/anchor/candidates';
import type { Annotation } from '@domain/model';
import { annotationsOf, findAnnotation } from '@renderer/data/annotations';
import { findArticleText } from '@renderer/data/articles';
import { changed } from '@renderer/data/records';
import { writeJournaled } from '@renderer/data/write-journaled';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';

/**
 * Gives an annotation a place by hand, as one reversible write.
 * @throws ZhaijiError `annotation-missing`, `article-missing`, `range-invalid`
 */
export function placeAnnotation(id: string, start: number, end: number): Promise<Annotation> {
  return commit({ name: 'place-annotation', count: 1 }, async (journal) => {
    const annotation = await findAnnotation(id, journal.tables);
    if (annotation === null) throw new ZhaijiError('annotation-missing', id);
    const stored = await findArticleText(annotation.articleId, journal.tables);
    if (stored === null) throw new ZhaijiError('article-missing', annotation.articleId);
    if (!(start >= 0 && start < end && end <= stored.text.length)) {
      throw new ZhaijiError('range-invalid', `${start}–${end} / ${stored.text.length}`);
    }
    const { unplaced, ...rest } = annotation;
    const placed = changed(rest, createAnchor(stored.text, start, end));
    await journal.put('annotations', placed);
    return placed;
  });
}

/**
 * Brings annotations whose stored place does not hold their words (damage, another program) to where
 * these clearly are; one whose place is in doubt becomes unplaced. No step of the undo history: undone,
 * it would only be wrong again.
 * @returns how many were repaired
 */
export async function repairAnchors(articleId: string): Promise<number> {
  const [stored, all] = await Promise.all([findArticleText(articleId), annotationsOf(articleId)]);
  if (stored === null) return 0;
  const holds = (text: string, { start, end, exact, unplaced }: Annotation) =>
    unplaced === true || text.slice(start, end) === exact;
  if (all.every((annotation) => holds(stored.text, annotation))) return 0;
  const { result } = await writeJournaled(async (journal) => {
    const now = await findArticleText(articleId, journal.tables);
    if (now === null) return 0;
    const rows = await journal.tables
      .table<Annotation, string>('annotations')
      .where('articleId')
      .equals(articleId)
      .toArray();
    const wrong = rows.filter((annotation) => !holds(now.text, annotation));
    for (const annotation of wrong) {
      const place = placeOf(now.text, annotation);
      await journal.put(
        'annotations',
        place === null
          ? changed(annotation, { unplaced: true })
          : changed(annotation, createAnchor(now.text, place.start, place.end)),
      );
    }
    return wrong.length;
  });
  return result;
}

function placeOf(text: string, annotation: Annotation): { start: number; end: number } | null {
  const resolved = resolveAnchor(text, annotation);
  return resolved?.how === 'position' ? resolved : clearCandidate(findCandidates(text, annotation));
}
