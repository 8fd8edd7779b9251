import {
  buildSegment,
  mergeSegments,
  readHeader,
  type SegmentDocument,
} from '@domain/search/segment';
import { findArticleTexts } from '@renderer/data/articles';
import {
  noteDocument,
  PAGE_BYTES,
  segmentRows,
  textDocument,
  titleDocument,
} from '@renderer/data/search-index';
import { readArticles, readNotes } from '@renderer/data/search-rows';
import { readParts, writeStep } from '@renderer/data/search-steps';
import type { DocumentName, TidyStep } from './tidy-plan';

const NO_MARKS = { upTo: 0, keys: new Set<string>() };

/**
 * Prepares a step and writes it, all of it or nothing.
 * @returns whether it was written: not when the index is no longer what the step was planned for
 */
export async function runStep(step: TidyStep): Promise<boolean> {
  const { generation } = step;
  if (step.kind === 'remove') {
    return writeStep({
      generation,
      added: [],
      removed: step.segmentIds,
      dead: [],
      marks: NO_MARKS,
    });
  }
  if (step.kind === 'merge') return merge(generation, step.segmentIds);
  const documents = await readDocuments(step.documents);
  const added =
    documents.length === 0 ? [] : [segmentRows(buildSegment(documents, { pageBytes: PAGE_BYTES }))];
  const marks = { upTo: step.upTo, keys: new Set(step.marks) };
  return writeStep({ generation, added, removed: [], dead: step.dead, marks });
}

async function merge(generation: number, ids: string[]): Promise<boolean> {
  const read = await readParts(ids);
  if (read.generation !== generation || read.parts.length !== ids.length) return false;
  const sources = read.parts.map(({ segment, pages, dead }) => {
    const gone = new Set(dead);
    const header = readHeader(segment.header);
    return { header, pages, isDead: (document: number) => gone.has(document) };
  });
  const isEmpty = sources.every(({ header, isDead }) => {
    for (let document = 0; document < header.documents.count; document += 1) {
      if (!isDead(document)) return false;
    }
    return true;
  });
  const added = isEmpty ? [] : [segmentRows(mergeSegments(sources, { pageBytes: PAGE_BYTES }))];
  return writeStep({ generation, added, removed: ids, dead: [], marks: NO_MARKS });
}

/** The documents as their rows are now; those whose rows are gone are left out. */
async function readDocuments(names: readonly DocumentName[]): Promise<SegmentDocument[]> {
  const ids = (field: DocumentName['field']) =>
    names.filter((name) => name.field === field).map(({ id }) => id);
  const [articles, texts, notes] = [
    await readArticles(ids('title')),
    await findArticleTexts(ids('text')),
    await readNotes(ids('note')),
  ];
  const titles = new Map(articles.flatMap((row) => (row ? [[row.id, titleDocument(row)]] : [])));
  const bodies = new Map(texts.flatMap((row) => (row ? [[row.articleId, textDocument(row)]] : [])));
  const remarks = new Map(notes.flatMap((row) => (row ? [[row.id, noteDocument(row)]] : [])));
  return names.flatMap(({ field, id }) => {
    if (field === 'title') return titles.get(id) ?? [];
    if (field === 'note') return remarks.get(id) ?? [];
    // An article without words is an empty document, so that it is not looked for again.
    return bodies.get(id) ?? { field, id, text: '' };
  });
}
