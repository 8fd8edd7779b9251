/**
 * Where rows lie of which only some have been measured. All but building it is logarithmic (a Fenwick
 * tree of differences from the estimate), and building it touches no row. Pixels.
 */
export class RowHeights {
  /** At `i` (from 1) the sum of the differences of the `i & -i` rows that end with row `i - 1`. */
  private readonly sums: Float64Array;
  private readonly measured = new Map<number, number>();

  constructor(
    readonly count: number,
    readonly estimate: number,
  ) {
    this.sums = new Float64Array(count + 1);
  }

  get total(): number {
    return this.offsetOf(this.count);
  }

  heightOf(index: number): number {
    return this.measured.get(index) ?? this.estimate;
  }

  isMeasured(index: number): boolean {
    return this.measured.has(index);
  }

  /** Answers by how much the row is higher than it was thought to be. */
  set(index: number, height: number): number {
    if (index < 0 || index >= this.count) return 0;
    const step = height - this.heightOf(index);
    this.measured.set(index, height);
    if (step === 0) return 0;
    for (let at = index + 1; at <= this.count; at += at & -at)
      this.sums[at] = this.sumAt(at) + step;
    return step;
  }

  /** Pixels above a row. */
  offsetOf(index: number): number {
    let sum = index * this.estimate;
    for (let at = index; at > 0; at -= at & -at) sum += this.sumAt(at);
    return sum;
  }

  /** The row at an offset; the first or last one where there is none. */
  indexAt(offset: number): number {
    let index = 0;
    let above = 0;
    for (let span = 2 ** Math.floor(Math.log2(this.count + 1)); span >= 1; span /= 2) {
      const next = index + span;
      if (next > this.count) continue;
      const height = span * this.estimate + this.sumAt(next);
      if (above + height > offset) continue;
      index = next;
      above += height;
    }
    return Math.max(0, Math.min(this.count - 1, index));
  }

  /** For as many other rows: a row that is where it was keeps its height. */
  follow(count: number, isSame: (index: number) => boolean): RowHeights {
    const next = new RowHeights(count, this.estimate);
    for (const [index, height] of this.measured) {
      if (index < count && isSame(index)) next.set(index, height);
    }
    return next;
  }

  private sumAt(at: number): number {
    return this.sums[at] ?? 0;
  }
}
