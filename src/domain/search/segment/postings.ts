import { CHANGED, COUNTED, type Dictionary } from './dictionary';
import { writeCounts } from './document-counts';
import { positionsOfUnit } from './positions';
import { ByteSink, countVarints } from './varint';

/** The postings of a segment: for each pair its positions, ascending, as varints of the distances. */
export interface Postings {
  dictionary: Dictionary;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A unit is very frequent when it is at least one of so many. */
const FREQUENT = 1024;

export interface FrequentUnit {
  unit: number;
  /** All of its positions, ascending. */
  positions: Uint32Array;
}

/** @param limit how many units there are in all */
export function isFrequent(count: number, limit: number): boolean {
  return count * FREQUENT >= limit;
}

/** Takes the lists of pairs in ascending order of the pairs. */
export class PostingsWriter {
  /** The list of the next pair is written here. */
  readonly sink: ByteSink;
  private readonly firsts: number[] = [];
  private readonly firstAt: number[] = [];
  private readonly seconds: number[] = [];
  private readonly ends: number[] = [0];

  constructor(expectedBytes: number) {
    this.sink = new ByteSink(expectedBytes);
  }

  /** What was written since the pair before is this pair's list; a pair without a list is left out. */
  endPair(first: number, second: number): void {
    if (this.sink.length === this.ends[this.ends.length - 1]) return;
    if (this.firsts[this.firsts.length - 1] !== first) {
      this.firsts.push(first);
      this.firstAt.push(this.seconds.length);
    }
    this.seconds.push(second);
    this.ends.push(this.sink.length);
  }

  /**
   * Writes the row `COUNTED` and ends.
   *
   * @param starts where each document begins, and the end of all
   * @param frequent the very frequent units, ascending, if they are known
   */
  finish(starts: Uint32Array, frequent: Iterable<FrequentUnit> = this.frequent(starts)): Postings {
    for (const { unit, positions } of frequent) {
      writeCounts(this.sink, positions, starts);
      this.endPair(COUNTED, unit);
    }
    this.firstAt.push(this.seconds.length);
    return {
      dictionary: {
        firsts: Uint16Array.from(this.firsts),
        firstAt: Uint32Array.from(this.firstAt),
        seconds: Uint16Array.from(this.seconds),
        ends: Uint32Array.from(this.ends),
      },
      bytes: this.sink.bytes.subarray(0, this.sink.length),
    };
  }

  /** Reads the very frequent units from the lists that were written. */
  private *frequent(starts: Uint32Array): Generator<FrequentUnit> {
    const { sink } = this;
    const limit = starts[starts.length - 1] as number;
    const rows = this.firsts.filter((first) => first < CHANGED);
    const rowAt = [...this.firstAt, this.seconds.length];
    for (const [row, unit] of rows.entries()) {
      const lists = this.ends.slice(rowAt[row], (rowAt[row + 1] as number) + 1);
      const start = lists[0] as number;
      const end = lists[lists.length - 1] as number;
      // No position takes less than a byte.
      if (!isFrequent(end - start, limit)) continue;
      if (!isFrequent(countVarints(sink.bytes, start, end), limit)) continue;
      const all = { bytes: sink.bytes, start, end };
      yield { unit, positions: positionsOfUnit(all, Uint32Array.from(lists), limit) };
    }
  }
}
