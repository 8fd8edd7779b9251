import type { Paragraph } from '@domain/model';
import { paragraphIndexAt } from './text-offsets';
import type { PassageMode } from './use-passage-mode';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });
/** Characters of the sentence that are said: whoever moves on hears the next one. */
const MOST = 60;

/**
 * What a screen reader says of the keyboard's cursor: the character that it stands on and the words
 * from there to the sentence's end, or what is selected.
 */
export function underCaret(
  { offset, anchor }: PassageMode,
  text: string,
  paragraphs: readonly Paragraph[],
): string {
  if (anchor !== null) {
    const selected = text.slice(Math.min(anchor, offset), Math.max(anchor, offset));
    return selected.length <= MOST ? selected : `…${selected.slice(-MOST)}`;
  }
  const paragraph = paragraphs[paragraphIndexAt(paragraphs, offset)];
  if (paragraph === undefined) return '';
  const words = text.slice(paragraph.start, paragraph.end);
  const local = offset - paragraph.start;
  const character = graphemes.segment(words).containing(local)?.segment ?? '';
  const sentence = sentences.segment(words).containing(local);
  if (sentence === undefined) return character;
  const rest = words.slice(local, sentence.index + sentence.segment.length).trimEnd();
  return rest === character ? character : `${character} · ${rest.slice(0, MOST)}`;
}
