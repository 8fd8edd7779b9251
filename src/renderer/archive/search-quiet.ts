/** Milliseconds without a search of the screen until something else may be asked of its worker. */
const QUIET = 250;

/** Milliseconds that a search goes before what reads very much, at most. */
const FIRST = 2000;
const LOOK = 20;

let searching = 0;
let beganAt = 0;
let endedAt = Number.NEGATIVE_INFINITY;
let last: Promise<unknown> = Promise.resolve();

/** Resolves when for so long (milliseconds) there was no search of the screen; with false when it is aborted. */
export async function quietFor(time: number, signal?: AbortSignal): Promise<boolean> {
  for (;;) {
    if (signal?.aborted === true) return false;
    const wait = searching > 0 ? time : endedAt + time - performance.now();
    if (wait <= 0) return true;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** A search of the screen: what can wait lets it go first. */
export async function searchFirst<T>(search: () => Promise<T>): Promise<T> {
  if (searching === 0) beganAt = performance.now();
  searching += 1;
  try {
    return await search();
  } finally {
    searching -= 1;
    endedAt = performance.now();
  }
}

/** Resolves when no search of the screen is running, or that takes long. */
export async function searchGoesFirst(): Promise<void> {
  while (searching > 0 && performance.now() - beganAt < FIRST) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/**
 * Asks what can wait, one after the other, when no search of the screen is running and none has come for a
 * moment: the worker does one thing at a time, and the next key must not wait for counts.
 *
 * @returns `null` when `signal` told before its turn that it is no longer wanted
 */
export function whenQuiet<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  const turn = last.then(async () => ((await quietFor(QUIET, signal)) ? ask() : null));
  last = turn.catch(() => undefined);
  return turn;
}
