import { unpackFingerprints } from '@domain/similar/fingerprint';
import { openDatabase } from '@renderer/data/database';
import { allSourceHashes } from '@renderer/data/sources';
import { expose } from 'comlink';
import { DuplicateFinder } from './import/duplicate-finder';
import { HashClaims } from './import/hash-claims';
import type { JudgedFile, StoredFile, Verdict } from './import-types';

const duplicates = new DuplicateFinder();
const claims = new HashClaims();

/**
 * Says of files that were read, by several workers perhaps, whether they or their articles are there
 * already: in the archive, or earlier in the same import. It hears of them in their order.
 */
const service = {
  /** Must be called first. */
  async open(): Promise<void> {
    await openDatabase();
    for (const hash of await allSourceHashes()) claims.addStored(hash);
    await duplicates.open();
  },

  judge(files: readonly JudgedFile[]): Verdict[] {
    return files.map(({ key, sha256, isAgain, isRead, titles, fingerprints }) => {
      if (claims.isRepetition(key, sha256) && !isAgain) return { isSame: true, candidates: [] };
      if (!isRead) claims.release(key);
      if (fingerprints === null) return { isSame: false, candidates: [] };
      const unpacked = unpackFingerprints(fingerprints);
      // What is read again would only find itself.
      const candidates = isAgain ? [] : duplicates.candidates(key, unpacked);
      duplicates.add(key, titles, unpacked);
      return { isSame: false, candidates };
    });
  },

  /** These files are in the archive now. */
  stored(files: readonly StoredFile[]): void {
    for (const { key, sha256, ids } of files) {
      claims.store(key, sha256);
      duplicates.stored(key, ids);
    }
  },

  /** Forgets a file that is not to be imported. */
  forget(key: number): void {
    duplicates.forget(key);
    claims.release(key);
  },
};
export type JudgeService = typeof service;

expose(service);
