import type { WordMarks } from '@domain/search/stats/words';

/** Where the words of some texts are, to be stored or sent. */
export interface MarksOfTexts {
  /** A key of each text, and its length in UTF-16 code units. */
  hashes: Float64Array<ArrayBuffer>;
  lengths: Uint32Array<ArrayBuffer>;
  /** The texts' `WordMarks.bits`, one after the other. */
  bits: Uint8Array<ArrayBuffer>;
}

export function packed(all: readonly { key: number; marks: WordMarks }[]): MarksOfTexts {
  const bits = new Uint8Array(all.reduce((sum, { marks }) => sum + marks.bits.length, 0));
  let at = 0;
  for (const { marks } of all) {
    bits.set(marks.bits, at);
    at += marks.bits.length;
  }
  return {
    hashes: Float64Array.from(all, ({ key }) => key),
    lengths: Uint32Array.from(all, ({ marks }) => marks.length),
    bits,
  };
}

/** Each text's marks, as views into the whole; ends where bits are missing. */
export function* unpacked({
  hashes,
  lengths,
  bits,
}: MarksOfTexts): Generator<{ key: number; marks: WordMarks }> {
  let from = 0;
  for (const [at, key] of hashes.entries()) {
    const length = lengths[at] ?? 0;
    const to = from + ((length + 3) >> 2);
    if (to > bits.length) return;
    yield { key, marks: { length, bits: bits.subarray(from, to) } };
    from = to;
  }
}
