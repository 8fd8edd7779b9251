import { Dexie, type ObservabilitySet } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { type DependencyList, useEffect, useRef, useState } from 'react';
import { DATABASE_NAME } from './database';

/** Reads stored data in a component and reads again whenever it changes, in whatever window. */
export const useLive: <T>(query: () => Promise<T>, dependencies: unknown[]) => T | undefined =
  useLiveQuery;

/** Milliseconds; and a query runs at most a quarter of the time. */
const LEAST_PAUSE = 250;
const PAUSE_FACTOR = 3;

/**
 * Like `useLive` for queries that read very much: after a change they run at once, but while changes
 * come one after the other (an import) they leave pauses, so that reading does not hold up writing.
 */
export function useLiveWithPauses<T>(
  query: () => Promise<T>,
  dependencies: DependencyList,
): T | undefined {
  const [value, setValue] = useState<{ of: DependencyList; value: T }>();
  const latest = useRef(query);
  latest.current = query;

  useEffect(() => {
    let stopped = false;
    let running = false;
    let changedSince = false;
    let pauseUntil = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      running = true;
      changedSince = false;
      const began = performance.now();
      try {
        const result = await latest.current();
        if (!stopped) setValue({ of: dependencies, value: result });
      } finally {
        running = false;
        const now = performance.now();
        pauseUntil = now + Math.max(LEAST_PAUSE, PAUSE_FACTOR * (now - began));
        if (changedSince) onChange();
      }
    };
    const onChange = () => {
      if (running) changedSince = true;
      if (stopped || running || timer !== undefined) return;
      const wait = pauseUntil - performance.now();
      if (wait <= 0) return void run();
      timer = setTimeout(() => {
        timer = undefined;
        void run();
      }, wait);
    };
    const unsubscribe = onArchiveChange(onChange);
    void run();
    return () => {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller's dependencies say when the query is another one, as with `useLive`.
  }, dependencies);

  const isCurrent = value?.of.every((each, index) => Object.is(each, dependencies[index]));
  return isCurrent ? value?.value : undefined;
}

/**
 * Preferences and reading places change with every look at a text, the search index by itself: not a
 * reason for a backup.
 */
function isAside(part: string): boolean {
  return /^(?:settings|readingPlaces|search\w+)\//.test(part);
}

/**
 * Calls back whenever something of the archive itself was written (nothing aside), here or in a worker.
 * Answers how to stop.
 */
export function onArchiveChange(listener: () => void): () => void {
  const ours = `idb://${DATABASE_NAME}/`;
  const changed = (parts: ObservabilitySet) => {
    const tables = Object.keys(parts).filter((part) => part.startsWith(ours));
    if (tables.some((part) => !isAside(part.slice(ours.length)))) listener();
  };
  Dexie.on('storagemutated', changed);
  return () => Dexie.on.storagemutated.unsubscribe(changed);
}
