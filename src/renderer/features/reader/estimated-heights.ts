import type { ArticleText } from '@domain/model';

/** How a text is set. Pixels; `width`: of a line. */
export interface TypeSize {
  fontSize: number;
  lineHeight: number;
  width: number;
}

/** In em: what a paragraph begins with. */
const INDENT = 2;
/** UTF-16: below it letters take half the room of a Han character. */
const WIDE_FROM = 0x2000;

/** How wide a text is in one line, in em, when a Han character is one wide and a Latin letter half. */
export function widthInEm(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The second half of a surrogate pair takes no room of its own.
    if (code >= 0xdc00 && code < 0xe000) continue;
    width += code < WIDE_FROM ? 0.5 : 1;
  }
  return width;
}

/** By paragraph: how wide its words are in one line, in em. */
export function widthsOf({ text, paragraphs }: ArticleText): number[] {
  return paragraphs.map(({ start, end }) => widthInEm(text.slice(start, end)));
}

/**
 * Pixels that a paragraph will be high, as well as can be told without laying it out: Chinese text nearly
 * always fills its lines with one character to the em.
 *
 * @param width of its words, in em
 */
export function estimatedHeight(width: number, { fontSize, lineHeight, width: line }: TypeSize) {
  const perLine = Math.max(1, Math.floor(line / Math.max(1, fontSize)));
  return Math.max(1, Math.ceil((INDENT + width) / perLine)) * lineHeight;
}
