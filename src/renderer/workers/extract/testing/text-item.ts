import type { TextItem } from '../pdf/items';

/** A piece of text as wide as its characters: Latin half as wide as high, others square. */
export function textItem(
  text: string,
  x: number,
  y: number,
  size = 10,
  more: Partial<TextItem> = {},
): TextItem {
  const width = Array.from(text, (each) => (each < '\u0100' ? 0.5 : 1) * size).reduce(
    (a, b) => a + b,
    0,
  );
  return { text, x, y, width, size, font: 'song', bold: false, spaced: false, ...more };
}
