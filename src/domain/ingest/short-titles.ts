import type { Mark } from './line-marks';
import type { Line } from './types';

/** Titles are no longer where one or two words are all that each text has over it. */
const LONGEST = 8;
/** So much of a text is looked at for the words of its title. */
const REACH = 240;

/**
 * 1 for each line as short and set as the file's first title, when all that stand so have their words in
 * the text right below: short pieces under titles of a word or two, not the headings of one text (which
 * the title over them all does not take from its first paragraph). Linear in the lines.
 */
export function findShortTitles(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  texts: Uint8Array,
): Uint8Array {
  const found = new Uint8Array(lines.length);
  const gap = lines[1]?.gap ?? 0;
  if (!isShort(lines, marks, texts, 0, gap) || !tellsOfItself(lines, 0)) return found;
  const peers: number[] = [];
  for (let index = 1; index + 1 < lines.length; index += 1) {
    if (!isShort(lines, marks, texts, index, (lines[index + 1] as Line).gap)) continue;
    const { gap: above } = lines[index] as Line;
    const isAlike =
      lines[index + 1]?.gap === gap && above > gap && lines[index - 1]?.end === 'closed';
    if (!isAlike || !tellsOfItself(lines, index)) return found;
    peers.push(index);
  }
  for (const index of peers) found[index] = 1;
  return found;
}

/** A line of a few characters over running text, with so many blank lines between. */
function isShort(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  texts: Uint8Array,
  index: number,
  gap: number,
): boolean {
  const line = lines[index];
  if (!line || line.length > LONGEST || line.end !== 'open' || line.level > 0) return false;
  // `石磨` could be a name.
  const mark = marks[index];
  if (mark && mark.kind !== 'name') return false;
  return texts[index + 1] === 1 && lines[index + 1]?.gap === gap;
}

/** Half the characters of the line, at least, stand in its first paragraphs. */
function tellsOfItself(lines: readonly Line[], index: number): boolean {
  let text = '';
  for (let i = index + 1; text.length < REACH && i <= index + 3; i += 1) {
    if (i > index + 1 && (lines[i]?.length ?? 0) <= LONGEST) break;
    text += lines[i]?.text ?? '';
  }
  const words = [...(lines[index]?.text ?? '')].filter((char) => /\p{Script=Han}/u.test(char));
  const there = words.filter((char) => text.includes(char)).length;
  return words.length > 0 && there * 2 >= words.length;
}
