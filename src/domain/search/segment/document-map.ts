/** Positions that one entry of a map stands for, as a power of two: fewer than most texts have. */
const BLOCK_BITS = 7;

const known = new WeakMap<Uint32Array, Uint32Array>();

/**
 * For each block of positions the document that the first of them lies in. With it a position's document is
 * found in a step or two, wherever it lies. Made once for a segment, when it is first needed.
 *
 * @param starts where each document begins, and where the next after the last would
 */
export function blocksOf(starts: Uint32Array): Uint32Array {
  const before = known.get(starts);
  if (before !== undefined) return before;
  const documents = starts.length - 1;
  const end = starts[documents] as number;
  const blocks = new Uint32Array((end >>> BLOCK_BITS) + 1);
  let document = 0;
  for (let block = 0; block < blocks.length; block += 1) {
    const position = block << BLOCK_BITS;
    while (document < documents - 1 && (starts[document + 1] as number) <= position) document += 1;
    blocks[block] = document;
  }
  known.set(starts, blocks);
  return blocks;
}

/** The document that a position lies in. */
export function documentOf(starts: Uint32Array, blocks: Uint32Array, position: number): number {
  let document = blocks[position >>> BLOCK_BITS] as number;
  while ((starts[document + 1] as number) <= position) document += 1;
  return document;
}
