import type {
  Article,
  ArticleText,
  SourceContent,
  SourceFile,
  SourceFingerprints,
} from '@domain/model';
import { bulkDb, db } from './database';
import { GroupCommit } from './group-commit';
import { segmentsOf } from './search-index';

/** Everything that one imported file brings into the archive. */
export interface SourceRows {
  source: SourceFile;
  articles: Article[];
  texts: ArticleText[];
  /** `null` when the file is too large to be kept. */
  content: SourceContent | null;
  fingerprints: SourceFingerprints;
}

const groups = new GroupCommit(addSources);

/**
 * Stores a source file with its articles, their texts and fingerprints, and its bytes: all of it in
 * one transaction, or nothing. In a long import files that come close together share a transaction;
 * after the last one `hurrySources` spares them the wait for another.
 * Before the import is called done, `settleWrites` has to be awaited.
 */
export function addSource(rows: SourceRows): Promise<void> {
  return groups.add(rows, rows.source.size);
}

/** The files that wait for others to share a transaction with are stored now. */
export function hurrySources(): void {
  groups.hurry();
}

/** With the articles goes the part of the search index that is theirs. */
function addSources(group: readonly SourceRows[]): Promise<void> {
  const { sourceFiles, articles, articleTexts, sourceContents, sourceFingerprints } = bulkDb;
  const { searchSegments, searchPages } = bulkDb;
  const tables = [
    ...[sourceFiles, articles, articleTexts, sourceContents, sourceFingerprints],
    ...[searchSegments, searchPages],
  ];
  const segments = segmentsOf(
    group.flatMap((rows) => rows.articles),
    group.flatMap((rows) => rows.texts),
  );
  return bulkDb.transaction('rw', tables, async () => {
    // All requests are under way at once: waiting for each would cost a round trip.
    await Promise.all([
      sourceFiles.bulkAdd(group.map(({ source }) => source)),
      articles.bulkAdd(group.flatMap((rows) => rows.articles)),
      articleTexts.bulkAdd(group.flatMap((rows) => rows.texts)),
      sourceContents.bulkAdd(group.flatMap(({ content }) => content ?? [])),
      sourceFingerprints.bulkAdd(group.map(({ fingerprints }) => fingerprints)),
      searchSegments.bulkAdd(segments.map(({ segment }) => segment)),
      searchPages.bulkAdd(segments.flatMap(({ pages }) => pages)),
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
