import type { Article, ArticleText, Note } from '@domain/model';
import {
  buildSegment,
  readHeader,
  type Segment,
  type SegmentDocument,
  unitsIn,
} from '@domain/search/segment';
import { newId } from '@shared/ids';
import { db } from './database';
import type { SearchMark } from './search-marks';
import type { DeadDocuments, SearchPage, SearchState, StoredSegment } from './search-tables';
import type { Tables } from './tables';

/** UTF-16 code units from which on a segment is not made larger by import, nor merged any more. */
export const FULL_UNITS = 4 * 1024 * 1024;

/** Bytes of a page: larger values are put into files of their own by the browser, each a cost. */
export const PAGE_BYTES = 60 * 1024;

/** A segment as the two kinds of rows that it is stored in. */
export interface SegmentRows {
  segment: StoredSegment;
  pages: SearchPage[];
}

export function segmentRows({ header, pages }: Segment): SegmentRows {
  const id = newId();
  return {
    segment: { id, units: unitsIn(readHeader(header)), header },
    pages: pages.map((bytes, page) => ({ segmentId: id, page, bytes })),
  };
}

/** What is indexed of an article, and of a note. */
export function titleDocument({ id, title }: Pick<Article, 'id' | 'title'>): SegmentDocument {
  return { field: 'title', id, text: title };
}

export function textDocument({ articleId, text, paragraphs }: ArticleText): SegmentDocument {
  return { field: 'text', id: articleId, text, paragraphs };
}

export function noteDocument({ id, plain }: Pick<Note, 'id' | 'plain'>): SegmentDocument {
  return { field: 'note', id, text: plain };
}

/** Segments of new articles, as few as the limit of their size allows. */
export function segmentsOf(articles: readonly Article[], texts: readonly ArticleText[]) {
  const textOf = new Map(texts.map((text) => [text.articleId, text]));
  const segments: SegmentRows[] = [];
  let documents: SegmentDocument[] = [];
  let units = 0;
  const close = () => {
    if (documents.length > 0)
      segments.push(segmentRows(buildSegment(documents, { pageBytes: PAGE_BYTES })));
    documents = [];
    units = 0;
  };
  for (const article of articles) {
    const text = textOf.get(article.id);
    const size = article.title.length + (text?.text.length ?? 0);
    if (units + size > FULL_UNITS) close();
    units += size;
    documents.push(titleDocument(article));
    if (text !== undefined) documents.push(textDocument(text));
  }
  close();
  return segments;
}

/** Everything that tells whether the index is the one that a reader has. */
export interface IndexMoment {
  segmentIds: string[];
  state: SearchState;
  /** Above the serial that was asked for, ascending. */
  marks: SearchMark[];
}

export const NO_STATE: SearchState = { key: 'index', epoch: '', generation: 0, trimmed: 0 };

export const INDEX_TABLES = ['searchSegments', 'searchDead', 'searchMarks', 'searchState'] as const;

/** @param after only marks above this serial; 0 for all */
export async function indexMoment(after: number, from: Tables): Promise<IndexMoment> {
  const [segmentIds, state, marks] = await Promise.all([
    from.table<StoredSegment, string>('searchSegments').toCollection().primaryKeys(),
    from.table<SearchState, string>('searchState').get('index'),
    from.table<SearchMark, number>('searchMarks').where(':id').above(after).toArray(),
  ]);
  return { segmentIds, state: state ?? NO_STATE, marks };
}

export function readSegments(ids: string[], from: Tables = db): Promise<StoredSegment[]> {
  return from.table<StoredSegment, string>('searchSegments').where(':id').anyOf(ids).toArray();
}

/** So many segments, whichever. */
export function firstSegments(limit: number): Promise<StoredSegment[]> {
  return db.searchSegments.limit(limit).toArray();
}

export function readDead(from: Tables = db): Promise<DeadDocuments[]> {
  return from.table<DeadDocuments, string>('searchDead').toArray();
}

/** Pages by segment and number, in one transaction; `null` for one that is not there (any more). */
export async function readPagesOf(
  keys: readonly [segmentId: string, page: number][],
): Promise<(Uint8Array | null)[]> {
  const rows = await db.searchPages.bulkGet([...keys]);
  return rows.map((row) => row?.bytes ?? null);
}

/** All pages of a segment in order. */
export async function readPages(segmentId: string, from: Tables = db): Promise<Uint8Array[]> {
  const rows = await from
    .table<SearchPage, [string, number]>('searchPages')
    .where(':id')
    .between([segmentId], [segmentId, []])
    .toArray();
  return rows.map(({ bytes }) => bytes);
}
