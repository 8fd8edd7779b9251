/** Milliseconds in one go: a key pressed meanwhile waits no longer than for one step more. */
const SLICE = 8;
/** Milliseconds after which a step is done although something is always going on. */
const PATIENCE = 1000;

/** Calls again and again, when nothing else is to be done, until it answers false. Answers how to stop. */
export function whenIdle(step: () => boolean): () => void {
  let handle = requestIdleCallback(run, { timeout: PATIENCE });
  function run(deadline: IdleDeadline): void {
    const began = performance.now();
    do {
      if (!step()) return;
    } while (deadline.timeRemaining() > SLICE && performance.now() - began < SLICE);
    handle = requestIdleCallback(run, { timeout: PATIENCE });
  }
  return () => cancelIdleCallback(handle);
}
