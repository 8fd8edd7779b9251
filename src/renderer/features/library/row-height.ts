/** The style sheet's numbers, in pixels: padding and line of a row, a line of its title, its last line. */
const AROUND = 8 + 8 + 1;
const LINE = 20;
const SIDES = 14 + 12;

const TITLE_FONT_SIZE = 14;

/**
 * How high the row of an article is in a list of this width, from its title alone: a title takes one line
 * or two. Where a font is narrower or wider than thought, the list mends it.
 */
export function articleRowHeight(title: string, width: number): number {
  let room = width - SIDES;
  for (let at = 0; at < title.length && room >= 0; at += 1) room -= widthOf(title.charCodeAt(at));
  return AROUND + LINE + (room >= 0 ? LINE : 2 * LINE);
}

/** Han characters and full-width punctuation are squares; others are about half as wide. */
function widthOf(unit: number): number {
  return unit < 0x2000 ? TITLE_FONT_SIZE * 0.56 : TITLE_FONT_SIZE;
}
