import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './after-paint';

/** A value once everything else that it came with is on the screen: what shows it holds up nothing. */
export function usePainted<T>(value: T): T {
  const [painted, setPainted] = useState(() => ({ value }));
  useEffect(() => {
    let isStale = false;
    void afterPaint().then(() => {
      if (isStale) return;
      startTransition(() =>
        setPainted((before) => (Object.is(before.value, value) ? before : { value })),
      );
    });
    return () => {
      isStale = true;
    };
  }, [value]);
  return painted.value;
}
