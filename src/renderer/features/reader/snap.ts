import { graphemeEnd, graphemeStart } from '@domain/anchor/graphemes';
import type { Paragraph } from '@domain/model';
import type { Settings } from '@renderer/archive/settings';
import { type Passage, paragraphIndexAt, trimPassage } from './text-offsets';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

/**
 * A selected passage grown to whole characters, words or sentences, without white space at its ends;
 * null when nothing else is in it.
 */
export function snapPassage(
  text: string,
  paragraphs: readonly Paragraph[],
  passage: Passage,
  snap: Settings['snap'],
): Passage | null {
  const trimmed = trimPassage(text, passage);
  if (trimmed === null) return null;
  const { start, end } = trimmed;
  if (snap === 'off') return { start: graphemeStart(text, start), end: graphemeEnd(text, end) };
  const segmenter = snap === 'word' ? words : sentences;
  const first = segmentAt(segmenter, text, paragraphs, start);
  const last = segmentAt(segmenter, text, paragraphs, end - 1);
  return trimPassage(text, { start: first?.start ?? start, end: last?.end ?? end });
}

function segmentAt(
  segmenter: Intl.Segmenter,
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
): Passage | null {
  const paragraph = paragraphs[paragraphIndexAt(paragraphs, offset)];
  if (paragraph === undefined) return null;
  const here = segmenter
    .segment(text.slice(paragraph.start, paragraph.end))
    .containing(offset - paragraph.start);
  if (here === undefined) return null;
  const start = paragraph.start + here.index;
  return { start, end: start + here.segment.length };
}
