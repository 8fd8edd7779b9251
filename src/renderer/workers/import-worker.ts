import type { ImportSettings } from '@domain/ingest/settings';
import { fingerprintOf } from '@domain/similar/fingerprint';
import type { EncodingCandidate } from '@domain/text/candidates';
import { encodingCandidates } from '@domain/text/candidates';
import { bulkDb, openDatabase } from '@renderer/data/database';
import { sha256Of } from '@renderer/data/hash';
import { setAuthor } from '@renderer/data/records';
import { addSource, allSourceHashes, hurrySources, type SourceRows } from '@renderer/data/sources';
import { type ErrorCode, errorCodeOf, ZhaijiError } from '@shared/errors';
import { expose } from 'comlink';
import { extract } from './extract';
import type { ContainerEntry } from './extract/types';
import { DuplicateFinder } from './import/duplicate-finder';
import { type KeptFile, KeptFiles } from './import/kept-files';
import { sourceRows } from './import/rows';
import { blankSummary, readArticles } from './import/summary';
import { understand } from './import/understand';
import type {
  CommitResult,
  DuplicateChoice,
  FileReading,
  FileSummary,
  PrepareInput,
  PrepareResult,
} from './import-types';

/** How many rows of a table a review shows to tell what its columns are. */
const SAMPLE_ROWS = 5;

const duplicates = new DuplicateFinder();
const kept = new KeptFiles();
/** Open zip archives by the key of their file. */
const containers = new Map<number, ContainerEntry[]>();
/** SHA-256 of what is in the archive (`null`) or was read in this import, with its file. */
const hashes = new Map<string, number | null>();
/** The other way round, for files that are not stored yet. */
const hashOf = new Map<number, string>();
/** Rows of files that are about to be stored. */
const inMaking = new Set<Promise<SourceRows>>();

/**
 * Reads and stores files. A file is prepared (read and understood, nothing written), may be looked at
 * and prepared again with other settings, and is stored by `commit`.
 */
const service = {
  /** Must be called first. */
  async open(authorId: string): Promise<void> {
    setAuthor(authorId);
    await openDatabase();
    await bulkDb.open();
    for (const hash of await allSourceHashes()) hashes.set(hash, null);
    await duplicates.open();
  },

  /** Reads one file. Without bytes it is read from what is kept of it; `gone` if nothing is. Never throws. */
  async prepare(input: PrepareInput): Promise<PrepareResult> {
    const { key } = input;
    let sha256 = '';
    try {
      const bytes = bytesOf(input);
      if (bytes === null) return { kind: 'gone' };
      sha256 = await sha256Of(bytes);
      const known = hashes.get(sha256);
      if (known === null || (known !== undefined && known !== key)) {
        if (input.again !== true) return skipped(sha256);
      } else claim(key, sha256);
      return await read(input, bytes, sha256);
    } catch (error) {
      // What failed does not make its double a repetition.
      release(key);
      return { kind: 'file', summary: { ...blankSummary(sha256), code: errorCodeOf(error) } };
    }
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

  /** Stores a prepared file, all of it or nothing, under the id that is given for it. Never throws. */
  async commit(
    key: number,
    place: { sourceFileId: string; name: string; container: string | null },
    choices: ReadonlyMap<number, DuplicateChoice>,
  ): Promise<CommitResult> {
    const file = kept.get(key);
    if (file === null) return { kind: 'gone' };
    try {
      return await store(key, file, place, choices);
    } catch (error) {
      return { kind: 'failed', code: errorCodeOf(error) };
    }
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
    duplicates.forget(key);
    release(key);
  },
};
export type ImportService = typeof service;

/** The bytes with this hash are those of this file; another with the same is a repetition. */
function claim(key: number, sha256: string): void {
  if (hashOf.get(key) !== sha256) release(key);
  hashes.set(sha256, key);
  hashOf.set(key, sha256);
}

function release(key: number): void {
  const sha256 = hashOf.get(key);
  if (sha256 !== undefined && hashes.get(sha256) === key) hashes.delete(sha256);
  hashOf.delete(key);
}

function bytesOf({ key, bytes, entry }: PrepareInput): Uint8Array | null {
  if (bytes !== null) return bytes;
  if (entry === null) return kept.get(key)?.bytes ?? null;
  return containers.get(entry.container)?.[entry.index]?.read() ?? null;
}

function skipped(sha256: string): PrepareResult {
  return {
    kind: 'file',
    summary: { ...blankSummary(sha256), status: 'skipped', code: 'same-file' },
  };
}

async function read(
  { key, name, entry, settings, again, unnamed }: PrepareInput,
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
  // What is read again would only find itself.
  const found = again === true ? [] : await duplicates.find(key, file.articles, fingerprints);
  const summary: FileSummary = {
    ...known,
    status: 'ready',
    articles: readArticles(file, found),
    broken: extraction.broken ?? [],
    confidence: file.articles.reduce((least, { confidence }) => Math.min(least, confidence), 1),
  };
  const titles = file.articles.map((article) => article.title);
  duplicates.add(key, titles, fingerprints);
  const failed: ErrorCode | null = !hasColumns
    ? 'file-no-columns'
    : isReadable
      ? null
      : 'file-no-text';
  const result: FileSummary =
    failed === null ? summary : { ...summary, status: 'failed', code: failed };
  kept.set(key, { bytes, settings, extraction, understood, fingerprints, summary: result });
  return { kind: 'file', summary: result };
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
  key: number,
  { bytes, settings, understood, fingerprints, summary }: KeptFile,
  place: { sourceFileId: string; name: string; container: string | null },
  choices: ReadonlyMap<number, DuplicateChoice>,
): Promise<CommitResult> {
  if (summary.status !== 'ready' || summary.format === null) {
    return { kind: 'failed', code: 'unexpected' };
  }
  const wanted = understood.file.articles
    .map((article, index) => ({
      article,
      fingerprint: fingerprints[index],
      read: summary.articles[index],
    }))
    .filter(({ article }) => choices.get(article.firstLine) !== 'skip');
  const { length } = wanted;
  if (length === 0) return { kind: 'stored', articles: [], replacements: [] };
  const making = sourceRows({
    ...place,
    sha256: summary.sha256,
    bytes,
    encoding: summary.encoding,
    format: summary.format,
    settings,
    articles: wanted.map(({ article }) => article),
    fingerprints: wanted.flatMap(({ fingerprint }) => fingerprint ?? []),
  });
  inMaking.add(making);
  const rows = await making.finally(() => inMaking.delete(making));
  await addSource(rows);
  hashes.set(summary.sha256, null);
  hashOf.delete(key);
  kept.delete(key);
  const ids = rows.articles.map(({ id }) => id);
  const idOf = new Map(wanted.map(({ article }, index) => [article, ids[index] ?? null]));
  duplicates.stored(
    key,
    understood.file.articles.map((article) => idOf.get(article) ?? null),
  );
  const articles = wanted.map(({ read }, index) => ({ id: ids[index] ?? '', read }));
  return {
    kind: 'stored',
    articles: articles.flatMap(({ id, read }) => (read ? [{ ...read, id }] : [])),
    replacements: articles.flatMap(({ id, read }) => {
      const old = read?.duplicate?.articleId ?? null;
      return read && old !== null && choices.get(read.firstLine) === 'replace'
        ? [{ oldId: old, newId: id }]
        : [];
    }),
  };
}

expose(service);
