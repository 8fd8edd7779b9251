import type { HighlightColor } from '@domain/model';
import { useCallback, useMemo, useState } from 'react';
import type { Mark } from './painter';
import type { Passage } from './text-offsets';

/**
 * Marks that are shown at once, before their annotation is written and read again. One goes when an
 * annotation lies at its place, or when writing it has failed or is long over.
 */
export function useEarlyMarks(stored: readonly Mark[]): {
  early: readonly Mark[];
  paintEarly: (place: Passage, color: HighlightColor) => () => void;
} {
  const [waiting, setWaiting] = useState<readonly Mark[]>([]);
  const paintEarly = useCallback(({ start, end }: Passage, color: HighlightColor) => {
    const mark: Mark = { id: `early ${start}-${end}`, start, end, color };
    setWaiting((before) => [...before, mark]);
    // Reading again comes a moment after writing: until then the mark would flicker.
    return () =>
      setTimeout(() => setWaiting((before) => before.filter((one) => one !== mark)), AFTER_WRITING);
  }, []);
  const early = useMemo(() => {
    if (waiting.length === 0) return waiting;
    const there = new Set(stored.map(({ start, end }) => `${start}-${end}`));
    return waiting.filter(({ start, end }) => !there.has(`${start}-${end}`));
  }, [waiting, stored]);
  return { early, paintEarly };
}

/** Milliseconds. */
const AFTER_WRITING = 400;
