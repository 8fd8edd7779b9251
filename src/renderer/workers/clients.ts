import { type Remote, releaseProxy, wrap } from 'comlink';
import type { BackupService } from './backup-worker';
import type { ImportService } from './import-worker';
import type { SearchService } from './search-worker';

export type * from './search-types';

export interface WorkerClient<S> {
  service: Remote<S>;
  /** Ends the worker at once; a transaction that it had open is rolled back by the database. */
  stop(): void;
}

export type ImportWorker = WorkerClient<ImportService>;

export function startImportWorker(): ImportWorker {
  return client(new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }));
}

export function startBackupWorker(): WorkerClient<BackupService> {
  return client(new Worker(new URL('./backup-worker.ts', import.meta.url), { type: 'module' }));
}

export function startSearchWorker(): WorkerClient<SearchService> {
  return client(new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }));
}

function client<S>(worker: Worker): WorkerClient<S> {
  const service = wrap<S>(worker);
  return {
    service,
    stop() {
      (service as { [releaseProxy](): void })[releaseProxy]();
      worker.terminate();
    },
  };
}
