import type { JournalTable, JournalWatch } from '@renderer/data/journal';
import { ZhaijiError } from '@shared/errors';
import { useSyncExternalStore } from 'react';
import type { ChangeLabel } from './history';

/** A write that has taken long enough to be told of. */
export interface LongChange {
  label: ChangeLabel;
  done: number;
  total: number;
  /** Nothing stays of it then. */
  cancel: () => void;
}

/** Milliseconds until a write is told of, and between two tellings. */
const LONG = 700;
const BEAT = 100;
/** Writes of fewer things are never long. */
const FEW = 200;

let running: LongChange | null = null;
const listeners = new Set<() => void>();

function tell(next: LongChange | null): void {
  if (next === running) return;
  running = next;
  for (const listener of listeners) listener();
}

/**
 * Does a write that is told of when it takes long, with how far it is and a way to end it.
 *
 * @param total how many rows `counts` holds for, beside those that the write says it expects
 * @throws ZhaijiError `cancelled`
 */
export async function watched<R>(
  label: ChangeLabel,
  total: number,
  counts: (table: JournalTable) => boolean,
  work: (watch: JournalWatch) => Promise<R>,
): Promise<R> {
  let expected = total;
  let cancelled = false;
  let done = 0;
  let next = performance.now() + LONG;
  const cancel = () => {
    cancelled = true;
  };
  try {
    return await work({
      expect(rows) {
        expected += rows;
      },
      wrote({ table }) {
        if (cancelled) throw new ZhaijiError('cancelled');
        if (counts(table)) done += 1;
        if (expected < FEW || performance.now() < next) return;
        next = performance.now() + BEAT;
        tell({ label, done: Math.min(done, expected), total: expected, cancel });
      },
    });
  } finally {
    tell(null);
  }
}

/** The write that is running and takes long; `null` when there is none. */
export function runningChange(): LongChange | null {
  return running;
}

/** As `runningChange`, for the screen. */
export function useLongChange(): LongChange | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, runningChange);
}
