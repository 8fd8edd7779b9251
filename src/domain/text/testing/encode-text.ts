import { BIG5_HKSCS } from '../big5-hkscs';

// For tests only. Engines encode nothing but UTF-8, so the other way round is built from decoders.

type TestEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'hz-gb-2312';

const BOMS: Readonly<Partial<Record<TestEncoding, readonly number[]>>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

/**
 * A text's bytes in an encoding.
 * @throws RangeError when the encoding has no code for a character, or no byte order mark
 */
export function encodeText(
  text: string,
  encoding: TestEncoding,
  options: { bom?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const bom = options.bom ? BOMS[encoding] : [];
  if (!bom) throw new RangeError(`${encoding} has no byte order mark`);
  const bytes = encoderOf(encoding)(text);
  const whole = new Uint8Array(bom.length + bytes.length);
  whole.set(bom);
  whole.set(bytes, bom.length);
  return whole;
}

/** Whether every character of the text has a code in the encoding. */
export function canEncode(text: string, encoding: TestEncoding): boolean {
  try {
    encodeText(text, encoding);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function encoderOf(encoding: TestEncoding): (text: string) => ArrayLike<number> {
  switch (encoding) {
    case 'utf-8':
      return (text) => new TextEncoder().encode(text);
    case 'utf-16le':
    case 'utf-16be':
      return (text) => utf16(text, encoding === 'utf-16le');
    case 'gb18030':
      return (text) => [...text].flatMap((char) => gb18030(char));
    case 'big5':
      return (text) => [...text].flatMap((char) => pair(char, 'big5'));
    case 'hz-gb-2312':
      return hz;
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

const tables = new Map<string, Map<string, number[]>>();

/** Two-byte codes by their character; of several codes for one character the first. */
function pairs(encoding: 'gb18030' | 'big5'): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = encoding === 'big5' ? 0xa1 : 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if (char.length !== 1 || char === '\ufffd' || table.has(char)) continue;
      if (encoding === 'big5' && char >= '\ue000' && char <= '\uf8ff') continue;
      table.set(char, [lead, trail]);
    }
  }
  if (encoding === 'big5') addHkscs(table);
  tables.set(encoding, table);
  return table;
}

function addHkscs(table: Map<string, number[]>): void {
  for (const [first, characters] of BIG5_HKSCS) {
    [...characters].forEach((char, i) => {
      const trail = (first + i) % 157;
      const lead = Math.floor((first + i) / 157) + 0x81;
      if (char !== ' ' && !table.has(char)) {
        table.set(char, [lead, trail + (trail < 0x3f ? 0x40 : 0x62)]);
      }
    });
  }
}

function pair(char: string, encoding: 'gb18030' | 'big5'): number[] {
  if (char < '\u0080') return [char.charCodeAt(0)];
  const code = pairs(encoding).get(char);
  if (!code) throw new RangeError(`${encoding} has no ${char}`);
  return code;
}

function gb18030(char: string): number[] {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x10000) return pair(char, 'gb18030');
  let pointer = code - 0x10000 + 189_000;
  const bytes: number[] = [];
  for (const [base, first] of [
    [10, 0x30],
    [126, 0x81],
    [10, 0x30],
    [126, 0x81],
  ] as const) {
    bytes.unshift((pointer % base) + first);
    pointer = Math.floor(pointer / base);
  }
  return bytes;
}

/** RFC 1843, without joined lines. */
function hz(text: string): number[] {
  const bytes: number[] = [];
  let gb = false;
  const toggle = (on: boolean): void => {
    if (gb !== on) bytes.push(0x7e, on ? 0x7b : 0x7d);
    gb = on;
  };
  for (const char of text) {
    const code = pair(char, 'gb18030');
    toggle(code.length > 1);
    if (code.length > 1 && code.some((byte) => byte < 0xa1))
      throw new RangeError(`HZ has no ${char}`);
    if (char === '~') bytes.push(0x7e);
    bytes.push(...code.map((byte) => byte & 0x7f));
  }
  toggle(false);
  return bytes;
}
