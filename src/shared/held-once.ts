/**
 * Values that stand in very many rows (an outlet, a day, the same tags), each held once: rows that were
 * read from the database have a copy of their own of every word.
 */
export class HeldOnce {
  private readonly texts = new Map<string, string>();
  private readonly lists = new Map<string, string[]>();

  text(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  /** A list that is like this one; it must not be changed. @param ids without line breaks */
  list(ids: readonly string[]): string[] {
    const key = ids.length === 1 ? (ids[0] as string) : ids.join('\n');
    const known = this.lists.get(key);
    if (known !== undefined && known.length === ids.length) return known;
    const list = ids.map((id) => this.text(id));
    this.lists.set(key, list);
    return list;
  }
}
