/**
 * Which bytes are in the archive or were read in this import: another file with the same bytes is a
 * repetition. Files are judged in their order, so that the first of them is the one that counts.
 */
export class HashClaims {
  /** With the key of the file that has them; `null`: they are in the archive. */
  private readonly owners = new Map<string, number | null>();
  /** The other way round, for files that are not stored yet. */
  private readonly hashOf = new Map<number, string>();

  /** Bytes that are in the archive. */
  addStored(sha256: string): void {
    this.owners.set(sha256, null);
  }

  /** Whether the bytes are there already; if not, they are this file's from now on. */
  isRepetition(key: number, sha256: string): boolean {
    const known = this.owners.get(sha256);
    if (known === null || (known !== undefined && known !== key)) return true;
    if (this.hashOf.get(key) !== sha256) this.release(key);
    this.owners.set(sha256, key);
    this.hashOf.set(key, sha256);
    return false;
  }

  /** What failed, or is not to be imported, does not make its double a repetition. */
  release(key: number): void {
    const sha256 = this.hashOf.get(key);
    if (sha256 !== undefined && this.owners.get(sha256) === key) this.owners.delete(sha256);
    this.hashOf.delete(key);
  }

  /** The file is in the archive now. */
  store(key: number, sha256: string): void {
    this.owners.set(sha256, null);
    this.hashOf.delete(key);
  }
}
