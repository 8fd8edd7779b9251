import { safeFileName } from '@domain/interchange/markdown/file-names';
import { errorCodeOf } from '@shared/errors';
import type { PickedFolder } from '@shared/ipc';
import type { ExportTarget } from './export-markdown';

interface Target extends Pick<ExportTarget, 'writeToFolder'> {
  pickFolder(): Promise<PickedFolder | null>;
}

/**
 * Writes a text (or bytes) under a name into a folder that the user chooses; where there is a file of that name
 * the new one gets a number. Answers where it is; `null` when no folder was chosen.
 */
export async function saveText(
  target: Target,
  name: string,
  text: string | Uint8Array,
): Promise<string | null> {
  const folder = await target.pickFolder();
  if (folder === null) return null;
  const dot = name.lastIndexOf('.');
  const base = safeFileName(name.slice(0, dot));
  for (let number = 1; ; number += 1) {
    const full = `${base}${number === 1 ? '' : ` ${number}`}${name.slice(dot)}`;
    try {
      await target.writeToFolder(folder.handle, full, text, false);
      return `${folder.path}/${full}`;
    } catch (error) {
      if (errorCodeOf(error) !== 'file-exists' || number > 999) throw error;
    }
  }
}
