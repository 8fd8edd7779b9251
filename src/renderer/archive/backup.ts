import { onArchiveChange } from '@renderer/data/live';
import { restoreSnapshot } from '@renderer/data/restore-snapshot';
import { writeSnapshot } from '@renderer/data/snapshot';
import { startBackupWorker } from '@renderer/workers/clients';
import { ZhaijiError } from '@shared/errors';
import type { BackupInfo } from '@shared/ipc';
import { clearHistory } from './history';

/** Where backups go; in the window it is the bridge to the main process. */
export interface BackupStore {
  writeBackup(bytes: Uint8Array): Promise<BackupInfo>;
  listBackups(): Promise<BackupInfo[]>;
  readBackup(name: string): Promise<Uint8Array>;
}

/** Milliseconds between the last change and the backup, so that work is not disturbed by it. */
const QUIET_TIME = 60_000;

/** Copies the whole archive out of IndexedDB, compressed. */
export async function backUp(store: BackupStore): Promise<BackupInfo> {
  const worker = startBackupWorker();
  try {
    return await store.writeBackup(await worker.service.make());
  } finally {
    worker.stop();
  }
}

/**
 * Fills the empty archive from a backup, all of it or nothing.
 * @throws ZhaijiError `backup-invalid`, `database-newer` or `archive-not-empty`.
 */
export async function restoreBackup(store: BackupStore, name: string): Promise<void> {
  const bytes = await store.readBackup(name);
  let value: unknown;
  try {
    value = JSON.parse(await gunzipped(bytes));
  } catch (error) {
    throw new ZhaijiError('backup-invalid', name, { cause: error });
  }
  await writeSnapshot(restoreSnapshot(value, name));
  clearHistory();
}

export interface AutoBackup {
  /** Backs up now if something changed since the last time. */
  flush(): Promise<void>;
  stop(): void;
}

/** Backs up some quiet time after changes. `onDone` and `onError` tell how it went. */
export function startAutoBackup(
  store: BackupStore,
  onDone: (info: BackupInfo) => void,
  onError: (error: unknown) => void,
): AutoBackup {
  let dirty = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    clearTimeout(timer);
    if (!dirty) return;
    dirty = false;
    try {
      onDone(await backUp(store));
    } catch (error) {
      dirty = true;
      onError(error);
    }
  };
  const unsubscribe = onArchiveChange(() => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET_TIME);
  });
  return {
    flush,
    stop() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

function gunzipped(bytes: Uint8Array): Promise<string> {
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text();
}
