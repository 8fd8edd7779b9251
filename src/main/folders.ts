import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { ZhaijiError } from '@shared/errors';
import type { PickedFolder } from '@shared/ipc';
import { BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import { handle } from './ipc';
import { say } from './words';

/** The folders that the user chose to export into, by their handles. */
const given = new Map<string, string>();

export function setUpFolders(): void {
  handle('folder:pick', async (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const options: OpenDialogOptions = {
      title: say('pick.export'),
      properties: ['openDirectory', 'createDirectory'],
    };
    const answer = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const path = answer.filePaths[0];
    return path === undefined ? null : offerFolder(path);
  });
  handle('folder:existing', async (_event, folder, names) => existing(pathOf(folder), names));
  handle('folder:write', async (_event, folder, name, content, overwrite) => {
    await writeWhole(inside(pathOf(folder), name), content, overwrite);
  });
  handle('folder:reveal', async (_event, folder) => {
    await shell.openPath(pathOf(folder));
  });
}

/** Makes a folder writable for the renderer under a new handle. */
export function offerFolder(path: string): PickedFolder {
  const folderHandle = randomUUID();
  given.set(folderHandle, resolve(path));
  return { handle: folderHandle, path: resolve(path) };
}

function pathOf(folder: string): string {
  const path = given.get(folder);
  if (path === undefined) throw new ZhaijiError('handle-unknown', folder);
  return path;
}

/** The absolute path of a relative name; a name that leads out of the folder is refused. */
function inside(folder: string, name: string): string {
  const path = resolve(folder, name);
  if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    throw new ZhaijiError('name-unsafe', name);
  }
  return path;
}

/** Compared without case, since the folder may lie on a disk that does not tell case. */
async function existing(folder: string, names: string[]): Promise<string[]> {
  const found: string[] = [];
  const listings = new Map<string, Set<string>>();
  for (const name of names) {
    const path = inside(folder, name);
    const parent = dirname(path);
    let listing = listings.get(parent);
    if (listing === undefined) {
      const entries = await readdir(parent).catch(() => []);
      listing = new Set(entries.map((entry) => entry.toLowerCase()));
      listings.set(parent, listing);
    }
    if (listing.has(path.slice(parent.length + 1).toLowerCase())) found.push(name);
  }
  return found;
}

/** Through a temporary file beside it, so that a crash or a full disk leaves no half file. */
async function writeWhole(
  path: string,
  content: string | Uint8Array,
  overwrite: boolean,
): Promise<void> {
  const parent = dirname(path);
  const temporary = join(parent, `.zhaiji-${randomUUID()}.tmp`);
  try {
    await mkdir(parent, { recursive: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (overwrite) {
      await rename(temporary, path);
    } else {
      await placeNew(temporary, path);
      await unlink(temporary);
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw asZhaijiError(error, path);
  }
}

/** Unlike a rename, both ways fail when the name was taken in the meantime. */
async function placeNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Some disks (exFAT, network shares) know no hard links.
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function asZhaijiError(error: unknown, path: string): ZhaijiError {
  const code = codeOf(error);
  if (code === 'EEXIST') return new ZhaijiError('file-exists', path, { cause: error });
  if (code === 'ENOSPC') return new ZhaijiError('storage-full', path, { cause: error });
  return new ZhaijiError('folder-unwritable', path, { cause: error });
}
