/**
 * SHA-256 (FIPS 180-4) of short messages, at once: the browser's own takes a trip to another thread,
 * which for a text of some thousand bytes costs more than the hash.
 */

const BLOCK = 64;
const ROUNDS = 64;
/** The first fractional bits of the square and cube roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const PRIMES = firstPrimes(ROUNDS);
const FIRST_STATE = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

const state = new Int32Array(8);
const words = new Int32Array(ROUNDS);
/** The message with its padding; grows with the longest. */
let message = new Uint8Array(16 * 1024);
const encoder = new TextEncoder();

/** Lower-case hexadecimal SHA-256 of bytes. */
export function sha256OfBytes(bytes: Uint8Array): string {
  reserve(bytes.length);
  message.set(bytes);
  return digest(bytes.length);
}

/** The same of a text's UTF-8 bytes. */
export function sha256OfUtf8(text: string): string {
  reserve(text.length * 3);
  return digest(encoder.encodeInto(text, message).written);
}

/** Makes room for a message of so many bytes and its padding. */
function reserve(length: number): void {
  const wanted = length + 2 * BLOCK;
  if (message.length < wanted) message = new Uint8Array(wanted * 2);
}

/** The hash of the first `length` bytes of `message`, which are padded in their place. */
function digest(length: number): string {
  const end = Math.ceil((length + 9) / BLOCK) * BLOCK;
  message.fill(0, length, end);
  message[length] = 0x80;
  // The length in bits, big-endian.
  const view = new DataView(message.buffer);
  view.setUint32(end - 8, Math.floor(length / 0x20000000));
  view.setUint32(end - 4, length << 3);
  state.set(FIRST_STATE);
  for (let at = 0; at < end; at += BLOCK) {
    for (let word = 0; word < 16; word += 1) words[word] = view.getInt32(at + word * 4);
    takeBlock();
  }
  let hex = '';
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, '0');
  return hex;
}

/** One block, whose sixteen words stand at the beginning of `words` (6.2.2). */
function takeBlock(): void {
  for (let t = 16; t < ROUNDS; t += 1) {
    const x = words[t - 15] as number;
    const y = words[t - 2] as number;
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[t] = (words[t - 16] as number) + low + (words[t - 7] as number) + high;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < ROUNDS; t += 1) {
    const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const chosen = g ^ (e & (f ^ g));
    const one = (h + high + chosen + (CONSTANTS[t] as number) + (words[t] as number)) | 0;
    const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const most = (a & b) ^ (c & (a ^ b));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + low + most) | 0;
  }
  addTo(0, a);
  addTo(1, b);
  addTo(2, c);
  addTo(3, d);
  addTo(4, e);
  addTo(5, f);
  addTo(6, g);
  addTo(7, h);
}

function addTo(word: number, value: number): void {
  state[word] = (state[word] as number) + value;
}

function fraction(root: number): number {
  return ((root % 1) * 0x100000000) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
