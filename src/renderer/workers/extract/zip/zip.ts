import { ZhaijiError } from '@shared/errors';
import { Inflate } from 'fflate';
import type { ContainerEntry, ExtractedContainer } from '../types';
import { crc32 } from './crc32';
import { type DirectoryRecord, dataStart, readDirectory } from './directory';
import { decodeNames, isSafePath, isSystemFile } from './names';

export { MAX_ENTRIES } from './directory';

/** A single text is never larger (the limit of a text file); in bytes. */
export const MAX_ENTRY_SIZE = 200 * 1024 * 1024;
/** All entries of one archive together, in bytes: what a folder of news texts stays far below. */
export const MAX_TOTAL_SIZE = 1024 * 1024 * 1024;
/** Chinese text shrinks to a third, XML of spreadsheets to a hundredth; deflate can do 1:1032. */
export const MAX_RATIO = 200;
/** Below this many unpacked bytes the ratio does no harm: blank or repeated text may reach it. */
export const RATIO_FROM = 4 * 1024 * 1024;
/** Packed bytes inflated at a time: bounds what is unpacked before the limits are looked at. */
const STEP = 16 * 1024;

export interface ZipLimits {
  entrySize: number;
  totalSize: number;
  ratio: number;
  ratioFrom: number;
}

const DEFAULT_LIMITS: ZipLimits = {
  entrySize: MAX_ENTRY_SIZE,
  totalSize: MAX_TOTAL_SIZE,
  ratio: MAX_RATIO,
  ratioFrom: RATIO_FROM,
};

export interface ZipEntry {
  /** Path inside the archive, `/` between folders. */
  path: string;
  /** Unpacked bytes, as the archive says. */
  size: number;
}

export interface ZipArchive {
  /** In the order of the archive; folders and hidden system files are left out. */
  entries: readonly ZipEntry[];
  has(path: string): boolean;
  /**
   * Unpacks one entry. All entries read from the archive count towards the total.
   * @throws ZhaijiError `zip-bomb`, `file-encrypted`, `file-unsupported` (a method other than
   * stored and deflated), `file-damaged` (also when there is no such entry), `name-unsafe`
   */
  read(path: string): Uint8Array;
}

interface Opened extends ZipArchive {
  readAt(index: number): Uint8Array;
}

/**
 * Opens a zip archive without unpacking anything.
 * @throws ZhaijiError `file-damaged`, `zip-bomb`
 */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): ZipArchive {
  return open(bytes, { ...DEFAULT_LIMITS, ...limits });
}

function open(bytes: Uint8Array, limits: ZipLimits): Opened {
  const records = readDirectory(bytes);
  const told = records.reduce((sum, record) => sum + record.size, 0);
  if (told > limits.totalSize) throw new ZhaijiError('zip-bomb');
  const names = decodeNames(records);
  const kept: { path: string; record: DirectoryRecord; safe: boolean }[] = [];
  const byPath = new Map<string, number>();
  records.forEach((record, index) => {
    const path = names[index] ?? '';
    if (/[/\\]$/.test(path) || (record.folder && record.size === 0) || isSystemFile(path)) return;
    // Of two entries with one name only the first can be meant; the second is a trick or damage.
    const safe = isSafePath(path) && !byPath.has(path);
    if (safe) byPath.set(path, kept.length);
    kept.push({ path, record, safe });
  });
  const unpacked = new Map<number, number>();
  const readAt = (index: number): Uint8Array => {
    const found = kept[index];
    if (found === undefined) throw new ZhaijiError('file-damaged');
    if (!found.safe) throw new ZhaijiError('name-unsafe', found.path);
    let others = 0;
    for (const [entry, size] of unpacked) if (entry !== index) others += size;
    const room = limits.totalSize - others;
    const content = unpack(bytes, found.record, found.path, limits, room);
    unpacked.set(index, content.length);
    return content;
  };
  return {
    entries: kept.map(({ path, record }) => ({ path, size: record.size })),
    has: (path) => byPath.has(path),
    read: (path) => readAt(byPath.get(path) ?? -1),
    readAt,
  };
}

