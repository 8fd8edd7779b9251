import { newId } from '@shared/ids';

/** Something to import: a file of the disk or a pasted text. */
export interface ImportSource {
  name: string;
  /** As the user knows it; the name again for a pasted text. */
  path: string;
  /** Bytes. */
  size: number;
  read(): Promise<Uint8Array>;
  /** Its name was made up: it tells neither title nor date. */
  unnamed?: true;
}

/** One file on its way into the archive: from the disk, or an entry of a zip archive. */
export interface ImportTask {
  /** Names it within the import. */
  key: number;
  /** The id that its source file will have, so that it can be found even when nobody saw it stored. */
  sourceFileId: string;
  /** File name, or path within the zip archive. */
  name: string;
  /** As the user knows it. */
  path: string;
  size: number;
  source: ImportSource;
  entry: { container: ImportTask; index: number } | null;
  /** The file is in the archive already and is to be read all the same. */
  again?: true;
}

export function taskOf(source: ImportSource, key: number): ImportTask {
  const { name, path, size } = source;
  return { key, sourceFileId: newId(), name, path, size, source, entry: null };
}

export function entryTask(
  container: ImportTask,
  index: number,
  entry: { path: string; size: number },
  key: number,
): ImportTask {
  return {
    key,
    sourceFileId: newId(),
    name: entry.path,
    path: `${container.path}/${entry.path}`,
    size: entry.size,
    source: container.source,
    entry: { container, index },
  };
}
