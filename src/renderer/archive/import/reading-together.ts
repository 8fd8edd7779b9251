import { ZhaijiError } from '@shared/errors';
import type { FileBytes } from '@shared/ipc';
import { Gatherer } from './gather';

interface Wanted {
  handle: string;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: unknown) => void;
}

/** So many handles go into one call; files read ahead are fewer. */
const MAX_TOGETHER = 500;

/**
 * Reads files by their handles; those that are asked for together are read by one call.
 * The function that is returned rejects with the ZhaijiError of its file.
 */
export function readingTogether(
  readFiles: (handles: string[]) => Promise<FileBytes[]>,
): (handle: string) => Promise<Uint8Array> {
  const read = async (wanted: readonly Wanted[]) => {
    try {
      const results = await readFiles(wanted.map(({ handle }) => handle));
      for (const [index, { handle, resolve, reject }] of wanted.entries()) {
        const result = results[index];
        if (result instanceof Uint8Array) resolve(result);
        else reject(new ZhaijiError(result?.code ?? 'unexpected', result?.subject ?? handle));
      }
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  };
  const gatherer = new Gatherer<Wanted>((wanted) => {
    for (let at = 0; at < wanted.length; at += MAX_TOGETHER) {
      void read(wanted.slice(at, at + MAX_TOGETHER));
    }
  });
  return (handle) =>
    new Promise((resolve, reject) => {
      gatherer.add({ handle, resolve, reject });
    });
}
