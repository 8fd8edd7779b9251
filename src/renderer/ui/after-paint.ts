/** Milliseconds: a window that is not seen draws no frames. */
const NO_FRAME = 50;

/** Resolves once the next frame is drawn. What can wait for it does not hold it up. */
export function afterPaint(): Promise<void> {
  return afterFrame((done) => setTimeout(done));
}

/** The same, and when nothing more urgent is to be done, if that comes soon. */
export function atLeisure(): Promise<void> {
  return afterFrame((done) => requestIdleCallback(done));
}

function afterFrame(later: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => later(resolve));
    setTimeout(resolve, NO_FRAME);
  });
}
