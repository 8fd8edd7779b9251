import type { ImportSettings } from '@domain/ingest/settings';
import { fingerprintOf, packFingerprints } from '@domain/similar/fingerprint';
import type { EncodingCandidate } from '@domain/text/candidates';
import { encodingCandidates } from '@domain/text/candidates';
import { bulkDb, openDatabase } from '@renderer/data/database';
import { sha256Of, sha256OfEach } from '@renderer/data/hash';
import { setAuthor } from '@renderer/data/records';
import { addSource, allSourceHashes, hurrySources, type SourceRows } from '@renderer/data/sources';
import { type ErrorCode, errorCodeOf, ZhaijiError } from '@shared/errors';
import { expose } from 'comlink';
import { extract } from './extract';
import type { ContainerEntry } from './extract/types';
import { compareCandidates } from './import/compare-candidates';
import { type KeptFile, KeptFiles } from './import/kept-files';
import { sourceRows } from './import/rows';
import { blankSummary, readArticles, sameFile } from './import/summary';
import { understand } from './import/understand';
import type {
  CommitInput,
  CommitResult,
  Duplicate,
  DuplicateCandidate,
  FileReading,
  FileSummary,
  PrepareInput,
  PrepareResult,
} from './import-types';

/** How many rows of a table a review shows to tell what its columns are. */
const SAMPLE_ROWS = 5;

const kept = new KeptFiles();
/** Open zip archives by the key of their file. */
const containers = new Map<number, ContainerEntry[]>();
/** SHA-256 of what was in the archive when the worker began. */
let archived: ReadonlySet<string> = new Set();
/** Rows of files that are about to be stored. */
const inMaking = new Set<Promise<SourceRows>>();

/**
 * Reads and stores files; several such workers may do so side by side. A file is prepared (read and
 * understood, nothing written), may be looked at and prepared again with other settings, and is
 * stored by `commit`. Whether it is there already is for the judge to say (`import-judge`).
 */
const service = {
  /** Must be called first. */
  async open(authorId: string): Promise<void> {
    setAuthor(authorId);
    await openDatabase();
    await bulkDb.open();
    archived = new Set(await allSourceHashes());
  },

  /**
   * Takes the bytes of all files, and reads one after the other. Without bytes a file is read from what is
   * kept of it; `gone` if nothing is. Never throws.
   */
  async prepare(inputs: readonly PrepareInput[]): Promise<PrepareResult[]> {
    const given = inputs.map(take);
    // When one cannot be hashed, that is said of its file alone.
    const hashes = await sha256OfEach(given.flatMap(({ bytes }) => bytes ?? [])).catch(() => null);
    const results: PrepareResult[] = [];
    let hashed = 0;
    for (const one of given) {
      const sha256 = one.bytes === null ? '' : (hashes?.[hashed++] ?? null);
      results.push(await prepareOne(one, sha256));
    }
    return results;
  },

  /**
   * Compares a prepared file's articles with what each may be like and keeps with them what was
   * found; `null` if the file is no longer kept.
   */
  async compare(
    key: number,
    candidates: readonly DuplicateCandidate[][],
  ): Promise<(Duplicate | null)[] | null> {
    const file = kept.get(key);
    if (file === null) return null;
    const found: (Duplicate | null)[] = [];
    for (const [index, { text }] of file.understood.file.articles.entries()) {
      found.push(await compareCandidates(text, candidates[index] ?? []));
    }
    const articles = file.summary.articles.map((article, index) => ({
      ...article,
      duplicate: found[index] ?? null,
    }));
    kept.set(key, { ...file, summary: { ...file.summary, articles } });
    return found;
  },

  /** A file that was prepared, in full; `null` if it is no longer kept. */
  async reading(key: number): Promise<FileReading | null> {
    const file = kept.get(key);
    if (file === null) return null;
    const { extraction, understood, settings, summary } = file;
    return {
      ...summary,
      settings,
      text: understood.text,
      full: understood.file.articles,
      decisions: understood.file.decisions,
      table:
        extraction.kind === 'table'
          ? {
              columns: extraction.columns,
              mapping: settings.columns ?? extraction.mapping,
              sample: extraction.rows.slice(0, SAMPLE_ROWS),
              rowCount: extraction.rows.length,
            }
          : null,
    };
  },

  /** The encodings in which a kept file can be read, the likeliest first. */
  async encodings(key: number): Promise<EncodingCandidate[]> {
    const file = kept.get(key);
    if (file === null || file.summary.encoding === null) return [];
    return encodingCandidates(file.bytes);
  },

  /** Stores prepared files, each whole or not at all, under the ids given for them. Never throws. */
  commit(files: readonly CommitInput[]): Promise<CommitResult[]> {
    return Promise.all(files.map(commitOne));
  },

  /** The files that are being stored need not wait for others. */
  async hurry(): Promise<void> {
    await Promise.allSettled(inMaking);
    hurrySources();
  },

  /** Forgets a file that is not to be imported, or a container whose entries are all done. */
  async forget(key: number): Promise<void> {
    kept.delete(key);
    containers.delete(key);
  },
};
export type ImportService = typeof service;

