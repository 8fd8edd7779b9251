/** Milliseconds without a search of the screen until something else may be asked of its worker. */
const QUIET = 250;

/** Milliseconds that who types goes before what reads very much, at a time; then it has a short turn. */
const FIRST = 2000;
const TURN = 40;
/** Milliseconds from one key to the next of somebody who types. */
const KEYS = 300;
const LOOK = 20;

let searching = 0;
let askedAt = Number.NEGATIVE_INFINITY;
let endedAt = Number.NEGATIVE_INFINITY;
/** Until when what reads very much has a turn beside the searches. */
let turnEnds = Number.NEGATIVE_INFINITY;
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
  searching += 1;
  askedAt = performance.now();
  try {
    return await search();
  } finally {
    searching -= 1;
    endedAt = performance.now();
  }
}

/**
 * Resolves when nobody types a query and no search of the screen is running, or one that takes long. What
 * reads very much waits for this before each of its steps; it is never held up for long.
 */
export async function searchGoesFirst(): Promise<void> {
  const began = performance.now();
  for (;;) {
    const now = performance.now();
    const calm = searching > 0 ? askedAt + FIRST : endedAt + KEYS;
    if (now >= calm || now < turnEnds) return;
    if (now >= began + FIRST) {
      turnEnds = now + TURN;
      return;
    }
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
