import { anchorsOf } from './anchors';
import { withoutChance } from './chance';
import { mix32 } from './hashing';
import { type Block, diffTokens } from './token-diff';

export type { Block } from './token-diff';

/** Regions of up to this many units on either side are compared character by character. */
const LEAF = 400;
/** One side may be longer when the other is so much shorter, up to this. */
const LONGEST_LEAF = 20_000;
/** Pieces that a region without anchors is cut into, about. */
const PIECES = 300;
const MAX_DEPTH = 12;

type Span = readonly [from: number, to: number];

/**
 * What two texts have in common, as equal runs in order, in time that grows little more than with
 * their length however much they differ. What is equal at both ends is taken off; passages that
 * stand once in either text divide the rest, equal pieces do where everything is repeated; what is
 * small then is compared character by character (Myers). A region without anything to hold on to
 * counts as rewritten. Runs end at whole surrogate pairs.
 */
export function align(a: string, b: string): Block[] {
  const blocks: Block[] = [];
  match(a, b, [0, a.length], [0, b.length], blocks, 0);
  return atWholePairs(a, b, withoutChance(merged(blocks), a.length, b.length));
}

function match(a: string, b: string, ofA: Span, ofB: Span, into: Block[], depth: number): void {
  let [aFrom, aTo] = ofA;
  let [bFrom, bTo] = ofB;
  const prefix = commonPrefix(a, b, ofA, ofB);
  if (prefix > 0) into.push({ a: aFrom, b: bFrom, length: prefix });
  aFrom += prefix;
  bFrom += prefix;
  const suffix = commonSuffix(a, b, [aFrom, aTo], [bFrom, bTo]);
  aTo -= suffix;
  bTo -= suffix;
  if (aFrom < aTo && bFrom < bTo && depth < MAX_DEPTH) {
    const small =
      (aTo - aFrom) * (bTo - bFrom) <= LEAF * LEAF &&
      Math.max(aTo - aFrom, bTo - bFrom) <= LONGEST_LEAF;
    const found = small ? [] : divide(a, b, [aFrom, aTo], [bFrom, bTo]);
    if (small) into.push(...byTokens(a, b, [aFrom, aTo], [bFrom, bTo], characters));
    let atA = aFrom;
    let atB = bFrom;
    for (const block of found) {
      match(a, b, [atA, block.a], [atB, block.b], into, depth + 1);
      into.push(block);
      atA = block.a + block.length;
      atB = block.b + block.length;
    }
    if (found.length > 0) match(a, b, [atA, aTo], [atB, bTo], into, depth + 1);
  }
  if (suffix > 0) into.push({ a: aTo, b: bTo, length: suffix });
}

function divide(a: string, b: string, ofA: Span, ofB: Span): Block[] {
  const anchors = anchorsOf(a, b, ofA, ofB);
  if (anchors.length > 0) return anchors;
  const size = Math.max(ofA[1] - ofA[0], ofB[1] - ofB[0]);
  return byTokens(a, b, ofA, ofB, (text, span) => pieces(text, span, Math.ceil(size / PIECES)));
}

function byTokens(
  a: string,
  b: string,
  ofA: Span,
  ofB: Span,
  cut: (text: string, span: Span) => string[],
): Block[] {
  const tokensA = cut(a, ofA);
  const tokensB = cut(b, ofB);
  const placesA = places(tokensA, ofA[0]);
  const placesB = places(tokensB, ofB[0]);
  return diffTokens(tokensA, tokensB).map((run) => {
    const from = placesA[run.a] ?? 0;
    const length = (placesA[run.a + run.length] ?? 0) - from;
    return { a: from, b: placesB[run.b] ?? 0, length };
  });
}

function places(tokens: readonly string[], from: number): number[] {
  let at = from;
  return [from, ...tokens.map((token) => (at += token.length))];
}

/** Code points; half of a pair stands for itself. */
function characters(text: string, [from, to]: Span): string[] {
  return [...text.slice(from, to)];
}

/** Pieces whose borders depend on the characters near them alone, so that an edit moves few. */
function pieces(text: string, [from, to]: Span, size: number): string[] {
  const cut: string[] = [];
  let start = from;
  let window = 0;
  for (let at = from; at < to; at += 1) {
    // Eight units long: what is older has been shifted out.
    window = (window << 4) ^ mix32(text.charCodeAt(at));
    const length = at + 1 - start;
    const border = mix32(window) % size === 0 && length * 2 >= size;
    if (!border && length < size * 4) continue;
    cut.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < to) cut.push(text.slice(start, to));
  return cut;
}

function commonPrefix(a: string, b: string, [aFrom, aTo]: Span, [bFrom, bTo]: Span): number {
  const most = Math.min(aTo - aFrom, bTo - bFrom);
  let length = 0;
  while (length < most && a.charCodeAt(aFrom + length) === b.charCodeAt(bFrom + length))
    length += 1;
  return length;
}

function commonSuffix(a: string, b: string, [aFrom, aTo]: Span, [bFrom, bTo]: Span): number {
  const most = Math.min(aTo - aFrom, bTo - bFrom);
  let length = 0;
  while (length < most && a.charCodeAt(aTo - 1 - length) === b.charCodeAt(bTo - 1 - length))
    length += 1;
  return length;
}

/** Runs that touch in both texts become one. */
function merged(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (last && last.a + last.length === block.a && last.b + last.length === block.b)
      last.length += block.length;
    else if (block.length > 0) result.push({ ...block });
  }
  return result;
}

function atWholePairs(a: string, b: string, blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    let { a: atA, b: atB, length } = block;
    if (cutsPair(a, atA) || cutsPair(b, atB)) {
      atA += 1;
      atB += 1;
      length -= 1;
    }
    if (length > 0 && (cutsPair(a, atA + length) || cutsPair(b, atB + length))) length -= 1;
    if (length > 0) result.push({ a: atA, b: atB, length });
  }
  return result;
}

/** Whether an offset lies within a surrogate pair. */
export function cutsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
