import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { SourceText } from '../fixtures/texts';

/** Writes texts as files into a folder, which is made if need be; answers their paths. */
export async function writeTexts(folder: string, texts: readonly SourceText[]): Promise<string[]> {
  return writeFiles(
    folder,
    texts.map(({ fileName, text }) => [fileName, text] as const),
  );
}

/** Writes files of any content into a folder; answers their paths in the order given. */
export async function writeFiles(
  folder: string,
  files: readonly (readonly [name: string, content: string | Buffer])[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    files.map(async ([name, content]) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    }),
  );
}

/** Every file of a folder and those in it, by its name with `/`, with its text. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(folder, file).split(path.sep).join('/');
        return [name, await readFile(file, 'utf8')] as const;
      }),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The user's answer to the next system dialogs that ask for files or a folder. */
export async function answerDialogs(
  electron: ElectronApplication,
  filePaths: string[],
): Promise<void> {
  await electron.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);
}
