const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Code units after which a piece may end; each word takes longer to find the longer its piece is. */
const PIECE = 100;
/** Between these and what follows there is always a break of words, unless that is a mark on them. */
const ENDS = /[\n。！？](?![\p{M}\p{Cf}])/gu;

/** Of each code unit, in two bits. */
const INSIDE = 1;
const START = 2;

/**
 * Where the words of a text are, in a quarter of a byte for each code unit. It is what can be kept of
 * a text to cut it again without asking `Intl.Segmenter`, which takes long.
 */
export interface WordMarks {
  length: number;
  /** Four code units in each byte, the first in the lowest bits. */
  bits: Uint8Array;
}

/** Finds the words of a text: those that `Intl.Segmenter` (the dictionary of ICU) calls word-like. */
export function markWords(text: string): WordMarks {
  const bits = new Uint8Array((text.length + 3) >> 2);
  const mark = (at: number, what: number) => {
    bits[at >> 2] = (bits[at >> 2] ?? 0) | (what << ((at & 3) * 2));
  };
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from);
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
      if (isWordLike !== true) continue;
      const start = from + index;
      mark(start, START);
      for (let at = 0; at < segment.length; at += 1) mark(start + at, INSIDE);
    }
    from = to;
  }
  return { length: text.length, bits };
}

function endOfPiece(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  ENDS.lastIndex = from + PIECE;
  const end = ENDS.exec(text);
  return end === null ? text.length : end.index + 1;
}

/** Calls back with each word, start and end (exclusive) in code units, in the order of the text. */
export function eachWord(
  { length, bits }: WordMarks,
  visit: (start: number, end: number) => void,
): void {
  let start = -1;
  for (let at = 0; at < length; at += 1) {
    const what = ((bits[at >> 2] ?? 0) >> ((at & 3) * 2)) & 3;
    if (start >= 0 && (what & START || !(what & INSIDE))) {
      visit(start, at);
      start = -1;
    }
    if (what & START) start = at;
  }
  if (start >= 0) visit(start, length);
}
