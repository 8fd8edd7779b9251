import { type Tokens, type TokenUnit, tokensOf, wordsOf } from '@domain/search/stats/tokens';
import { markWords, type WordMarks } from '@domain/search/stats/words';

/** Bytes of marks that are kept: enough for a hundred million characters. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Shorter texts are cut anew: to keep what is known of them would cost more. */
const SHORT = 64;

/**
 * Where the words of texts are, from one analysis to the next, by a hash of the text: to ask for them
 * takes a hundred times as long as to hash it, and what is written anew is another text.
 */
const kept = new Map<number, WordMarks>();
let bytes = 0;

/** A text's tokens; its words are looked for only once while there is room. */
export function tokensIn(text: string, unit: TokenUnit): Tokens {
  if (unit === 'char' || text.length < SHORT) return tokensOf(text, unit);
  const key = hashOf(text);
  const known = kept.get(key);
  if (known !== undefined && known.length === text.length) return wordsOf(text, known);
  const marks = markWords(text);
  if (bytes + marks.bits.length > MOST_BYTES) {
    kept.clear();
    bytes = 0;
  }
  kept.set(key, marks);
  bytes += marks.bits.length;
  return wordsOf(text, marks);
}

/** 53 bits: two hashes after FNV-1a over the code units, with different multipliers. */
export function hashOf(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x9dc5811c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return (first >>> 0) * 0x200000 + ((second >>> 0) & 0x1fffff);
}
