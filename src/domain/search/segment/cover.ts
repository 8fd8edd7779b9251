import { type ByteRange, type Dictionary, rangeOfPair } from './dictionary';

/** The list of a pair that stands `offset` units after the beginning of what is looked for. */
export interface CoverPair extends ByteRange {
  offset: number;
}

/**
 * Pairs that together say every unit of a text, with the fewest bytes to read: the first, the last
 * and no gap between. Where all of them stand in a row, the whole text stands.
 *
 * @param text two units or more
 * @returns null when one of the text's pairs occurs nowhere
 */
export function cheapestCover(dictionary: Dictionary, text: string): CoverPair[] | null {
  const pairs: CoverPair[] = [];
  for (let offset = 0; offset + 1 < text.length; offset += 1) {
    const range = rangeOfPair(dictionary, text.charCodeAt(offset), text.charCodeAt(offset + 1));
    if (range.start === range.end) return null;
    pairs.push({ offset, ...range });
  }
  // Bytes of the cheapest cover of everything up to a pair that uses this pair.
  const costs: number[] = [];
  const before: number[] = [];
  pairs.forEach(({ start, end }, offset) => {
    const near = costs[offset - 1] ?? 0;
    const far = costs[offset - 2] ?? (offset === 1 ? Number.POSITIVE_INFINITY : near);
    before[offset] = far < near ? offset - 2 : offset - 1;
    costs[offset] = end - start + Math.min(near, far);
  });
  const cover: CoverPair[] = [];
  for (let offset = pairs.length - 1; offset >= 0; offset = before[offset] as number)
    cover.push(pairs[offset] as CoverPair);
  return cover;
}
