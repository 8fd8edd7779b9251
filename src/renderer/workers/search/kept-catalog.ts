import type { SearchTag } from '@domain/search/source';
import type { Catalog, CatalogRows, NoteRow } from './catalog';

/** Grows with every change of the pieces, or of what the catalogue takes from a row. */
export const KEPT_VERSION = 1;

/** Rows in a piece, so that to make one takes a few milliseconds. */
const ROWS = 4096;

/** What stands in many rows: each value once, and its place for every row. */
interface Column {
  values: string[];
  at: number[];
}

type Piece =
  | {
      kind: 'articles';
      ids: string[];
      titles: string[];
      outlets: Column;
      dates: Column;
      bylines: Column;
      pages: Column;
      lengths: number[];
      tags: Column;
    }
  | {
      kind: 'passages';
      ids: string[];
      articles: Column;
      starts: number[];
      ends: number[];
      tags: Column;
      /** `HIGHLIGHTED` and `UNPLACED` added up. */
      marks: number[];
    }
  | { kind: 'notes'; rows: NoteRow[] }
  | { kind: 'tags'; rows: SearchTag[] };

const HIGHLIGHTED = 1;
const UNPLACED = 2;

/** All rows of a catalogue in pieces of UTF-8, made one by one. */
export function* keptPieces(rows: CatalogRows): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for (const piece of piecesOf(rows)) yield encoder.encode(JSON.stringify(piece));
}

function* piecesOf(rows: CatalogRows): Generator<Piece> {
  for (const some of batches(rows.articles)) {
    yield {
      kind: 'articles',
      ids: some.map(({ id }) => id),
      titles: some.map(({ title }) => title),
      outlets: column(some.map(({ outlet }) => outlet)),
      dates: column(some.map(({ date }) => date)),
      bylines: column(some.map(({ byline }) => byline)),
      pages: column(some.map(({ page }) => page)),
      lengths: some.map(({ length }) => length),
      tags: column(some.map(({ tagIds }) => tagIds.join('\n'))),
    };
  }
  for (const passages of batches(rows.passages)) {
    const some = passages.map(rows.passageRow);
    yield {
      kind: 'passages',
      ids: some.map(({ id }) => id),
      articles: column(some.map(({ articleId }) => articleId)),
      starts: some.map(({ start }) => start),
      ends: some.map(({ end }) => end),
      tags: column(some.map(({ tagIds }) => tagIds.join('\n'))),
      marks: some.map(
        ({ isHighlighted, unplaced }) =>
          (isHighlighted ? HIGHLIGHTED : 0) + (unplaced ? UNPLACED : 0),
      ),
    };
  }
  for (const some of batches(rows.notes)) yield { kind: 'notes', rows: some };
  for (const some of batches(rows.tags)) yield { kind: 'tags', rows: some };
}

/** Puts the rows of a piece into a catalogue. @param bytes as `keptPieces` made them */
export function takePiece(bytes: Uint8Array, catalog: Catalog): void {
  const piece = JSON.parse(new TextDecoder().decode(bytes)) as Piece;
  if (piece.kind === 'notes') for (const row of piece.rows) catalog.putNote(row);
  else if (piece.kind === 'tags') for (const row of piece.rows) catalog.putTag(row);
  else if (piece.kind === 'articles') {
    const tagLists = listsOf(piece.tags);
    for (const [index, id] of piece.ids.entries()) {
      catalog.putArticle({
        id,
        title: piece.titles[index] ?? '',
        outlet: valueAt(piece.outlets, index),
        date: valueAt(piece.dates, index),
        byline: valueAt(piece.bylines, index),
        page: valueAt(piece.pages, index),
        characters: piece.lengths[index] ?? 0,
        tagIds: tagLists[piece.tags.at[index] ?? 0] ?? [],
      });
    }
  } else {
    const tagLists = listsOf(piece.tags);
    for (const [index, id] of piece.ids.entries()) {
      const marks = piece.marks[index] ?? 0;
      catalog.putPassage({
        id,
        articleId: valueAt(piece.articles, index),
        start: piece.starts[index] ?? 0,
        end: piece.ends[index] ?? 0,
        tagIds: tagLists[piece.tags.at[index] ?? 0] ?? [],
        isHighlighted: (marks & HIGHLIGHTED) !== 0,
        unplaced: (marks & UNPLACED) !== 0,
      });
    }
  }
}

function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS);
}

function column(of: readonly string[]): Column {
  const places = new Map<string, number>();
  const at = of.map((value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, places.size);
    return places.size - 1;
  });
  return { values: [...places.keys()], at };
}

function valueAt({ values, at }: Column, index: number): string {
  return values[at[index] ?? 0] ?? '';
}

function listsOf({ values }: Column): string[][] {
  return values.map((value) => (value === '' ? [] : value.split('\n')));
}
