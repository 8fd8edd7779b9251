/** How many UTF-16 units are gathered before they become a piece of string. */
const CHUNK = 1 << 15;
/** Room that is left free, so that a character is never cut between two pieces. */
const SPARE = 4;

/** Gathers UTF-16 units into a string, with memory for one chunk beside the string itself. */
export class UnitSink {
  /** To be written to directly by hot loops, which call `flushIfFull` once per character. */
  readonly units: Uint16Array;
  length = 0;
  private readonly pieces: string[] = [];
  // Engines know no faster way from units to a string; typed arrays are little-endian wherever we run.
  private readonly decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  readonly limit: number;

  /** `expected`: an upper bound of the units, so that small texts do not pay for a whole chunk. */
  constructor(expected: number) {
    this.limit = Math.min(CHUNK, expected);
    this.units = new Uint16Array(this.limit + SPARE);
  }

  push(text: string): void {
    for (let i = 0; i < text.length; i += 1) this.units[this.length++] = text.charCodeAt(i);
  }

  flushIfFull(): void {
    if (this.length >= this.limit) this.flush();
  }

  finish(): string {
    this.flush();
    return this.pieces.length === 1 ? (this.pieces[0] ?? '') : this.pieces.join('');
  }

  private flush(): void {
    if (this.length === 0) return;
    this.pieces.push(this.decoder.decode(this.units.subarray(0, this.length)));
    this.length = 0;
  }
}
