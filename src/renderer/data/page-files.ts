import { checksum } from '@domain/search/checksum';
import { PAGE_BYTES, readPages } from './search-index';

/** A file as a worker reads and writes it at once; TypeScript's library has it for workers alone. */
interface FileAccess {
  read(into: Uint8Array, options: { at: number }): number;
  write(from: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

interface AccessibleFile extends FileSystemFileHandle {
  createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<FileAccess>;
}

export interface PagedSegment {
  id: string;
  /** Of its pages together. */
  bytes: number;
  /** Checksums of its pages. */
  checks: Uint32Array;
  /** Whether there should be a file of it. One that is not wanted may be there. */
  isWanted: boolean;
}

const FOLDER = 'search-pages';
const LOCK = 'zhaiji-search-pages';

function openFolder(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage
    .getDirectory()
    .then((root) => root.getDirectoryHandle(FOLDER, { create: true }));
}

interface OpenFile {
  access: FileAccess;
  bytes: number;
  checks: Uint32Array;
  /** By page: not 0 when it was found to be what was written. */
  sound: Uint8Array;
}

/**
 * Copies of the pages of segments in files of the browser's own (OPFS), a file for each segment: a worker
 * reads from these at once, where rows of IndexedDB take a millisecond each. They may be missing, damaged or
 * lost at any time: the rows have all that they have.
 */
export class PageFiles {
  /** Called when a file is not what was written; it is not used any more. */
  onDamaged: () => void = () => undefined;
  private readonly files = new Map<string, OpenFile>();
  private readonly damaged = new Set<string>();
  private readonly page = new Uint8Array(PAGE_BYTES);

  /**
   * Reads the bytes `[start, end)` of a segment's pages, which are checked when they are first seen.
   * @returns false when there is no file that has them
   */
  read(segmentId: string, start: number, end: number, into: Uint8Array): boolean {
    const file = this.files.get(segmentId);
    if (file === undefined) return false;
    const last = Math.floor((end - 1) / PAGE_BYTES);
    for (let page = Math.floor(start / PAGE_BYTES); page <= last; page += 1) {
      if (file.sound[page] === 0 && !this.checkPage(segmentId, file, page)) return false;
    }
    try {
      if (file.access.read(into, { at: start }) === into.length) return true;
    } catch {
      // The rows are read.
    }
    this.close(segmentId);
    return false;
  }

  /**
   * Looks through pages that nobody has read yet, for so many milliseconds.
   * @returns whether there are more
   */
  check(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    for (const [segmentId, file] of this.files) {
      for (let page = 0; ; page += 1) {
        page = file.sound.indexOf(0, page);
        if (page < 0 || !this.checkPage(segmentId, file, page)) break;
        if (performance.now() >= until) return true;
      }
    }
    return false;
  }

  private checkPage(segmentId: string, file: OpenFile, page: number): boolean {
    const at = page * PAGE_BYTES;
    const bytes = this.page.subarray(0, Math.max(0, Math.min(PAGE_BYTES, file.bytes - at)));
    try {
      file.access.read(bytes, { at });
    } catch {
      this.close(segmentId);
      return false;
    }
    if (checksum(bytes) === file.checks[page]) {
      file.sound[page] = 1;
      return true;
    }
    this.close(segmentId);
    this.damaged.add(segmentId);
    void removeFrom(openFolder(), segmentId);
    this.onDamaged();
    return false;
  }

  /**
   * Opens the files that there are of segments that want one, and closes all others.
   * @param segments all of the index
   * @returns whether files are missing, or are there of segments that are no more
   */
  async follow(segments: readonly PagedSegment[]): Promise<boolean> {
    const wanted = segments.filter(({ isWanted }) => isWanted);
    for (const id of this.files.keys()) {
      if (!wanted.some((segment) => segment.id === id)) this.close(id);
    }
    const folder = await openFolder();
    const names = await namesIn(folder);
    let isOther = strangers(names, segments).length > 0;
    for (const { id, bytes, checks } of wanted) {
      if (this.files.has(id)) continue;
      // One that was damaged is trusted again with the next start.
      if (this.damaged.has(id)) isOther ||= !names.includes(id);
      else {
        const access = await openWhole(folder, id, bytes);
        if (access === null) isOther = true;
        else {
          this.files.set(id, { access, bytes, checks, sound: new Uint8Array(checks.length) });
        }
      }
    }
    return isOther;
  }

  private close(segmentId: string): void {
    this.files.get(segmentId)?.access.close();
    this.files.delete(segmentId);
  }
}

/** `null` when there is none, it is not whole, or it is being written. */
async function openWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: number,
): Promise<FileAccess | null> {
  try {
    const file = (await folder.getFileHandle(name)) as AccessibleFile;
    const access = await file.createSyncAccessHandle({ mode: 'read-only' });
    if (access.getSize() === bytes) return access;
    access.close();
  } catch {
    // The rows are read.
  }
  return null;
}

/**
 * Writes the files that are missing, and removes those of segments that are no more, unless another window is
 * at it.
 * @param segments all of the index
 * @returns false when the disk does not take one (it is full); those behind it are not tried then
 */
export async function copyPages(segments: readonly PagedSegment[]): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return true;
    const folder = await openFolder();
    for (const name of strangers(await namesIn(folder), segments)) await removeFrom(folder, name);
    for (const { id, bytes, isWanted } of segments) {
      if (!isWanted) continue;
      const whole = await openWhole(folder, id, bytes);
      whole?.close();
      if (whole !== null) continue;
      try {
        await copy(folder, id, bytes);
      } catch (error) {
        await removeFrom(folder, id);
        console.error('A copy of the search index could not be written', error);
        return false;
      }
    }
    return true;
  });
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

/** The files of other segments than these. */
function strangers(names: readonly string[], segments: readonly PagedSegment[]): string[] {
  const known = new Set(segments.map(({ id }) => id));
  return names.filter((name) => !known.has(name));
}

/** One that another window still reads goes the next time. */
async function removeFrom(
  folder: FileSystemDirectoryHandle | Promise<FileSystemDirectoryHandle>,
  name: string,
): Promise<void> {
  try {
    await (await folder).removeEntry(name);
  } catch {
    // It stays, and is not read.
  }
}

async function copy(folder: FileSystemDirectoryHandle, id: string, bytes: number): Promise<void> {
  const pages = await readPages(id);
  // It is no more, or is damaged, which is found where it is read.
  if (pages.reduce((sum, page) => sum + page.length, 0) !== bytes) return;
  const file = (await folder.getFileHandle(id, { create: true })) as AccessibleFile;
  const access = await file.createSyncAccessHandle();
  try {
    access.truncate(0);
    for (const [page, each] of pages.entries()) {
      // A file that is as long as it should be has everything: what is before is on the disk by then.
      if (page === pages.length - 1) access.flush();
      if (access.write(each, { at: page * PAGE_BYTES }) !== each.length) {
        throw new Error('The disk took only a part of a page');
      }
    }
    access.flush();
  } finally {
    access.close();
  }
}
