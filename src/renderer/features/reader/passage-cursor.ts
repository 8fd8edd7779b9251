import type { Paragraph } from '@domain/model';
import { paragraphIndexAt } from './text-offsets';

/** How far the keyboard's cursor goes in the text. */
export type CursorStep = 'character' | 'sentence' | 'paragraph';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

/**
 * Where the cursor goes from an offset: to the next or previous edge of a character, a sentence or a
 * paragraph. At a paragraph's end it goes on in the next one; never beyond the text.
 */
export function moveCursor(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  step: CursorStep,
  direction: 1 | -1,
): number {
  const index = paragraphIndexAt(paragraphs, offset);
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return offset;
  const edges = edgesIn(text.slice(paragraph.start, paragraph.end), step);
  const local = offset - paragraph.start;
  const next =
    direction === 1
      ? edges.find((edge) => edge > local)
      : edges.findLast((edge) => edge < local && edge >= 0);
  if (next !== undefined) return paragraph.start + next;
  const neighbour = paragraphs[index + direction];
  if (neighbour === undefined) return direction === 1 ? paragraph.end : paragraph.start;
  return direction === 1 ? neighbour.start : neighbour.end;
}

function edgesIn(paragraph: string, step: CursorStep): number[] {
  if (step === 'paragraph') return [0, paragraph.length];
  const segmenter = step === 'character' ? graphemes : sentences;
  const starts = [...segmenter.segment(paragraph)].map((segment) => segment.index);
  return [...starts, paragraph.length];
}
