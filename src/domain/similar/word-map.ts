import { align, type Block } from './align';
import { CHANCE } from './chance';
import { type Words, wordsOf } from './fold';

/** Stands between texts that are put together; kept as if it were a word, so nothing reaches over. */
export const BARRIER = '\u0001';
/** Stands between pieces of the old text that are looked for once more; equal to nothing. */
const OLD_BARRIER = '\u0000';

/** Passes after the first that look for what stands in another order now. */
const FURTHER_PASSES = 3;
/** A short paragraph that moved as a whole may be this short. */
const SHORTEST_PIECE = 4;

export interface WordMap {
  before: Words;
  after: Words;
  /** For each unit of the old words the index of its partner in the new, -1 for none. */
  to: Int32Array;
}

/**
 * Maps the words of an old text to those of a new one. What the alignment leaves over on both sides
 * is aligned again, since a passage may have been put before another (a caption that stood in the
 * middle of a sentence); there only long runs and whole left-over pieces count.
 */
export function mapWords(beforeText: string, afterText: string): WordMap {
  const before = wordsOf(beforeText);
  const after = wordsOf(afterText, BARRIER.charCodeAt(0));
  const to = new Int32Array(before.text.length).fill(-1);
  const taken = new Uint8Array(after.text.length);
  for (const block of align(before.text, after.text)) take(block, to, taken);
  for (let pass = 0; pass < FURTHER_PASSES; pass += 1) {
    const old = leftOver(before.text, (index) => (to[index] ?? -1) < 0, OLD_BARRIER);
    const fresh = leftOver(after.text, (index) => !taken[index], BARRIER);
    const blocks = align(old.text, fresh.text).filter((block) => isSure(block, old, fresh));
    if (blocks.length === 0) break;
    for (const { a, b, length } of blocks)
      take({ a: old.at[a] ?? 0, b: fresh.at[b] ?? 0, length }, to, taken);
  }
  return { before, after, to };
}

function take({ a, b, length }: Block, to: Int32Array, taken: Uint8Array): void {
  for (let i = 0; i < length; i += 1) {
    to[a + i] = b + i;
    taken[b + i] = 1;
  }
}

interface Pieces {
  text: string;
  /** Where each unit stood; -1 for barriers. */
  at: number[];
}

function leftOver(text: string, isLeft: (index: number) => boolean, barrier: string): Pieces {
  const pieces: string[] = [];
  const at: number[] = [];
  for (let from = 0; from < text.length; from += 1) {
    if (!isLeft(from)) continue;
    let end = from;
    for (; end < text.length && isLeft(end); end += 1) at.push(end);
    at.push(-1);
    pieces.push(text.slice(from, end), barrier);
    from = end;
  }
  return { text: pieces.join(''), at };
}

function isSure({ a, b, length }: Block, old: Pieces, fresh: Pieces): boolean {
  if (length >= CHANCE) return true;
  const whole = ({ at }: Pieces, from: number) =>
    (at[from - 1] ?? -1) < 0 && (at[from + length] ?? -1) < 0;
  return length >= SHORTEST_PIECE && whole(old, a) && whole(fresh, b);
}
