import { createAnchor } from '@domain/anchor/anchor';
import type { Annotation, ArticleText, NoteDoc } from '@domain/model';
import { noteContent } from '@domain/note/content';
import { isEmptyNote } from '@domain/note/plain';
import type { KwicOrder } from '@domain/search/kwic';
import { findArticleText } from '@renderer/data/articles';
import { newStamp } from '@renderer/data/records';
import type { KwicFile, KwicLine, KwicResult } from '@renderer/workers/clients';
import { ZhaijiError } from '@shared/errors';
import { proxy } from 'comlink';
import { autoTag } from './auto-tag';
import { commit } from './history';
import { searchService } from './search';

export type { KwicFile, KwicLine } from '@renderer/workers/clients';

/** Lines read at a time by what goes through very many. */
const BATCH = 500;

type Progress = (done: number, total: number) => void;

/**
 * Puts the places of a result into the order of a concordance; a newer call ends an older one.
 * @returns `null` when the result is too old, `false` when it was stopped
 */
export async function sortConcordance(
  resultId: number,
  order: KwicOrder,
  onProgress: Progress,
): Promise<boolean | null> {
  return (await searchService()).sortLines(resultId, order, proxy(onProgress));
}

/**
 * Stands for the lines in the order that a result was sorted into last: the same as long as the same
 * places stand in the same order, also in a later result; `null`: too old.
 */
export async function concordanceMark(resultId: number): Promise<string | null> {
  return (await searchService()).markOfLines(resultId);
}

export async function stopSorting(): Promise<void> {
  await (await searchService()).stopSorting();
}

/** Lines by their numbers, in the order that the result was sorted into last; `null`: too old. */
export async function concordanceLines(
  resultId: number,
  numbers: Uint32Array,
  width: number,
): Promise<KwicLine[] | null> {
  return (await searchService()).lines(resultId, numbers, width);
}

/** Lines (`null`: all) as a file or for the clipboard; `null` when it was stopped or is too old. */
export async function concordanceFile(
  resultId: number,
  numbers: Uint32Array | null,
  file: KwicFile,
  onProgress: Progress,
): Promise<string | Uint8Array | null> {
  return (await searchService()).writeLines(resultId, numbers, file, proxy(onProgress));
}

export async function stopWriting(): Promise<void> {
  await (await searchService()).stopWriting();
}

/** The concordance of a query, beside what is on the screen. */
export async function concordanceOf(
  query: string,
  order: KwicOrder,
  width: number,
  limit: number,
): Promise<KwicResult> {
  return (await searchService()).concordance(query, order, width, limit);
}

interface Work {
  signal?: AbortSignal;
  onProgress?: Progress;
}

/**
 * Tags the lines that lie in texts, as one step of undo.
 * @returns how many places got the tag
 * @throws ZhaijiError `cancelled` or `tag-name-empty`
 */
export async function tagLines(
  resultId: number,
  numbers: Uint32Array,
  tagName: string,
  work: Work = {},
): Promise<number> {
  return autoTag(await placesOf(resultId, numbers, work), tagName, work);
}

/**
 * Writes the same note on each of the lines that lie in texts, as one step of undo.
 * @returns how many places got it
 * @throws ZhaijiError `cancelled`
 */
export async function noteLines(
  resultId: number,
  numbers: Uint32Array,
  doc: NoteDoc,
  work: Work = {},
): Promise<number> {
  if (isEmptyNote(doc)) return 0;
  const places = await placesOf(resultId, numbers, work);
  return commit({ name: 'note-places', count: places.length }, async (journal) => {
    let stored: ArticleText | null = null;
    let written = 0;
    for (const [done, { articleId, start, end }] of places.entries()) {
      if (work.signal?.aborted === true) throw new ZhaijiError('cancelled');
      if (done % 50 === 0) work.onProgress?.(done, places.length);
      if (stored?.articleId !== articleId) {
        stored = await findArticleText(articleId, journal.tables);
      }
      // What was deleted or shortened since has no such place any more.
      if (stored === null || end > stored.text.length) continue;
      const annotation: Annotation = {
        ...newStamp(),
        articleId,
        ...createAnchor(stored.text, start, end),
        color: null,
        tagIds: [],
      };
      await journal.put('annotations', annotation);
      await journal.put('notes', {
        ...newStamp(),
        targetKind: 'annotation',
        targetId: annotation.id,
        ...noteContent(doc),
      });
      written += 1;
    }
    return written;
  });
}

/** The places of lines in texts, article by article; those in titles and notes cannot be annotated. */
async function placesOf(resultId: number, numbers: Uint32Array, { signal }: Work) {
  const places: { articleId: string; title: string; start: number; end: number; text: string }[] =
    [];
  for (let at = 0; at < numbers.length; at += BATCH) {
    if (signal?.aborted === true) throw new ZhaijiError('cancelled');
    const lines = await concordanceLines(resultId, numbers.subarray(at, at + BATCH), 0);
    if (lines === null) throw new ZhaijiError('cancelled');
    for (const { field, articleId, title, start, end, match } of lines) {
      if (field !== 'text' && field !== 'tag') continue;
      places.push({ articleId, title, start, end, text: match });
    }
  }
  const byPlace = (a: { start: number }, b: { start: number }) => a.start - b.start;
  return places.sort((a, b) =>
    a.articleId === b.articleId ? byPlace(a, b) : a.articleId < b.articleId ? -1 : 1,
  );
}
