import type { Dictionary } from './dictionary';
import { ByteSink } from './varint';

/** The postings of a segment: for each pair its positions, ascending, as varints of the distances. */
export interface Postings {
  dictionary: Dictionary;
  bytes: Uint8Array<ArrayBuffer>;
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

  finish(): Postings {
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
}
