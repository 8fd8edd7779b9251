import type { Paragraph } from '@domain/model';
import { paragraphIndexAt } from './text-offsets';

/** How far the keyboard's cursor goes in the text. */
export type CursorStep = 'character' | 'word' | 'sentence' | 'paragraph';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

const SEGMENTERS = { character: graphemes, word: words, sentence: sentences };

/**
 * Where the cursor goes from an offset: to the next or previous edge of a character, a word, a sentence
 * or a paragraph. At a paragraph's end it goes on in the next one; never beyond the text.
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
  const local = offset - paragraph.start;
  const next = edgeFrom(text.slice(paragraph.start, paragraph.end), local, step, direction);
  if (next !== undefined) return paragraph.start + next;
  const neighbour = paragraphs[index + direction];
  if (neighbour === undefined) return direction === 1 ? paragraph.end : paragraph.start;
  return direction === 1 ? neighbour.start : neighbour.end;
}

/** The next edge inside a paragraph; undefined at its end. Only what lies there is looked at. */
function edgeFrom(
  paragraph: string,
  local: number,
  step: CursorStep,
  direction: 1 | -1,
): number | undefined {
  if (direction === 1 ? local >= paragraph.length : local <= 0) return undefined;
  if (step === 'paragraph') return direction === 1 ? paragraph.length : 0;
  const segments = SEGMENTERS[step].segment(paragraph);
  const here = segments.containing(direction === 1 ? local : local - 1);
  if (here === undefined) return undefined;
  return direction === 1 ? here.index + here.segment.length : here.index;
}
