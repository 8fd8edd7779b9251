import { ZhaijiError } from '@shared/errors';
import { crc32 } from './crc32';

/**
 * The central directory of a zip archive (PKWARE APPNOTE 6.3.10, zip64 included). fflate gives
 * neither raw names nor flags, so the directory is read here; inflating is left to fflate.
 */

/** More entries than any folder that a researcher packs; it keeps a hostile directory bounded. */
export const MAX_ENTRIES = 100_000;

export interface DirectoryRecord {
  /** Bytes of the name, in whatever encoding. */
  rawName: Uint8Array;
  /** The name is UTF-8: flag bit 11. */
  utf8: boolean;
  /** From the Info-ZIP Unicode path field (0x7075), when it belongs to this name. */
  unicodeName: string | null;
  encrypted: boolean;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Offset of the local header in the file. */
  offset: number;
  /** MS-DOS attribute or Unix file type says folder. */
  folder: boolean;
}

const END = 0x06054b50;
const END_SIZE = 22;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

const damaged = (cause?: unknown): ZhaijiError => new ZhaijiError('file-damaged', '', { cause });

/**
 * Reads the directory and checks that every entry's data lies inside the archive, no two sharing
 * bytes.
 * @throws ZhaijiError `file-damaged` (also for archives split over several files), `zip-bomb` when
 * there are too many entries or entries share data.
 */
export function readDirectory(bytes: Uint8Array): DirectoryRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end.count > MAX_ENTRIES) throw new ZhaijiError('zip-bomb');
    // Something may stand before the archive (self-extracting programs): offsets shift by that much.
    const shift = end.at - end.size - end.offset;
    if (shift < 0) throw damaged();
    const records: DirectoryRecord[] = [];
    let at = end.offset + shift;
    for (let index = 0; index < end.count; index += 1) {
      const read = readEntry(bytes, view, at, shift);
      if (read.next > end.at) throw damaged();
      records.push(read.record);
      at = read.next;
    }
    refuseOverlaps(view, records, end.offset + shift);
    return records;
  } catch (error) {
    if (error instanceof ZhaijiError) throw error;
    // DataView throws RangeError for whatever lies outside of the file.
    throw damaged(error);
  }
}

interface End {
  /** Where the directory ends. */
  at: number;
  count: number;
  /** Bytes of the directory. */
  size: number;
  offset: number;
}

function findEnd(view: DataView): End {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    // The signature could stand in a comment: then the comment's length does not fit.
    if (at + END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue;
    const end64 = findEnd64(view, at);
    if (end64 !== null) return end64;
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0) throw damaged();
    return {
      at,
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
  }
  throw damaged();
}

function findEnd64(view: DataView, endAt: number): End | null {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  // The locator's own offset is wrong when something stands before the archive; the record
  // nearly always ends right before the locator.
  const told = uint64(view, locator + 8);
  const at = [told, locator - 56].find(
    (place) => place >= 0 && place <= locator - 56 && view.getUint32(place, true) === END64,
  );
  if (at === undefined) throw damaged();
  return {
    at,
    count: uint64(view, at + 32),
    size: uint64(view, at + 40),
    offset: uint64(view, at + 48),
  };
}

function uint64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged();
  return value;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  shift: number,
): { record: DirectoryRecord; next: number } {
  if (view.getUint32(at, true) !== ENTRY) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const attributes = view.getUint32(at + 38, true);
  const nameAt = at + ENTRY_SIZE;
  const next = nameAt + nameLength + extraLength + commentLength;
  if (next > bytes.length) throw damaged();
  const rawName = bytes.subarray(nameAt, nameAt + nameLength);
  const extra = extraFields(view, nameAt + nameLength, extraLength);
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  applyZip64(view, extra.get(0x0001), sizes);
  const method = view.getUint16(at + 10, true);
  const record: DirectoryRecord = {
    rawName,
    utf8: (flags & 0x0800) !== 0,
    unicodeName: unicodePath(bytes, view, extra.get(0x7075), rawName),
    // Bit 0 is the old and AES encryption, bit 13 a hidden directory, method 99 AES.
    encrypted: (flags & 0x2001) !== 0 || method === 99,
    method,
    crc: view.getUint32(at + 16, true),
    packedSize: sizes.packedSize,
    size: sizes.size,
    offset: sizes.offset + shift,
    folder: (attributes & 0x10) !== 0 || attributes >>> 28 === 4,
  };
  return { record, next };
}

interface Place {
  at: number;
  length: number;
}

function extraFields(view: DataView, at: number, length: number): Map<number, Place> {
  const fields = new Map<number, Place>();
  const end = at + length;
  let next = at;
  while (next + 4 <= end) {
    const size = view.getUint16(next + 2, true);
    if (next + 4 + size > end) break;
    fields.set(view.getUint16(next, true), { at: next + 4, length: size });
    next += 4 + size;
  }
  return fields;
}

/** Values that did not fit into 32 bits stand in the field, in this order and only those. */
function applyZip64(
  view: DataView,
  field: Place | undefined,
  sizes: { size: number; packedSize: number; offset: number },
): void {
  let at = field?.at ?? 0;
  const end = at + (field?.length ?? 0);
  for (const name of ['size', 'packedSize', 'offset'] as const) {
    if (sizes[name] !== IN_ZIP64) continue;
    if (at + 8 > end) throw damaged();
    sizes[name] = uint64(view, at);
    at += 8;
  }
}

/** The field counts only when its checksum is that of the name it was written for. */
function unicodePath(
  bytes: Uint8Array,
  view: DataView,
  field: Place | undefined,
  rawName: Uint8Array,
): string | null {
  if (field === undefined || field.length < 5 || view.getUint8(field.at) !== 1) return null;
  if (view.getUint32(field.at + 1, true) !== crc32(rawName)) return null;
  const name = bytes.subarray(field.at + 5, field.at + field.length);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return null;
  }
}

/**
 * Where the packed bytes of an entry begin.
 * @throws ZhaijiError `file-damaged`
 */
export function dataStart(view: DataView, record: DirectoryRecord): number {
  const { offset } = record;
  if (offset < 0 || offset + LOCAL_SIZE > view.byteLength) throw damaged();
  if (view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + record.packedSize > view.byteLength) throw damaged();
  return start;
}

/**
 * Entries that share bytes make small archives that unpack without end (D. Fifield, "A better zip
 * bomb", 2019); no honest program writes them.
 */
function refuseOverlaps(view: DataView, records: DirectoryRecord[], directory: number): void {
  const byPlace = [...records].sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const record of byPlace) {
    const start = dataStart(view, record);
    if (record.offset < end) throw new ZhaijiError('zip-bomb');
    end = start + record.packedSize;
  }
  if (end > directory) throw damaged();
}
