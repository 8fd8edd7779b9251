/**
 * The rows of the search index. A document is an article's title, its text, or a note. Each is in one
 * place alone: in one segment where it is not dead, unless a mark says that its row was written since;
 * then, and when no segment has it (an archive from before the index, a segment that was given up), it
 * is loose, and is read from its row.
 */

/** An immutable part of the index; see `domain/search/segment`. */
export interface StoredSegment {
  id: string;
  /** UTF-16 code units of its documents; indexed, so that sizes can be had without the headers. */
  units: number;
  header: Uint8Array<ArrayBuffer>;
}

export interface SearchPage {
  segmentId: string;
  /** From 0. */
  page: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Documents of a segment that are in another one now or nowhere; a segment without a row has none. */
export interface DeadDocuments {
  segmentId: string;
  /** Ordinals in the segment, ascending. */
  documents: Uint32Array<ArrayBuffer>;
}

/**
 * The rows of articles, annotations, notes and tags as far as a search knows them, kept together so that a
 * start need not read them one by one. It is of one moment; what was written since is told by the marks
 * after that, and by `changed`. There is one row, under `catalog`, beside its pieces.
 */
export interface KeptCatalog {
  key: 'catalog';
  /** Of how its pieces are made; those of another version are not read. */
  version: number;
  /** The same in its pieces. */
  stamp: string;
  pieces: number;
  /** Of the index at that moment: another one means that everything was replaced. */
  epoch: string;
  /** Serial of the last mark that it has seen. */
  seen: number;
  /** Rows that were written since and whose marks are gone, by `markKey`. */
  changed: string[];
}

export interface KeptCatalogPiece {
  /** From 0. */
  piece: number;
  stamp: string;
  /** See `workers/search/kept-catalog`. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Checksum of the bytes. */
  check: number;
}

/** What tells a reader of the index what it has to read again. There is one row, under `index`. */
export interface SearchState {
  key: 'index';
  /** Another one: everything was replaced (a backup came back). Empty in the beginning. */
  epoch: string;
  /** Counts up whenever dead documents change or marks go. */
  generation: number;
  /** No mark up to this serial is left that is needed, but for those that are still there. */
  trimmed: number;
}
