import type { SearchOutcome } from '@renderer/archive/search';
import type { LongLayout } from '@renderer/ui/long-list';
import { spanAt } from '@shared/sorted-numbers';

export const GROUP_HEIGHT = 32;
export const HIT_HEIGHT = 60;

/** What comes behind the groups that are known: how much there is of it. */
interface Rest {
  groups: number;
  hits: number;
}

const NO_REST: Rest = { groups: 0, hits: 0 };

/**
 * The rows of a result's list: for each group a heading, then its hits. What can be chosen (an option)
 * is a hit, or the heading of a group that has none. The list is as high as all groups make it, also where
 * only the first ones are known yet.
 */
export class ResultLayout implements LongLayout {
  readonly count: number;
  readonly height: number;
  readonly options: number;
  /** Of each group's heading; at the end those of what would come next. */
  private readonly rowOf: Uint32Array;
  private readonly topOf: Float64Array;
  private readonly optionOf: Uint32Array;

  /** @param groups how many hits each group has */
  constructor(
    private readonly groups: Uint32Array,
    rest = NO_REST,
  ) {
    const { length } = groups;
    this.rowOf = new Uint32Array(length + 1);
    this.topOf = new Float64Array(length + 1);
    this.optionOf = new Uint32Array(length + 1);
    let row = 0;
    let top = 0;
    let option = 0;
    for (let group = 0; group < length; group += 1) {
      const size = groups[group] as number;
      row += 1 + size;
      top += GROUP_HEIGHT + size * HIT_HEIGHT;
      option += Math.max(1, size);
      this.rowOf[group + 1] = row;
      this.topOf[group + 1] = top;
      this.optionOf[group + 1] = option;
    }
    this.count = row;
    this.height = top + rest.groups * GROUP_HEIGHT + rest.hits * HIT_HEIGHT;
    this.options = option + Math.max(rest.groups, rest.hits);
  }

  offsetOf(row: number): number {
    const group = this.groupOf(row);
    const within = row - (this.rowOf[group] ?? 0);
    const top = this.topOf[group] ?? 0;
    return within === 0 ? top : top + GROUP_HEIGHT + (within - 1) * HIT_HEIGHT;
  }

  heightOf(row: number): number {
    return this.isHeading(row) ? GROUP_HEIGHT : HIT_HEIGHT;
  }

  indexAt(offset: number): number {
    const group = spanAt(this.topOf, offset);
    const within = offset - (this.topOf[group] ?? 0) - GROUP_HEIGHT;
    const row = this.rowOf[group] ?? 0;
    if (within < 0) return row;
    return row + Math.min(this.groups[group] ?? 0, 1 + Math.floor(within / HIT_HEIGHT));
  }

  isOption(row: number): boolean {
    if (row < 0 || row >= this.count) return false;
    return !this.isHeading(row) || this.groups[this.groupOf(row)] === 0;
  }

  /** 1-based number of an option among all. */
  optionNumber(row: number): number {
    const group = this.groupOf(row);
    return (this.optionOf[group] ?? 0) + Math.max(1, row - (this.rowOf[group] ?? 0));
  }

  /** The nearest option from a row on, forwards (1) or back (-1); `null` when there is none that way. */
  nextOption(row: number, step: 1 | -1): number | null {
    for (let at = row; at >= 0 && at < this.count; at += step) if (this.isOption(at)) return at;
    return null;
  }

  private isHeading(row: number): boolean {
    return this.rowOf[this.groupOf(row)] === row;
  }

  private groupOf(row: number): number {
    return spanAt(this.rowOf, row);
  }
}

/** The layout of a result, of which all groups or the first ones are known. */
export function layoutOf({ groups, groupCount, total }: SearchOutcome): ResultLayout {
  let known = 0;
  for (let group = 0; group < groups.length; group += 1) known += groups[group] as number;
  return new ResultLayout(groups, { groups: groupCount - groups.length, hits: total - known });
}
