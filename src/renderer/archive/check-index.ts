import {
  buildSegment,
  fieldOf,
  mergeSegments,
  readHeader,
  readIds,
  type Segment,
  type SegmentDocument,
  SegmentError,
} from '@domain/search/segment';
import { findArticles, findArticleTexts } from '@renderer/data/articles';
import { findNotes } from '@renderer/data/notes';
import { noteDocument, textDocument, titleDocument } from '@renderer/data/search-index';
import { markKey } from '@renderer/data/search-marks';
import { beginReading } from '@renderer/data/search-rows';
import { readParts, type StoredParts } from '@renderer/data/search-steps';

const TABLE_OF = { title: 'articles', text: 'articleTexts', note: 'notes' } as const;

/**
 * Compares the whole search index with the texts: every segment has to be, byte for byte, what would
 * be made of the rows now, and no title, text or note may be in two places. What is in no segment yet
 * is no fault, since it is read from its row.
 * @param report is told the segment and what is wrong with it
 */
export async function checkIndex(report: (segmentId: string, detail: string) => void) {
  const { segmentIds, marks } = await beginReading();
  const marked = new Set(marks.map(markKey));
  const places = new Map<string, string>();
  for (const id of segmentIds) {
    const [parts] = (await readParts([id])).parts;
    if (parts === undefined) continue;
    const fault = await faultOfSegment(parts, marked, places);
    if (fault !== null) report(id, fault);
  }
}

async function faultOfSegment(
  { segment, pages, dead }: StoredParts,
  marked: ReadonlySet<string>,
  places: Map<string, string>,
): Promise<string | null> {
  try {
    const header = readHeader(segment.header);
    const ids = readIds(header);
    const gone = new Set(dead);
    const names: { field: SegmentDocument['field']; id: string }[] = [];
    for (const [document, id] of ids.entries()) {
      const field = fieldOf(header, document);
      const key = markKey({ table: TABLE_OF[field], id });
      if (gone.has(document)) continue;
      if (marked.has(key)) {
        gone.add(document);
        continue;
      }
      const other = places.get(key);
      if (other !== undefined) return `${field} ${id} is in ${other} too`;
      places.set(key, segment.id);
      names.push({ field, id });
    }
    if (names.length === 0) return null;
    const documents = await documentsOf(names);
    const lost = names.find((_, index) => documents[index] === undefined);
    if (lost !== undefined) return `${lost.field} ${lost.id} is gone`;
    const options = { pageBytes: header.pageBytes };
    const stored = mergeSegments(
      [{ header, pages, isDead: (document) => gone.has(document) }],
      options,
    );
    const made = buildSegment(
      documents.filter((document) => document !== undefined),
      options,
    );
    return areEqual(stored, made) ? null : 'does not match the texts';
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    // What another version made is made again by this one.
    return error.code === 'outdated' ? null : error.message;
  }
}

/** In the order asked for; `undefined` for what has no row. */
async function documentsOf(
  names: readonly { field: SegmentDocument['field']; id: string }[],
): Promise<(SegmentDocument | undefined)[]> {
  const ids = (field: SegmentDocument['field']) =>
    names.filter((name) => name.field === field).map(({ id }) => id);
  const titles = (await findArticles(ids('title'))).map(titleDocument);
  const texts = (await findArticleTexts(ids('text'))).map((row) => row && textDocument(row));
  const notes = (await findNotes(ids('note'))).map(noteDocument);
  const found = new Map<string, SegmentDocument>();
  for (const document of [...titles, ...texts, ...notes]) {
    if (document !== undefined) found.set(`${document.field}/${document.id}`, document);
  }
  return names.map(({ field, id }) => found.get(`${field}/${id}`));
}

function areEqual(one: Segment, other: Segment): boolean {
  if (one.pages.length !== other.pages.length) return false;
  const all = [[one.header, other.header] as const].concat(
    one.pages.map((page, index) => [page, other.pages[index] ?? new Uint8Array()] as const),
  );
  return all.every(
    ([a, b]) => a.length === b.length && a.every((value, index) => value === b[index]),
  );
}
