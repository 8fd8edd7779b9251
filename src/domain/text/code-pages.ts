import { BIG5_HKSCS } from './big5-hkscs';

/** The encodings whose Han characters are pairs of a lead and a trail byte. */
export type PairEncoding = 'gb18030' | 'big5';

/** What a code is in `pairTable` that stands for more than one UTF-16 unit; see `longPair`. */
export const LONG_PAIR = 0xffff;

const LEADS = 0x7e;
const CHUNK_LINE = '\n';

interface Page {
  units: Uint16Array;
  /** Codes of more than one unit, by their index into `units`. */
  long: Map<number, string>;
}

const pages = new Map<PairEncoding, Page>();

/**
 * UTF-16 units by `((lead - 0x81) << 8) | trail`; 0 where the pair is no character. Built once, from
 * what the engine's own decoder knows.
 */
export function pairTable(encoding: PairEncoding): Uint16Array {
  return page(encoding).units;
}

/** The units of a pair that is `LONG_PAIR` in the table, by the same index. */
export function longPair(encoding: PairEncoding, index: number): string {
  return page(encoding).long.get(index) ?? '';
}

function page(encoding: PairEncoding): Page {
  const known = pages.get(encoding);
  if (known) return known;
  const built = buildPage(encoding);
  if (encoding === 'big5') addHkscs(built);
  pages.set(encoding, built);
  return built;
}

function isTrail(encoding: PairEncoding, byte: number): boolean {
  if (encoding === 'big5') return (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);
  return byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;
}

/** One call to the decoder for the whole table: each pair on a line of its own. */
function buildPage(encoding: PairEncoding): Page {
  const indices: number[] = [];
  for (let lead = 0; lead < LEADS; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (isTrail(encoding, trail)) indices.push((lead << 8) | trail);
    }
  }
  const bytes = new Uint8Array(indices.length * 3);
  indices.forEach((index, i) => {
    bytes[i * 3] = (index >> 8) + 0x81;
    bytes[i * 3 + 1] = index & 0xff;
    bytes[i * 3 + 2] = 0x0a;
  });
  const built: Page = { units: new Uint16Array(LEADS << 8), long: new Map() };
  const lines = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes).split(CHUNK_LINE);
  indices.forEach((index, i) => {
    const text = lines[i] ?? '';
    // Some engines give private use characters where Big5 has nothing.
    if (text.length !== 1 || text === '\ufffd') return;
    if (encoding === 'big5' && text >= '\ue000' && text <= '\uf8ff') return;
    built.units[index] = text.charCodeAt(0);
  });
  return built;
}

function addHkscs({ units, long }: Page): void {
  const set = (pointer: number, text: string): void => {
    const trail = pointer % 157;
    const index = (Math.floor(pointer / 157) << 8) | (trail + (trail < 0x3f ? 0x40 : 0x62));
    if (text.length > 1) long.set(index, text);
    units[index] = text.length > 1 ? LONG_PAIR : text.charCodeAt(0);
  };
  for (const [first, characters] of BIG5_HKSCS) {
    let pointer = first;
    for (const char of characters) {
      if (char !== ' ') set(pointer, char);
      pointer += 1;
    }
  }
  // The four codes that stand for a letter with a combining mark.
  set(1133, '\u00ca\u0304');
  set(1135, '\u00ca\u030c');
  set(1164, '\u00ea\u0304');
  set(1166, '\u00ea\u030c');
}

/** Codes of four bytes in the basic plane: those below this number. */
const BASIC_FOUR = 39_420;
const SUPPLEMENTARY_FOUR = 189_000;
let basicFour: Uint16Array | null = null;

/** The code point of a GB18030 code of four bytes, or -1 when there is none. */
export function fourByteCodePoint(a: number, b: number, c: number, d: number): number {
  const pointer = (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30;
  if (pointer >= SUPPLEMENTARY_FOUR) {
    const code = pointer - SUPPLEMENTARY_FOUR + 0x10000;
    return code <= 0x10ffff ? code : -1;
  }
  if (pointer >= BASIC_FOUR) return -1;
  basicFour ??= buildBasicFour();
  const unit = basicFour[pointer] ?? 0;
  // One code is the replacement character itself.
  return unit === 0xfffd && pointer !== 39_417 ? -1 : unit;
}

function buildBasicFour(): Uint16Array {
  const bytes = new Uint8Array(BASIC_FOUR * 4);
  for (let pointer = 0; pointer < BASIC_FOUR; pointer += 1) {
    bytes[pointer * 4] = 0x81 + Math.floor(pointer / 12_600);
    bytes[pointer * 4 + 1] = 0x30 + (Math.floor(pointer / 1260) % 10);
    bytes[pointer * 4 + 2] = 0x81 + (Math.floor(pointer / 10) % 126);
    bytes[pointer * 4 + 3] = 0x30 + (pointer % 10);
  }
  const text = new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes);
  return Uint16Array.from({ length: BASIC_FOUR }, (_, i) => text.charCodeAt(i));
}
