import type { ColumnMapping } from '@domain/ingest/settings';
import type { LineHint } from '@domain/ingest/types';
import type { Encoding, FileFormat, MetadataField } from '@domain/model';
import type { InvalidBytes } from '@domain/text/encodings';

/**
 * Why a part of a file could not be read. A code may be followed by `: ` and a detail; the screens
 * have a text for each code.
 */
export type BrokenReason =
  /** A quote is opened and not closed, or closed in a later row. */
  | 'unclosed-quote'
  /** More cells than there are columns: which of them belong together cannot be known. */
  | 'extra-cells'
  /** A line above the columns' names. */
  | 'before-header'
  /** Longer than any record of a text. */
  | 'too-long'
  /** Not JSON. */
  | 'invalid-json'
  /** JSON, but no object. */
  | 'not-an-object'
  /** Objects in objects beyond all reason. */
  | 'too-deep'
  /** A further sheet of the workbook with texts, not read; its name. */
  | `other-sheet: ${string}`
  /** A page of a PDF; its number. */
  | `page-unreadable: ${number}`;

/** A part of a file that could not be read. */
export interface BrokenPart {
  /** 1-based line or sheet row, 0 where there is none. */
  line: number;
  reason: BrokenReason;
}

export interface ExtractOptions {
  /** Name of the file: it only helps where the content does not decide. */
  name: string;
  /** Chosen by the researcher; only for formats whose bytes are text. */
  encoding?: Encoding;
  /** Chosen by the researcher; only for tables. */
  columns?: ColumnMapping;
}

/** What was read out of a file before anything is understood of it. */
export type Extraction = ExtractedText | ExtractedTable | ExtractedContainer;

interface Read {
  format: FileFormat;
  /** `null` for formats that say it themselves. */
  encoding: Encoding | null;
  invalid: InvalidBytes;
}

/** A running text: what the review shows beside the articles, with its line numbers. */
export interface ExtractedText extends Read {
  kind: 'text';
  /** Lines end with LF. Every character of the text in it, in order; nothing added but white space. */
  text: string;
  /** By 1-based line of `text`. */
  lines: Map<number, LineHint>;
  /** What the file says of itself (meta tags, document properties); dates as `YYYY-MM-DD`. */
  facts: Partial<Record<MetadataField, string>>;
  broken?: BrokenPart[];
}

/** A table (CSV, XLSX, JSON, JSON Lines): every row is an article. */
export interface ExtractedTable extends Read {
  kind: 'table';
  columns: string[];
  /** Cells as text, in the order of `columns`; a missing cell is the empty string. */
  rows: string[][];
  /** 1-based line (or sheet row) of the file at which each row begins. */
  rowLines: number[];
  /** The mapping that was asked for, or the best guess from the columns' names and contents. */
  mapping: ColumnMapping;
  /** Rows that could not be read, by their line. */
  broken: BrokenPart[];
}

/** A zip archive: its entries are files of their own. */
export interface ExtractedContainer {
  kind: 'container';
  /** In the order of the archive; folders and hidden system files are left out. */
  entries: ContainerEntry[];
}

export interface ContainerEntry {
  /** Path inside the archive, `/` between folders. */
  path: string;
  /** Bytes, as the archive says; `read` refuses when it turns out to be another. */
  size: number;
  /** @throws ZhaijiError `zip-bomb`, `file-encrypted`, `file-damaged`, `name-unsafe` */
  read(): Uint8Array;
}
