import type { Encoding, MetadataField } from '@domain/model';
import type { Correction } from './types';

/**
 * The choices with which one file is read. Plain data: kept with the source file, so that the same
 * reading can be had again. A choice that is missing is left to the program.
 */
export interface ImportSettings {
  encoding?: Encoding;
  /** The whole file is one article. */
  single?: boolean;
  repair?: Repair;
  /** Tables and JSON: which column is what. */
  columns?: ColumnMapping;
  corrections?: Correction[];
  metadata?: MetadataCorrection[];
}

/** Typographic repair; each is off unless asked for. */
export interface Repair {
  /** Half-width punctuation between Han characters becomes full-width. */
  punctuation?: boolean;
  /** Spaces between Han characters go. */
  hanSpaces?: boolean;
}

/** What the researcher wrote over an article's metadata; the article is known by its first line. */
export interface MetadataCorrection {
  /** 1-based line of the source. */
  firstLine: number;
  values: Partial<Record<MetadataField, string>>;
}

/** What a column of a table can hold. */
export type ColumnRole = 'text' | MetadataField;

/** For each role the name of its column; `text` is needed, a file without it is not imported. */
export type ColumnMapping = Partial<Record<ColumnRole, string>>;
