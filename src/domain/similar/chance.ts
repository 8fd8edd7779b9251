import type { Block } from './token-diff';

/** Equal runs shorter than this may be there by chance; longer ones are solid ground. */
export const CHANCE = 16;

/** In a rewritten stretch only runs from this length on mean anything. */
const MEANINGFUL = 6;
/** Stretches up to this length may hold any number of edits. */
const SHORT_STRETCH = 32;
/** With a smaller share in common a stretch was rewritten. */
const KEPT_SHARE = 0.6;

/**
 * Leaves out what two different passages share by chance: two texts without a sentence in common
 * still have a third of their characters in the same order.
 */
export function withoutChance(blocks: readonly Block[], aLength: number, bLength: number): Block[] {
  const end = { a: aLength, b: bLength, length: 0 };
  const kept: Block[] = [];
  let solid: Block = { a: 0, b: 0, length: 0 };
  let stretch: Block[] = [];
  for (const block of [...blocks, end]) {
    if (block.length < CHANCE && block !== end) {
      stretch.push(block);
      continue;
    }
    const rewritten = isRewritten(stretch, solid, block);
    kept.push(...stretch.filter(({ length }) => !rewritten || length >= MEANINGFUL));
    if (block !== end) kept.push(block);
    solid = block;
    stretch = [];
  }
  return withoutLost(kept, end);
}

/** Whether too little is in common between two solid runs. */
function isRewritten(stretch: readonly Block[], before: Block, after: Block): boolean {
  const ofA = after.a - before.a - before.length;
  const ofB = after.b - before.b - before.length;
  const common = stretch.reduce((sum, { length }) => sum + length, 0);
  return Math.max(ofA, ofB) > SHORT_STRETCH && common * 2 < (ofA + ofB) * KEPT_SHARE;
}

/** Leaves out phrases with at least twice as much rewritten on either side. */
function withoutLost(blocks: readonly Block[], end: Block): Block[] {
  const kept: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = kept.at(-1) ?? { a: 0, b: 0, length: 0 };
    const next = blocks[index + 1] ?? end;
    const rewritten = Math.min(
      block.a - last.a - last.length,
      block.b - last.b - last.length,
      next.a - block.a - block.length,
      next.b - block.b - block.length,
    );
    if (block.length >= CHANCE || rewritten < block.length * 2) kept.push(block);
  }
  return kept;
}
