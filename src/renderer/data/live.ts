import { Dexie, type ObservabilitySet } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { DATABASE_NAME } from './database';

/** Reads stored data in a component and reads again whenever it changes, in whatever window. */
export const useLive: <T>(query: () => Promise<T>, dependencies: unknown[]) => T | undefined =
  useLiveQuery;

/**
 * Calls back whenever something of the archive itself (not the settings) was written, here or in a
 * worker. Answers how to stop.
 */
export function onArchiveChange(listener: () => void): () => void {
  const ours = `idb://${DATABASE_NAME}/`;
  const changed = (parts: ObservabilitySet) => {
    const tables = Object.keys(parts).filter((part) => part.startsWith(ours));
    if (tables.some((part) => !part.startsWith(`${ours}settings/`))) listener();
  };
  Dexie.on('storagemutated', changed);
  return () => Dexie.on.storagemutated.unsubscribe(changed);
}
