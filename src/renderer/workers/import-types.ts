import type { ColumnMapping, ImportSettings } from '@domain/ingest/settings';
import type { Decision, ReconstructedArticle } from '@domain/ingest/types';
import type { Encoding, FactSource, FileFormat, OpenPart } from '@domain/model';
import type { FingerprintPack } from '@domain/similar/fingerprint';
import type { InvalidBytes } from '@domain/text/encodings';
import type { ErrorCode } from '@shared/errors';

/** What lists need to know of an article that was read. */
export interface ReadArticle {
  title: string;
  outlet: string;
  date: string;
  /** How many paragraphs of every kind. */
  paragraphs: number;
  /** 0 to 1. */
  confidence: number;
  /** How many decisions of each action. */
  decisions: Record<Decision['action'], number>;
  /** 1-based first line in the source text; with it choices about the article are kept. */
  firstLine: number;
  /** Text that is in the archive (or earlier in this import) already, exactly or nearly. */
  duplicate: Duplicate | null;
  /** Marks of a continued article whose other part is not in the file; missing when there is none. */
  openParts?: OpenPart[];
  /** Where the title of such an article was read. */
  titleSource?: FactSource;
}

export interface Duplicate {
  /** The article in the archive; `null` when it is in an earlier file of the same import. */
  articleId: string | null;
  title: string;
  /** Jaccard similarity of the texts' shingles, 0 to 1; 1 when they are the same but for layout. */
  similarity: number;
}

/** A text that an article may be like. */
export interface DuplicateCandidate {
  /** `null` when it is known by its sketch alone. */
  articleId: string | null;
  title: string;
  /** Jaccard similarity as the sketches promise it, 1 when the words are the same. */
  estimate: number;
}

/** What is to become of an article whose text is there already. */
export type DuplicateChoice = 'keep' | 'replace' | 'skip';

/** What was understood of one file; nothing is written yet. */
export interface FileSummary {
  sha256: string;
  status: 'ready' | 'skipped' | 'failed';
  /** Why it is skipped or failed. */
  code: ErrorCode | 'same-file' | null;
  format: FileFormat | null;
  encoding: Encoding | null;
  /** Bytes that fit no character of the encoding and became U+FFFD, and where the first ones are. */
  invalid: InvalidBytes;
  articles: ReadArticle[];
  /** Rows of a table that could not be read. */
  broken: { line: number; reason: string }[];
  /** That of the least sure article, 1 when there is none. */
  confidence: number;
}

/** One file as it was understood with its settings, in full: what the review shows. */
export interface FileReading extends FileSummary {
  settings: ImportSettings;
  /** The source as lines end with LF; line `n` of the articles and decisions is its `n`-th line. */
  text: string;
  /** In the order of `articles`. */
  full: ReconstructedArticle[];
  decisions: Decision[];
  /** Tables only. */
  table: {
    columns: string[];
    mapping: ColumnMapping;
    /** The first rows. */
    sample: string[][];
    rowCount: number;
  } | null;
}

/** A file to be prepared. */
export interface PrepareInput {
  /** Names the file within the import. */
  key: number;
  name: string;
  /** Handed over, or `null` for an entry of an open container and for what is kept. */
  bytes: Uint8Array | null;
  entry: { container: number; index: number } | null;
  settings: ImportSettings;
  /** It is in the archive already and is to be read all the same. */
  again?: true | undefined;
  /** Its name was made up: it tells neither title nor date. */
  unnamed?: true | undefined;
}

export type PrepareResult =
  /** `fingerprints` are those of the articles, `null` where nothing is to be judged. */
  | { kind: 'file'; summary: FileSummary; fingerprints: FingerprintPack | null }
  | { kind: 'container'; sha256: string; entries: { path: string; size: number }[] }
  /** The bytes have to be given again. */
  | { kind: 'gone' };

/** What the judge has to know of a file that was read. */
export interface JudgedFile {
  key: number;
  sha256: string;
  /** It is in the archive already and is read again. */
  isAgain: boolean;
  /** `false`: it could not be read. */
  isRead: boolean;
  titles: string[];
  /** `null` when it has no articles. */
  fingerprints: FingerprintPack | null;
}

export interface Verdict {
  /** The same bytes are in the archive or come earlier in this import. */
  isSame: boolean;
  /** For each article. */
  candidates: DuplicateCandidate[][];
}

/** A file that is in the archive now. */
export interface StoredFile {
  key: number;
  sha256: string;
  /** Of its articles as they were read, `null` for those that were left out. */
  ids: (string | null)[];
}

/** A prepared file to be stored. */
export interface CommitInput {
  key: number;
  sourceFileId: string;
  name: string;
  /** The zip archive that it is in. */
  container: string | null;
  choices: ReadonlyMap<number, DuplicateChoice>;
}

export interface StoredArticle extends ReadArticle {
  id: string;
}

export type CommitResult =
  /** `ids` of the articles as they were read, `null` for those that were left out. */
  | { kind: 'stored'; ids: (string | null)[] }
  | { kind: 'failed'; code: ErrorCode }
  | { kind: 'gone' };
