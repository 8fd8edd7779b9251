import type { Passage } from './text-offsets';

/** Some paragraphs that follow one another: indexes, `to` exclusive. */
export interface Chunk {
  from: number;
  to: number;
}

/** About what a screen holds. */
const CHARACTERS = 1200;
const PARAGRAPHS = 16;

/**
 * Cuts a text into parts of about a screen each, which are drawn only near the view: what a frame costs
 * then does not depend on how long the text is.
 */
export function chunksOf(paragraphs: readonly Passage[]): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  for (let index = 1; index <= paragraphs.length; index += 1) {
    const start = paragraphs[from]?.start ?? 0;
    const end = paragraphs[index]?.end ?? Number.POSITIVE_INFINITY;
    if (end - start <= CHARACTERS && index - from < PARAGRAPHS) continue;
    chunks.push({ from, to: index });
    from = index;
  }
  return chunks;
}
