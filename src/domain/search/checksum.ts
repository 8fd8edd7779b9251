/**
 * xxHash32 with seed 0, after the specification of Yann Collet
 * (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): finds every accident of storage
 * at more than a gigabyte a second; no protection against intent.
 *
 * @returns a whole number from 0 to 2³²−1
 */
export function checksum(bytes: Uint8Array): number {
  const length = bytes.length;
  const wordCount = length >>> 2;
  const words = wordsOf(bytes, wordCount);
  let word = 0;
  let hash: number;
  if (length >= 16) {
    let a = (PRIME_1 + PRIME_2) | 0;
    let b = PRIME_2 | 0;
    let c = 0;
    let d = -PRIME_1 | 0;
    for (const last = wordCount - 4; word <= last; word += 4) {
      a = round(a, words[word] as number);
      b = round(b, words[word + 1] as number);
      c = round(c, words[word + 2] as number);
      d = round(d, words[word + 3] as number);
    }
    hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
  } else hash = PRIME_5;
  hash = (hash + length) | 0;
  for (; word < wordCount; word += 1) {
    hash = (hash + Math.imul(words[word] as number, PRIME_3)) | 0;
    hash = Math.imul(rotate(hash, 17), PRIME_4);
  }
  for (let at = wordCount << 2; at < length; at += 1) {
    hash = (hash + Math.imul(bytes[at] as number, PRIME_5)) | 0;
    hash = Math.imul(rotate(hash, 11), PRIME_1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function round(lane: number, word: number): number {
  return Math.imul(rotate((lane + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1);
}

/** As little-endian words; all machines that the program runs on are little-endian. */
function wordsOf(bytes: Uint8Array, count: number): Int32Array {
  if (bytes.byteOffset % 4 === 0) return new Int32Array(bytes.buffer, bytes.byteOffset, count);
  return new Int32Array(bytes.slice(0, count * 4).buffer);
}
