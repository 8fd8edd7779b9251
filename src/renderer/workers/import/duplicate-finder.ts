import type { SourceFingerprints } from '@domain/model';
import {
  type Fingerprint,
  fingerprintOf,
  packFingerprints,
  unpackFingerprints,
} from '@domain/similar/fingerprint';
import { SimilarIndex } from '@domain/similar/similar-index';
import { NEARLY_SAME } from '@domain/similar/similarity';
import { findArticleText, sourceArticles } from '@renderer/data/articles';
import {
  eachFingerprints,
  putFingerprints,
  sourcesWithoutFingerprints,
} from '@renderer/data/sources';
import type { DuplicateCandidate } from '../import-types';

interface Entry {
  /** `null` for an article that is not in the archive (yet). */
  articleId: string | null;
  title: string;
  file: number;
}

/** At most so many candidates are compared in full for one article. */
const MAX_COMPARED = 20;

/**
 * Finds the articles of the archive, and of the files read before in the same import, whose text is
 * the same as or nearly that of an article. No text is compared with all others.
 */
export class DuplicateFinder {
  private readonly index = new SimilarIndex();
  private readonly entries: Entry[] = [];
  private readonly ofFile = new Map<number, number[]>();
  /** In which order the files were read first: a file can only repeat what came before it. */
  private readonly turns = new Map<number, number>();

  /** Reads the fingerprints of the archive; makes those that are missing. */
  async open(): Promise<void> {
    for (const id of await sourcesWithoutFingerprints()) await makeFingerprints(id);
    await eachFingerprints((row) => this.addRow(row));
  }

  /**
   * For each article the texts that it may be like, the likeliest first; those that are only known
   * by their sketches are nearly the same by these. What is in the archive has to be compared.
   */
  candidates(file: number, fingerprints: readonly Fingerprint[]): DuplicateCandidate[][] {
    if (!this.turns.has(file)) this.turns.set(file, this.turns.size);
    return fingerprints.map((fingerprint) => this.candidatesOf(file, fingerprint));
  }

  /** Remembers a file's articles; until they are stored they are known by title alone. */
  add(file: number, titles: readonly string[], fingerprints: readonly Fingerprint[]): void {
    this.forget(file);
    const keys = fingerprints.map((fingerprint, index) => {
      const entry = { articleId: null, title: titles[index] ?? '', file };
      const key = this.entries.push(entry) - 1;
      this.index.add(key, fingerprint);
      return key;
    });
    this.ofFile.set(file, keys);
  }

  /** A file's articles are in the archive now, under these ids; `null` for one that was left out. */
  stored(file: number, ids: readonly (string | null)[]): void {
    for (const [index, key] of (this.ofFile.get(file) ?? []).entries()) {
      const entry = this.entries[key];
      const articleId = ids[index] ?? null;
      if (articleId === null) this.index.remove(key);
      else if (entry !== undefined) this.entries[key] = { ...entry, articleId, title: '' };
    }
  }

  /** Forgets the articles of a file that is read again or not to be imported. */
  forget(file: number): void {
    for (const key of this.ofFile.get(file) ?? []) this.index.remove(key);
    this.ofFile.delete(file);
  }

  private addRow({ articleIds, hashes, bins }: SourceFingerprints): void {
    const fingerprints = unpackFingerprints({ hashes, bins });
    for (const [index, articleId] of articleIds.entries()) {
      const fingerprint = fingerprints[index];
      if (fingerprint === undefined) continue;
      const key = this.entries.push({ articleId, title: '', file: -1 }) - 1;
      this.index.add(key, fingerprint);
    }
  }

  private candidatesOf(file: number, fingerprint: Fingerprint): DuplicateCandidate[] {
    const found: DuplicateCandidate[] = [];
    for (const { key, estimate, same } of this.index.candidates(fingerprint, MAX_COMPARED)) {
      const entry = this.entries[key];
      if (entry === undefined || !this.isBefore(entry, file)) continue;
      const promised = same ? 1 : estimate;
      // Its text is not at hand; the sketch has to do.
      if (entry.articleId === null && promised < NEARLY_SAME) continue;
      found.push({ articleId: entry.articleId, title: entry.title, estimate: promised });
    }
    return found;
  }

  private isBefore(entry: Entry, file: number): boolean {
    const turn = this.turns.get(entry.file) ?? -1;
    return entry.file !== file && turn < (this.turns.get(file) ?? 0);
  }
}

async function makeFingerprints(sourceFileId: string): Promise<void> {
  const articles = await sourceArticles(sourceFileId);
  const fingerprints: Fingerprint[] = [];
  for (const { id } of articles) {
    fingerprints.push(fingerprintOf((await findArticleText(id))?.text ?? ''));
  }
  await putFingerprints({
    sourceFileId,
    articleIds: articles.map((article) => article.id),
    ...packFingerprints(fingerprints),
  });
}
