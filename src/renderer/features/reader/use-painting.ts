import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { lanesOf } from './lanes';
import { CssHighlightPainter, type Mark, type Painter } from './painter';
import type { TextDom } from './text-dom';
import type { Passage } from './text-offsets';

interface Shown {
  marks: readonly Mark[];
  selectedId: string | null;
  match: Passage | null;
  cursor: Passage | null;
}

/** Keeps what is painted on the text as the state says. Answers what paints, once there is a text. */
export function usePainting(
  dom: TextDom | null,
  scroller: RefObject<HTMLElement | null>,
  shown: Shown,
): Painter | null {
  const { marks, selectedId, match, cursor } = shown;
  const [painter, setPainter] = useState<Painter | null>(null);
  useLayoutEffect(() => {
    if (dom === null || scroller.current === null) return;
    const made = new CssHighlightPainter(dom, scroller.current);
    setPainter(made);
    return () => made.dispose();
  }, [dom, scroller]);
  // Thousands take a while: drawing can be put off in between, an effect cannot.
  const lanes = useMemo(() => lanesOf(marks), [marks]);
  useLayoutEffect(() => painter?.paint(marks, lanes), [painter, marks, lanes]);
  useLayoutEffect(() => painter?.setSelected(selectedId), [painter, selectedId]);
  useLayoutEffect(() => painter?.setMatch(match), [painter, match]);
  useLayoutEffect(() => painter?.setCursor(cursor), [painter, cursor]);
  return painter;
}

/** Whether two lists of marks look the same. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        mark.id === other.id &&
        mark.start === other.start &&
        mark.end === other.end &&
        mark.color === other.color
      );
    })
  );
}