/** @param room Unpacked bytes that the archive's total still allows. */
function unpack(
  bytes: Uint8Array,
  record: DirectoryRecord,
  path: string,
  limits: ZipLimits,
  room: number,
): Uint8Array {
  if (record.encrypted) throw new ZhaijiError('file-encrypted', path);
  const start = dataStart(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), record);
  const packed = bytes.subarray(start, start + record.packedSize);
  const guard = (size: number): void => {
    const tooDense = size > limits.ratioFrom && size > record.packedSize * limits.ratio;
    if (size > limits.entrySize || size > room || tooDense) throw new ZhaijiError('zip-bomb', path);
  };
  guard(record.size);
  const content = decompress(packed, record, path, guard);
  if (content.length !== record.size || crc32(content) !== record.crc) {
    throw new ZhaijiError('file-damaged', path);
  }
  return content;
}

function decompress(
  packed: Uint8Array,
  record: DirectoryRecord,
  path: string,
  guard: (size: number) => void,
): Uint8Array {
  if (record.method === 0) return packed.slice();
  if (record.method !== 8) throw new ZhaijiError('file-unsupported', path);
  // At most as large as the limits allow: what the archive says has been looked at.
  const content = new Uint8Array(record.size);
  let size = 0;
  // What really comes out is counted: the sizes in the archive may be lies.
  const inflate = new Inflate((chunk) => {
    const start = size;
    size += chunk.length;
    guard(size);
    if (size > record.size) throw new ZhaijiError('file-damaged', path);
    content.set(chunk, start);
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch (error) {
    if (error instanceof ZhaijiError) throw error;
    throw new ZhaijiError('file-damaged', path, { cause: error });
  }
  return content.subarray(0, size);
}

/**
 * Reads a zip archive of files. A zip archive inside is listed, but refused when it is read
 * (`zip-nested`); documents that are zip archives themselves (docx, xlsx, epub) are files.
 * @throws ZhaijiError `file-damaged`, `zip-bomb`
 */
export function readContainer(bytes: Uint8Array): ExtractedContainer {
  const archive = open(bytes, DEFAULT_LIMITS);
  return {
    kind: 'container',
    entries: archive.entries.map(
      ({ path, size }, index): ContainerEntry => ({
        path,
        size,
        read() {
          const content = archive.readAt(index);
          if (isZip(content) && isOfficeZip(content) === 'zip') {
            throw new ZhaijiError('zip-nested', path);
          }
          return content;
        },
      }),
    ),
  };
}

function isZip(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

/** `unsupported`: documents and programs that are no archives of files for their readers. */
export type ZipKind = 'docx' | 'xlsx' | 'epub' | 'unsupported' | 'zip';

/** Entries that only the archives of other programs have: slides, OFD, Android, Java, iWork. */
const UNSUPPORTED = [
  'ppt/presentation.xml',
  'OFD.xml',
  'AndroidManifest.xml',
  'META-INF/MANIFEST.MF',
  'Index/Document.iwa',
];

/**
 * What a zip archive is, told by its entries. Unpacks at most a few bytes (`mimetype`) and throws
 * nothing: what cannot be opened is a `zip`, whose reader will say what is wrong with it.
 */
export function isOfficeZip(bytes: Uint8Array): ZipKind {
  try {
    const archive = openZip(bytes, { entrySize: 256 });
    if (archive.has('word/document.xml')) return 'docx';
    if (archive.has('xl/workbook.xml')) return 'xlsx';
    if (UNSUPPORTED.some((path) => archive.has(path))) return 'unsupported';
    if (archive.has('[Content_Types].xml')) {
      // Parts may have other names (`word/document2.xml`); their folder does not.
      const part = archive.entries.find(({ path }) =>
        /^(word|xl|ppt)\/[^/]+\.(xml|bin)$/.test(path),
      );
      const folder = part?.path.split('/')[0];
      if (folder !== undefined)
        return folder === 'word' ? 'docx' : folder === 'xl' ? 'xlsx' : 'unsupported';
    }
    if (archive.has('mimetype')) {
      const type = new TextDecoder().decode(archive.read('mimetype')).trim();
      if (type === 'application/epub+zip') return 'epub';
      // OpenDocument of any kind, and what it was before it was called so.
      if (/^application\/vnd\.(?:oasis\.opendocument|sun\.xml)\./.test(type)) return 'unsupported';
    }
    return archive.has('META-INF/container.xml') ? 'epub' : 'zip';
  } catch {
    return 'zip';
  }
}
