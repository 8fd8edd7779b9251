/** UTF-16 code units of texts that are kept at most. */
const KEPT = 0x40000;

/** The texts that were read last, by ordinal of the article. */
export class RecentTexts {
  /** In the order in which they were read. */
  private readonly texts = new Map<number, string>();
  private units = 0;

  get(owner: number): string | undefined {
    return this.texts.get(owner);
  }

  keep(owners: Uint32Array, texts: readonly string[]): void {
    for (const [index, text] of texts.entries()) {
      const owner = owners[index] as number;
      this.units += text.length - (this.texts.get(owner)?.length ?? 0);
      this.texts.delete(owner);
      this.texts.set(owner, text);
    }
    for (const [owner, text] of this.texts) {
      if (this.units <= KEPT) return;
      this.texts.delete(owner);
      this.units -= text.length;
    }
  }
}
