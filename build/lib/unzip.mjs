import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * Unpacks a zip file entry by entry, without holding a whole file in memory.
 *
 * @param {string} zipPath
 * @param {string} target folder, created if needed
 * @param {(name: string) => string | null} rename gives each file's path below
 *   the target, or null to leave the file out (directories come by themselves)
 */
export async function unzip(zipPath, target, rename) {
  const zip = await yauzl.openPromise(zipPath);
  const made = new Set();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = rename(entry.fileName);
    if (name === null) continue;
    const file = path.join(target, name);
    const dir = path.dirname(file);
    if (!made.has(dir)) {
      await mkdir(dir, { recursive: true });
      made.add(dir);
    }
    // The upper 16 bits are the Unix mode; without one, an ordinary file.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}
