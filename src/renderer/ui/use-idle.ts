import { startTransition, useEffect, useState } from 'react';

/** Milliseconds after which it is done although something is always going on. */
const PATIENCE = 500;

/** False until `ready` and until nothing more urgent is to be drawn; true from then on. */
export function useIdle(ready: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!ready) return;
    const wait = requestIdleCallback(() => startTransition(() => setIdle(true)), {
      timeout: PATIENCE,
    });
    return () => cancelIdleCallback(wait);
  }, [ready]);
  return idle;
}
