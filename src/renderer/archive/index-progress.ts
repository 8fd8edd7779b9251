import type { IndexProgress } from '@renderer/workers/search/engine';
import { useEffect, useState } from 'react';
import { searchService } from './search';
import { useArchiveVersion } from './search-live';

/** What is read beside the index in no time at all is not worth a word. */
const FEW = 200;
/** Milliseconds between two looks. */
const PAUSE = 500;

/** How much of the archive is in the index, in whole per cent; `null` when (nearly) all is. */
export function percentIndexed({ documents, indexed, isLoaded }: IndexProgress): number | null {
  if (!isLoaded || documents - indexed < FEW) return null;
  return Math.floor((100 * indexed) / documents);
}

/**
 * How far the index is, in per cent, as long as it is being made of the archive; `null` otherwise. It
 * is asked after a change and until it is complete, so that an archive at rest costs nothing.
 */
export function useIndexProgress(): number | null {
  const version = useArchiveVersion();
  const [percent, setPercent] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the archive has changed
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let looks = 0;
    const look = async () => {
      const progress = await (await searchService()).indexProgress();
      if (stopped) return;
      const now = percentIndexed(progress);
      setPercent(now);
      looks += 1;
      // The first look may come before the index has followed the change.
      if (looks < 2 || now !== null || !progress.isLoaded) timer = setTimeout(run, PAUSE);
    };
    // What goes wrong is told to who searches.
    const run = () => void look().catch(() => setPercent(null));
    run();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [version]);
  return percent;
}
