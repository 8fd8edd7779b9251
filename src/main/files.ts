import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ZhaijiError } from '@shared/errors';
import type { FileBytes, PathProblem, PickedFile, PickedFiles } from '@shared/ipc';
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { handle } from './ipc';
import { say } from './words';

/** A file is read whole; what is larger is refused before it is read. Bytes. */
const MAX_FILE_SIZE = 200 * 1000 * 1000;

/** Extensions that are taken for news texts in a folder; a file given by itself is always tried. */
const EXTENSIONS = [
  ...['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'mhtml', 'mht'],
  ...['docx', 'pdf', 'epub', 'csv', 'tsv', 'xlsx', 'json', 'jsonl', 'ndjson', 'zip'],
];

/** What a folder may hold that looks like a text a researcher wants, but has to be saved otherwise. */
const TOLD_EXTENSIONS = ['doc', 'wps', 'rtf', 'odt', 'caj'];

/** The files that the user gave us, by their handles: the renderer can read no other. */
const given = new Map<string, string>();

const SAMPLE_FOLDER = join(import.meta.dirname, '../../resources/sample');

export function setUpFiles(): void {
  handle('files:pick', async (event, kind) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const options: OpenDialogOptions = {
      title: say(kind === 'files' ? 'pick.files' : 'pick.folder'),
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      filters:
        kind === 'files'
          ? [
              { name: say('pick.texts'), extensions: EXTENSIONS },
              { name: say('pick.all'), extensions: ['*'] },
            ]
          : [],
    };
    const answer = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    return offerPaths(answer.filePaths);
  });
  handle('files:dropped', (_event, paths) => offerPaths(paths));
  handle('files:sample', () => offerPaths([SAMPLE_FOLDER]));
  handle('files:read', (_event, fileHandle) => readGiven(fileHandle));
  handle('files:readMany', (_event, fileHandles) => Promise.all(fileHandles.map(readOrTell)));
}

/**
 * Makes files readable for the renderer. A folder stands for the text files in it and below, in the
 * order of their names; a file given by itself is offered whatever it is called.
 */
export async function offerPaths(paths: string[]): Promise<PickedFiles> {
  const files: PickedFile[] = [];
  const problems: PathProblem[] = [];
  const offered: PickedFiles = { files, problems, others: 0 };
  for (const path of paths) await offer(path, true, offered);
  return offered;
}

async function offer(path: string, asked: boolean, offered: PickedFiles): Promise<void> {
  const { files, problems } = offered;
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) {
      const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
      names.sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }));
      const before = files.length + problems.length;
      for (const name of names) await offer(join(path, name), false, offered);
      const nothing = files.length + problems.length === before;
      if (asked && nothing) problems.push({ path, code: 'folder-empty' });
    } else if (asked || isImportable(path)) {
      if (!stats.isFile()) problems.push({ path, code: 'file-unreadable' });
      else if (stats.size > MAX_FILE_SIZE) problems.push({ path, code: 'file-too-large' });
      else files.push(offerFile(path, stats.size));
    } else if (stats.isFile()) {
      offered.others += 1;
    }
  } catch (error) {
    problems.push({ path, code: isMissing(error) ? 'file-missing' : 'file-unreadable' });
  }
}

function offerFile(path: string, size: number): PickedFile {
  const fileHandle = randomUUID();
  given.set(fileHandle, path);
  return { handle: fileHandle, name: basename(path), path, size };
}

/** In a folder only these are taken for news texts. */
function isImportable(path: string): boolean {
  const extension = extname(path).slice(1).toLowerCase();
  const isText = EXTENSIONS.includes(extension) || TOLD_EXTENSIONS.includes(extension);
  return isText && !/^readme\.md$/i.test(basename(path));
}

async function readGiven(fileHandle: string): Promise<Uint8Array> {
  const path = given.get(fileHandle);
  if (path === undefined) throw new ZhaijiError('handle-unknown', fileHandle);
  return readWhole(path);
}

/** One of several: that it cannot be read is no concern of the others. */
async function readOrTell(fileHandle: string): Promise<FileBytes> {
  try {
    return await readGiven(fileHandle);
  } catch (error) {
    if (!(error instanceof ZhaijiError)) throw error;
    return { code: error.code, subject: error.subject };
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw new ZhaijiError(isMissing(error) ? 'file-missing' : 'file-unreadable', path, {
      cause: error,
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
