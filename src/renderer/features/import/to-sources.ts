import type { ImportSource } from '@renderer/archive/import-files';
import type { PickedFiles } from '@shared/ipc';

/** Files that the main process offers, as something to import. `read` takes a file's handle. */
export function toSources(
  picked: PickedFiles,
  read: (handle: string) => Promise<Uint8Array>,
): ImportSource[] {
  return picked.files.map(({ handle, name, path, size }) => ({
    name,
    path,
    size,
    read: () => read(handle),
  }));
}
