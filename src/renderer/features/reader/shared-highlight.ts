/**
 * One text's share of a named highlight: the names are the document's, and two articles that lie
 * side by side both paint under them.
 */
export class SharedHighlight {
  private readonly own = new Set<AbstractRange>();

  constructor(
    private readonly name: string,
    private readonly priority: number,
  ) {}

  add(range: AbstractRange): void {
    this.own.add(range);
    let all = CSS.highlights.get(this.name);
    if (all === undefined) {
      all = new Highlight();
      all.priority = this.priority;
      CSS.highlights.set(this.name, all);
    }
    all.add(range);
  }

  delete(range: AbstractRange): void {
    this.own.delete(range);
    CSS.highlights.get(this.name)?.delete(range);
  }

  /** Takes away what this text has painted, and nothing of another's. */
  clear(): void {
    const all = CSS.highlights.get(this.name);
    for (const range of this.own) all?.delete(range);
    this.own.clear();
    if (all?.size === 0) CSS.highlights.delete(this.name);
  }
}
