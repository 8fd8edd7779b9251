import { startTransition, useEffect, useState } from 'react';

/** Milliseconds. */
const REST = 400;
/** How much longer at most, when there is always something more urgent to be drawn. */
const PATIENCE = 500;

/** Whether something is the same for a while, and nothing more urgent is to be drawn. */
export function useAtRest(value: unknown): boolean {
  const [rested, setRested] = useState<{ value: unknown } | null>(null);
  useEffect(() => {
    let idle: number | undefined;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => startTransition(() => setRested({ value })), {
        timeout: PATIENCE,
      });
    }, REST);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [value]);
  return rested !== null && rested.value === value;
}
