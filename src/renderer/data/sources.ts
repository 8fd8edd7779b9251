import type {
  Article,
  ArticleText,
  SourceContent,
  SourceFile,
  SourceFingerprints,
} from '@domain/model';
import { bulkDb, db } from './database';

/** Everything that one imported file brings into the archive. */
export interface SourceRows {
  source: SourceFile;
  articles: Article[];
  texts: ArticleText[];
  /** `null` when the file is too large to be kept. */
  content: SourceContent | null;
  fingerprints: SourceFingerprints;
}

interface Waiting {
  rows: SourceRows;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Files that wait for their transaction. */
let waiting: Waiting[] = [];
let isWriting = false;
/** When the last transaction ended, in milliseconds of `performance.now`. */
let lastWritten = Number.NEGATIVE_INFINITY;

/** So many files share a transaction at the most. */
const MAX_GROUP = 12;
/** Milliseconds that a file waits for others while files come one after the other. */
const PATIENCE = 150;

/**
 * Stores a source file with its articles, their texts and fingerprints, and its bytes: all of it in
 * one transaction, or nothing. In a long import files that come close together share a transaction
 * (group commit): the cost of a transaction grows with the number of those before it.
 * Before the import is called done, `settleWrites` has to be awaited.
 */
export function addSource(rows: SourceRows): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.push({ rows, resolve, reject });
    const isBusy = performance.now() - lastWritten < PATIENCE;
    if (!isBusy || waiting.length >= MAX_GROUP) void writeWaiting();
    else if (waiting.length === 1) setTimeout(() => void writeWaiting(), PATIENCE);
  });
}

async function writeWaiting(): Promise<void> {
  if (isWriting) return;
  isWriting = true;
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    try {
      await addSources(group.map(({ rows }) => rows));
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      // One of them cannot be stored; the others shall not suffer for it.
      else for (const one of group) await addSources([one.rows]).then(one.resolve, one.reject);
    }
  }
  isWriting = false;
  lastWritten = performance.now();
}

function addSources(group: readonly SourceRows[]): Promise<void> {
  const { sourceFiles, articles, articleTexts, sourceContents, sourceFingerprints } = bulkDb;
  const tables = [sourceFiles, articles, articleTexts, sourceContents, sourceFingerprints];
  return bulkDb.transaction('rw', tables, async () => {
    // All requests are under way at once: waiting for each would cost a round trip.
    await Promise.all([
      sourceFiles.bulkAdd(group.map(({ source }) => source)),
      articles.bulkAdd(group.flatMap((rows) => rows.articles)),
      articleTexts.bulkAdd(group.flatMap((rows) => rows.texts)),
      sourceContents.bulkAdd(group.flatMap(({ content }) => content ?? [])),
      sourceFingerprints.bulkAdd(group.map(({ fingerprints }) => fingerprints)),
    ]);
  });
}

export async function findSourceFile(id: string): Promise<SourceFile | null> {
  return (await db.sourceFiles.get(id)) ?? null;
}

/** The hashes of all imported files. */
export async function allSourceHashes(): Promise<string[]> {
  return (await db.sourceFiles.orderBy('sha256').keys()).map(String);
}

export async function findSourceContent(id: string): Promise<SourceContent | null> {
  return (await db.sourceContents.get(id)) ?? null;
}

/** Visits all fingerprints, a batch at a time. */
export async function eachFingerprints(
  visit: (fingerprints: SourceFingerprints) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const batch = await db.sourceFingerprints
      .where('sourceFileId')
      .above(after)
      .limit(1000)
      .toArray();
    const last = batch.at(-1);
    if (last === undefined) return;
    for (const row of batch) visit(row);
    after = last.sourceFileId;
  }
}

/** Source files from before there were fingerprints. */
export async function sourcesWithoutFingerprints(): Promise<string[]> {
  const [sources, known] = await Promise.all([
    db.sourceFiles.toCollection().primaryKeys(),
    db.sourceFingerprints.toCollection().primaryKeys(),
  ]);
  const has = new Set(known);
  return sources.filter((id) => !has.has(id));
}

export async function putFingerprints(fingerprints: SourceFingerprints): Promise<void> {
  await db.sourceFingerprints.put(fingerprints);
}
