/** Milliseconds: a window that is not seen draws no frames. */
const NO_FRAME = 50;

/**
 * Resolves once the next frame is drawn and nothing more urgent is to be done. What can wait for it holds up
 * neither that frame nor the next key.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestIdleCallback(() => resolve()));
    setTimeout(resolve, NO_FRAME);
  });
}