/** A file to be read with its bytes; without them it is gone, or cannot be read. */
interface Given {
  input: PrepareInput;
  bytes: Uint8Array | null;
  code: ErrorCode | null;
}

function take(input: PrepareInput): Given {
  try {
    return { input, bytes: bytesOf(input), code: null };
  } catch (error) {
    return { input, bytes: null, code: errorCodeOf(error) };
  }
}

async function prepareOne(
  { input, bytes, code }: Given,
  known: string | null,
): Promise<PrepareResult> {
  let sha256 = known ?? '';
  if (code !== null) return failed(code, sha256);
  if (bytes === null) return { kind: 'gone' };
  try {
    sha256 = known ?? (await sha256Of(bytes));
    if (archived.has(sha256) && input.again !== true) return skipped(sha256);
    return await read(input, bytes, sha256);
  } catch (error) {
    return failed(errorCodeOf(error), sha256);
  }
}

function failed(code: ErrorCode, sha256: string): PrepareResult {
  return { kind: 'file', summary: { ...blankSummary(sha256), code }, fingerprints: null };
}

async function commitOne(input: CommitInput): Promise<CommitResult> {
  const file = kept.get(input.key);
  if (file === null) return { kind: 'gone' };
  try {
    return await store(file, input);
  } catch (error) {
    return { kind: 'failed', code: errorCodeOf(error) };
  }
}

function bytesOf({ key, bytes, entry }: PrepareInput): Uint8Array | null {
  if (bytes !== null) return bytes;
  if (entry === null) return kept.get(key)?.bytes ?? null;
  return containers.get(entry.container)?.[entry.index]?.read() ?? null;
}

function skipped(sha256: string): PrepareResult {
  return { kind: 'file', summary: sameFile(sha256), fingerprints: null };
}

async function read(
  { key, name, entry, settings, unnamed }: PrepareInput,
  bytes: Uint8Array,
  sha256: string,
): Promise<PrepareResult> {
  const extraction =
    keptExtraction(key, bytes, settings) ?? (await extract(bytes, { name, ...settings }));
  if (extraction.kind === 'container') {
    if (entry !== null) throw new ZhaijiError('zip-nested', name);
    containers.set(key, extraction.entries);
    return {
      kind: 'container',
      sha256,
      entries: extraction.entries.map(({ path, size }) => ({ path, size })),
    };
  }
  const { format, encoding, invalid } = extraction;
  const known = { ...blankSummary(sha256), format, encoding, invalid };
  const hasColumns = extraction.kind === 'text' || hasText(settings.columns ?? extraction.mapping);
  const understood = understand(extraction, unnamed === true ? '' : name, settings);
  const { file } = understood;
  const isReadable = file.articles.some(({ title, text }) => text.trim() !== '' || title !== '');
  const fingerprints = file.articles.map((article) => fingerprintOf(article.text));
  const summary: FileSummary = {
    ...known,
    status: 'ready',
    articles: readArticles(file),
    broken: extraction.broken ?? [],
    confidence: file.articles.reduce((least, { confidence }) => Math.min(least, confidence), 1),
  };
  const failed: ErrorCode | null = !hasColumns
    ? 'file-no-columns'
    : isReadable
      ? null
      : 'file-no-text';
  const result: FileSummary =
    failed === null ? summary : { ...summary, status: 'failed', code: failed };
  kept.set(key, { bytes, settings, extraction, understood, fingerprints, summary: result });
  return { kind: 'file', summary: result, fingerprints: packFingerprints(fingerprints) };
}

function hasText(mapping: ImportSettings['columns']): boolean {
  return mapping?.text !== undefined && mapping.text !== '';
}

/** What was extracted before, when nothing changed that the extraction depends on. */
function keptExtraction(key: number, bytes: Uint8Array, settings: ImportSettings) {
  const file = kept.get(key);
  if (file === null || file.bytes !== bytes) return null;
  return file.settings.encoding === settings.encoding ? file.extraction : null;
}

async function store(
  { bytes, settings, understood, fingerprints, summary }: KeptFile,
  { key, choices, sourceFileId, name, container }: CommitInput,
): Promise<CommitResult> {
  if (summary.status !== 'ready' || summary.format === null) {
    return { kind: 'failed', code: 'unexpected' };
  }
  const { articles } = understood.file;
  const wanted = articles.flatMap((article, index) => {
    const fingerprint = fingerprints[index];
    const isWanted = fingerprint && choices.get(article.firstLine) !== 'skip';
    return isWanted ? [{ article, fingerprint }] : [];
  });
  if (wanted.length === 0) return { kind: 'stored', ids: articles.map(() => null) };
  const making = sourceRows({
    ...{ sourceFileId, name, container },
    sha256: summary.sha256,
    bytes,
    encoding: summary.encoding,
    format: summary.format,
    settings,
    articles: wanted.map(({ article }) => article),
    fingerprints: wanted.map(({ fingerprint }) => fingerprint),
  });
  inMaking.add(making);
  const rows = await making.finally(() => inMaking.delete(making));
  await addSource(rows);
  kept.delete(key);
  const idOf = new Map(wanted.map(({ article }, index) => [article, rows.articles[index]?.id]));
  return { kind: 'stored', ids: articles.map((article) => idOf.get(article) ?? null) };
}

expose(service);
