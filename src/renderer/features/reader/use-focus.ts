import type { Annotation } from '@domain/model';
import { useLayoutEffect } from 'react';
import { useReader } from './reader-context';
import type { Passage } from './text-offsets';
import { useLatest } from './use-stable';

/**
 * A place to go to: a range to mark (UTF-16 offsets), an annotation to select, both, or the
 * character that is to be the first in view.
 */
export interface ReaderFocus {
  start?: number | undefined;
  end?: number | undefined;
  annotationId?: string | undefined;
  top?: number | undefined;
  /** Tells two visits to the same place apart. */
  serial: number;
}

interface Options {
  /** Whether the text is on the screen. */
  ready: boolean;
  focus: ReaderFocus | null;
  onFocused: () => void;
  annotations: readonly Annotation[];
  goTo: (place: Passage) => void;
  toTop: (offset: number) => void;
  setMatch: (place: Passage | null) => void;
}

/** Goes where the app (search, codebook, notes) or the panel wants the reader to be. */
export function useFocus(options: Options): void {
  const { ready, focus, onFocused, annotations, goTo, toTop, setMatch } = options;
  const { select, place, reveal } = useReader();

  const visit = useLatest((target: ReaderFocus) => {
    if (target.top !== undefined) {
      toTop(target.top);
      onFocused();
      return;
    }
    const annotation = annotations.find(({ id }) => id === target.annotationId) ?? null;
    const { start = annotation?.start, end = annotation?.end } = target;
    select(annotation?.id ?? null);
    if (start !== undefined && end !== undefined) {
      goTo({ start, end });
      // An annotation that is selected stands out by itself.
      setMatch(annotation === null ? { start, end } : null);
    }
    onFocused();
  });
  useLayoutEffect(() => {
    if (ready && focus !== null) visit(focus);
  }, [ready, focus, visit]);

  const show = useLatest((target: Passage) => {
    setMatch(null);
    goTo(target);
    reveal(null);
  });
  useLayoutEffect(() => {
    if (ready && place !== null) show(place);
  }, [ready, place, show]);
}
