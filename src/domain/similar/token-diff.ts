import diff from 'fast-diff';

/** A run of equal units: `[a, a + length)` of the one text is `[b, b + length)` of the other. */
export interface Block {
  a: number;
  b: number;
  length: number;
}

/** Tokens are told apart by units below the surrogates, so there cannot be more of them. */
const MAX_TOKENS = 0xd800;

/**
 * The equal runs of two token lists, in order, after Myers 1986. The tokens are numbered and handed
 * to fast-diff as characters below the surrogates: given half a surrogate pair it would recurse
 * without end.
 */
export function diffTokens(a: readonly string[], b: readonly string[]): Block[] {
  const numbers = new Map<string, number>();
  const blocks: Block[] = [];
  let atA = 0;
  let atB = 0;
  for (const [kind, run] of diff(encode(a, numbers), encode(b, numbers))) {
    if (kind === diff.EQUAL) blocks.push({ a: atA, b: atB, length: run.length });
    if (kind !== diff.INSERT) atA += run.length;
    if (kind !== diff.DELETE) atB += run.length;
  }
  return blocks;
}

function encode(tokens: readonly string[], numbers: Map<string, number>): string {
  let encoded = '';
  for (const token of tokens) {
    const number = numbers.get(token) ?? numbers.size;
    if (number >= MAX_TOKENS) throw new RangeError('Too many tokens to compare');
    numbers.set(token, number);
    encoded += String.fromCharCode(number);
  }
  return encoded;
}
