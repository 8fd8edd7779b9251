import type { Paragraph } from '@domain/model';

/** A range of an article's text: UTF-16 offsets, end exclusive. */
export interface Passage {
  start: number;
  end: number;
}

/** The part of a passage that lies in one paragraph, in offsets of that paragraph. */
export interface Piece {
  index: number;
  from: number;
  to: number;
}

/**
 * The index of the paragraph that an offset lies in. The line feed after a paragraph belongs to it;
 * offsets beyond the text belong to the last. -1 when there are no paragraphs.
 */
export function paragraphIndexAt(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return high < 0 ? -1 : low;
}

/** A passage cut at the paragraphs' edges; paragraphs of which it holds no character are left out. */
export function piecesOf(paragraphs: readonly Paragraph[], passage: Passage): Piece[] {
  const pieces: Piece[] = [];
  const first = Math.max(0, paragraphIndexAt(paragraphs, passage.start));
  for (let index = first; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || paragraph.start >= passage.end) break;
    const from = Math.max(passage.start, paragraph.start) - paragraph.start;
    const to = Math.min(passage.end, paragraph.end) - paragraph.start;
    if (from < to) pieces.push({ index, from, to });
  }
  return pieces;
}

/** A passage without white space at its ends; null when nothing else is in it. */
export function trimPassage(text: string, { start, end }: Passage): Passage | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

/** The 1-based numbers of the first and the last paragraph that a passage touches. */
export function paragraphNumbers(
  paragraphs: readonly Paragraph[],
  passage: Passage,
): { first: number; last: number } {
  const pieces = piecesOf(paragraphs, passage);
  const fallback = paragraphIndexAt(paragraphs, passage.start);
  return {
    first: (pieces[0]?.index ?? fallback) + 1,
    last: (pieces.at(-1)?.index ?? fallback) + 1,
  };
}
