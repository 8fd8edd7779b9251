import { blocksOf, documentOf } from './document-map';

/** Places of one text in a segment. */
export interface Row {
  /** Ascending. */
  positions: Uint32Array;
  /** Of every place, in UTF-16 units. */
  length: number;
}

/**
 * Of texts in a row the places that belong together: each is near to one of the text before it and to one of
 * the text behind, in one document and without overlap. In one pass forward and one back a place loses its
 * support or keeps it; on a row that is exact. Positions tell how far places are from one another, so that
 * only what stays has to be looked up.
 *
 * @param most units between neighbours: `most[i]` is between rows i and i+1
 * @param starts where each document begins, and where the next after the last would
 */
export function nearIn(rows: readonly Row[], most: readonly number[], starts: Uint32Array): Row[] {
  const kept = [...rows];
  const support = (at: number, by: number) => {
    const [here, there] = [kept[at] as Row, kept[by] as Row];
    const positions = supported(here, there, most[Math.min(at, by)] as number, starts);
    kept[at] = { positions, length: here.length };
  };
  for (let at = 1; at < kept.length; at += 1) support(at, at - 1);
  for (let at = kept.length - 2; at >= 0; at -= 1) support(at, at + 1);
  return kept;
}

/** Those places that have one of the others near to them: the next or the one before it, for others are farther. */
function supported(
  { positions, length }: Row,
  { positions: others, length: otherLength }: Row,
  most: number,
  starts: Uint32Array,
): Uint32Array {
  const blocks = blocksOf(starts);
  const kept = new Uint32Array(positions.length);
  let count = 0;
  // The first of the others behind a place, and the first that does not end before it.
  let behind = 0;
  let before = 0;
  for (let at = 0; at < positions.length; at += 1) {
    const start = positions[at] as number;
    const end = start + length;
    while (behind < others.length && (others[behind] as number) < end) behind += 1;
    while (before < others.length && (others[before] as number) + otherLength <= start) before += 1;
    const next = behind < others.length ? (others[behind] as number) : Number.POSITIVE_INFINITY;
    const last = before > 0 ? (others[before - 1] as number) : Number.NEGATIVE_INFINITY;
    const isNext = next - end <= most;
    const isLast = start - (last + otherLength) <= most;
    if (!isNext && !isLast) continue;
    const document = documentOf(starts, blocks, start);
    if (
      (isNext && next < (starts[document + 1] as number)) ||
      (isLast && last >= (starts[document] as number))
    ) {
      kept[count++] = start;
    }
  }
  return kept.subarray(0, count);
}

/** The first that is least. */
export function rarestOf(counts: readonly number[]): number {
  return counts.indexOf(Math.min(...counts));
}

/** A place of one of texts in a row is no farther from one of another than this, when they belong together. */
export function reachBetween(
  texts: readonly { text: string }[],
  most: readonly number[],
  one: number,
  other: number,
): number {
  const [from, to] = one < other ? [one, other] : [other, one];
  const lengths = texts.slice(from, to + 1).reduce((sum, { text }) => sum + text.length, 0);
  return most.slice(from, to).reduce((sum, each) => sum + each, lengths);
}
