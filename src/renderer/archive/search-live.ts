import { onArchiveChange } from '@renderer/data/live';
import { useEffect, useState } from 'react';

/** Milliseconds without a change, and at most, until the screen hears of one. */
const PAUSE = 300;
const LONGEST = 2000;

/** Counts how often the archive has changed; while changes come one after the other, with pauses. */
export function useArchiveVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since = 0;
    const tell = () => {
      timer = undefined;
      setVersion((before) => before + 1);
    };
    const stop = onArchiveChange(() => {
      const now = performance.now();
      if (timer === undefined) since = now;
      else clearTimeout(timer);
      timer = setTimeout(tell, Math.max(0, Math.min(PAUSE, since + LONGEST - now)));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return version;
}
