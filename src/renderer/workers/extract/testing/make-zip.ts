import { deflateSync } from 'fflate';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface MadeEntry {
  /** As text in UTF-8, or as bytes in another code page. */
  name: string | Uint8Array;
  content: Uint8Array | string;
  /** The flag is set; the content is not really encrypted. */
  encrypted?: boolean;
  /** The flag that says that the name is UTF-8; unless told otherwise it is set. */
  utf8?: boolean;
  /** The Info-ZIP Unicode path field (0x7075). */
  unicodeName?: string;
  /** Lies of the directory. */
  size?: number;
  crc?: number;
  method?: number;
  /** The local header of this entry, counted from 0, is used again: entries share data. */
  sharesDataWith?: number;
}

/** A zip archive, entry by entry, with everything in it that an archive should not have. */
export function makeZip(entries: readonly MadeEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  const put = (list: Uint8Array[], bytes: Uint8Array): void => {
    list.push(bytes);
  };
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? utf8(entry.name) : entry.name;
    const content = typeof entry.content === 'string' ? utf8(entry.content) : entry.content;
    const packed = deflateSync(content);
    const flags = (entry.utf8 === false ? 0 : 0x0800) | (entry.encrypted ? 1 : 0);
    const crc = entry.crc ?? crc32(content);
    const extra =
      entry.unicodeName === undefined ? new Uint8Array() : unicodeField(name, entry.unicodeName);
    const offset = entry.sharesDataWith === undefined ? at : (offsets[entry.sharesDataWith] ?? at);
    offsets.push(offset);
    const common = [
      [2, 20],
      [2, flags],
      [2, entry.method ?? 8],
      [2, 0],
      [2, 0x58a1],
      [4, crc],
      [4, packed.length],
      [4, entry.size ?? content.length],
      [2, name.length],
      [2, extra.length],
    ] as const;
    if (entry.sharesDataWith === undefined) {
      const local = join([fields([[4, 0x04034b50], ...common]), name, extra, packed]);
      put(chunks, local);
      at += local.length;
    }
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    put(directory, join([fields([[4, 0x02014b50], [2, 20], ...common, ...rest]), name, extra]));
  }
  const central = join(directory);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, central.length],
    [4, at],
    [2, 0],
  ]);
  return join([...chunks, central, end]);
}

/** A small archive of one entry that unpacks to `size` zero bytes and says so. */
export function makeZipBomb(size: number): Uint8Array {
  return makeZip([{ name: 'bomb.txt', content: new Uint8Array(size) }]);
}

/** Numbers as little-endian bytes: pairs of width and value. */
function fields(values: readonly (readonly [width: 2 | 4, value: number])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([width, value]) =>
      Array.from({ length: width }, (_, index) => Math.floor(value / 256 ** index) & 0xff),
    ),
  );
}

function unicodeField(rawName: Uint8Array, name: string): Uint8Array {
  const text = utf8(name);
  const head = fields([
    [2, 0x7075],
    [2, text.length + 5],
  ]);
  return join([head, Uint8Array.of(1), fields([[4, crc32(rawName)]]), text]);
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** CRC-32 bit by bit, apart from the reader's own, so that both cannot be wrong in one way. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
