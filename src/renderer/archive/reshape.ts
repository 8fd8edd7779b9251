import { createAnchor } from '@domain/anchor/anchor';
import { cutAt, joinedWith } from '@domain/mark/reach';
import type { Annotation, Note } from '@domain/model';
import { noteContent } from '@domain/note/content';
import { joinNotes } from '@domain/note/join-notes';
import { annotationsIn, findAnnotation } from '@renderer/data/annotations';
import { findArticleText } from '@renderer/data/articles';
import type { Journal } from '@renderer/data/journal';
import { noteOf } from '@renderer/data/notes';
import { changed, newStamp } from '@renderer/data/records';
import { ZhaijiError } from '@shared/errors';
import { commit } from './history';
import { leadLinks } from './join-notes';
import { leadExamples } from './tag-examples';

/** Changes of what an annotation covers. Each is one reversible write. */

/**
 * Lets an annotation cover another range (UTF-16 offsets, end exclusive; moved to characters' edges).
 * @throws ZhaijiError `article-missing` or `range-invalid`.
 */
export function resizeAnnotation(id: string, start: number, end: number): Promise<void> {
  return commit({ name: 'resize', count: 1 }, async (journal) => {
    const found = await placed(id, journal);
    if (found === null) return;
    const { annotation, text } = found;
    if (!(start >= 0 && start < end && end <= text.length)) {
      throw new ZhaijiError('range-invalid', `${start}–${end} / ${text.length}`);
    }
    if (annotation.start === start && annotation.end === end) return;
    await journal.put('annotations', changed(annotation, createAnchor(text, start, end)));
  });
}

/**
 * Cuts an annotation at offsets; the first part keeps its id and its note, each has its colour and
 * tags. Answers the parts in text order: one alone when there was nothing to cut.
 */
export function splitAnnotation(id: string, offsets: readonly number[]): Promise<Annotation[]> {
  return commit({ name: 'split', count: 1 }, async (journal) => {
    const found = await placed(id, journal);
    if (found === null) return [];
    const { annotation, text } = found;
    const [first, ...rest] = cutAt(text, annotation, offsets);
    if (first === undefined || rest.length === 0) return [annotation];
    const kept = changed(annotation, createAnchor(text, first.start, first.end));
    const parts: Annotation[] = [
      kept,
      ...rest.map((part) => ({
        ...annotation,
        ...newStamp(),
        ...createAnchor(text, part.start, part.end),
      })),
    ];
    for (const part of parts) await journal.put('annotations', part);
    return parts;
  });
}

/**
 * Makes one of an annotation and all that overlap or touch it, with the tags of all and their notes one
 * after the other. It keeps its id and colour. Answers how many were taken in.
 */
export function mergeAnnotation(id: string): Promise<number> {
  return commit({ name: 'merge-annotations', count: 1 }, async (journal) => {
    const found = await placed(id, journal);
    if (found === null) return 0;
    const { annotation, text } = found;
    const all = await annotationsIn(annotation.articleId, journal.tables);
    const here = all.filter((one) => one.unplaced !== true && one.id !== id);
    const others = joinedWith(text, [annotation, ...here], annotation);
    if (others.length === 0) return 0;
    const group = [annotation, ...others];
    const start = Math.min(...group.map((one) => one.start));
    const end = Math.max(...group.map((one) => one.end));
    const tagIds = [...new Set(group.flatMap((one) => one.tagIds))];
    await mergeNotes(journal, id, group);
    for (const other of others) {
      await leadLinks(journal, { kind: 'annotation', id: other.id }, { kind: 'annotation', id });
      await leadExamples(journal, other.id, id);
      await journal.remove('annotations', other.id);
    }
    await journal.put(
      'annotations',
      changed(annotation, { ...createAnchor(text, start, end), tagIds }),
    );
    return others.length;
  });
}

async function mergeNotes(journal: Journal, id: string, group: Annotation[]): Promise<void> {
  const inOrder = [...group].sort((a, b) => a.start - b.start || a.end - b.end);
  const notes: Note[] = [];
  for (const one of inOrder) {
    const note = await noteOf(one.id, journal.tables);
    if (note !== null) notes.push(note);
  }
  const own = notes.find((note) => note.targetId === id);
  const first = own ?? notes[0];
  if (first === undefined || (own !== undefined && notes.length === 1)) return;
  const doc = joinNotes(notes.map((note) => note.doc));
  const content = noteContent(doc);
  const kept: Note =
    own === undefined
      ? { ...newStamp(), targetKind: 'annotation', targetId: id, ...content }
      : changed(own, content);
  await journal.put('notes', kept);
  for (const note of notes) {
    if (note.id === kept.id) continue;
    await leadLinks(journal, { kind: 'note', id: note.id }, { kind: 'note', id: kept.id });
  }
}

/** The annotation with its article's text; null when it is gone or has no place. */
async function placed(
  id: string,
  journal: Journal,
): Promise<{ annotation: Annotation; text: string } | null> {
  const annotation = await findAnnotation(id, journal.tables);
  if (annotation === null || annotation.unplaced === true) return null;
  const stored = await findArticleText(annotation.articleId, journal.tables);
  if (stored === null) throw new ZhaijiError('article-missing', annotation.articleId);
  return { annotation, text: stored.text };
}
