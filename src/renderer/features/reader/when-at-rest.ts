/** Milliseconds: between two movements of a wheel or a finger there is less. */
const REST = 50;

/**
 * Calls back when an element has stopped scrolling, so that nothing is drawn anew while it moves. Answers
 * how to stop.
 */
export function whenAtRest(scroller: HTMLElement, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(run, REST);
  };
  scroller.addEventListener('scroll', wait, { passive: true });
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener('scroll', wait);
  };
}
