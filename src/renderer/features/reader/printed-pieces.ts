import type { HighlightColor } from '@domain/model';
import type { Passage } from './text-offsets';

type Printed = Passage & { color: HighlightColor | null };

export interface PrintedPiece extends Passage {
  /** The looks of the annotations that lie over it; `none` for one without a colour. */
  colors: (HighlightColor | 'none')[];
  /** Indexes of the annotations that end with it. */
  ended: number[];
}

/** Cuts a paragraph where annotations begin and end. */
export function printedPieces(paragraph: Passage, marks: readonly Printed[]): PrintedPiece[] {
  const near = marks
    .map((mark, index) => ({ mark, index }))
    .filter(({ mark }) => mark.start < paragraph.end && mark.end > paragraph.start);
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const { mark } of near) {
    cuts.add(Math.max(mark.start, paragraph.start));
    cuts.add(Math.min(mark.end, paragraph.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? paragraph.end;
    const over = near.filter(({ mark }) => mark.start < end && mark.end > start);
    return {
      start,
      end,
      colors: [...new Set(over.map(({ mark }) => mark.color ?? ('none' as const)))],
      ended: over.filter(({ mark }) => mark.end === end).map(({ index }) => index),
    };
  });
}
