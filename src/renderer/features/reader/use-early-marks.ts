import type { HighlightColor } from '@domain/model';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Mark, Painter } from './painter';
import type { Passage } from './text-offsets';
import { useLatest } from './use-stable';

/**
 * Shows a mark in the very event that asks for it, before its annotation is written and read again, and
 * without drawing anything else anew. It goes when an annotation lies at its place, or when writing it
 * has failed or is long over. Answers how to say that writing has ended.
 */
export function useEarlyMarks(
  painter: Painter | null,
  stored: readonly Mark[],
): (place: Passage, color: HighlightColor) => () => void {
  const waiting = useRef<readonly Mark[]>([]);
  const show = useLatest((marks: readonly Mark[]) => {
    waiting.current = marks;
    const isStored = ({ start, end }: Mark) =>
      stored.some((mark) => mark.start === start && mark.end === end);
    painter?.setEarly(marks.filter((mark) => !isStored(mark)));
  });
  // Their lanes depend on the stored marks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown anew when these change
  useLayoutEffect(() => show(waiting.current), [painter, stored, show]);
  return useCallback(
    ({ start, end }: Passage, color: HighlightColor) => {
      const mark: Mark = { id: `early ${start}-${end}`, start, end, color };
      show([...waiting.current, mark]);
      // Reading again comes a moment after writing: until then the mark would flicker.
      return () =>
        setTimeout(() => show(waiting.current.filter((one) => one !== mark)), AFTER_WRITING);
    },
    [show],
  );
}

/** Milliseconds. */
const AFTER_WRITING = 400;
