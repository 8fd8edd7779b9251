import type { Mark } from './line-marks';
import type { Line } from './types';

/** Finds verse, lists and the like: runs of short lines that are no hard-wrapped text. */

const VERSE_LENGTH = 18;
const VERSE_RUN = 4;
/** Wrapped text has a mark within most of its lines, verse has them at the lines' ends. */
const MARKS_INSIDE = 0.25;
const INSIDE = /[，。；：、！？,;:!?]./;

/**
 * Four or more short lines on end without blank lines that cannot be wrapped text: hardly any has
 * a punctuation mark inside, and there is none at all, their lengths differ or most of them end with
 * a mark.
 */
export function findVerse(lines: readonly Line[], marks: readonly (Mark | null)[]): Uint8Array {
  const verse = new Uint8Array(lines.length);
  forEachRun(
    lines,
    (i) => marks[i] === null,
    (start, end) => {
      let inside = 0;
      let ended = 0;
      for (let i = start; i < end; i += 1) {
        const line = lines[i];
        if (line && INSIDE.test(line.text)) inside += 1;
        if (line && line.end !== 'open') ended += 1;
      }
      const size = end - start;
      if (inside > size * MARKS_INSIDE) return;
      const unmarked = inside + ended <= size * 0.1;
      if (unmarked || ended > size * 0.6 || isUneven(lines, start, end - 1))
        verse.fill(1, start, end);
    },
  );
  findStanzas(lines, marks, verse);
  return verse;
}

/** What `findVerse` gives for lines that are those of a poem whatever stands around them. */
export const STANZA = 2;
/** Lines of a poem are as short as this in one that has stanzas of three lines or two. */
const STANZA_LINES = 4;

/** A poem in stanzas: nothing but short lines without a mark from its author's name on. */
function findStanzas(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  verse: Uint8Array,
): void {
  marks.forEach((mark, index) => {
    if (mark?.kind !== 'byline' && mark?.kind !== 'name') return;
    let end = index + 1;
    for (; end < lines.length; end += 1) {
      const line = lines[end];
      const isVerse = line && line.length <= VERSE_LENGTH && line.gap <= 1 && marks[end] === null;
      if (!isVerse || line.end === 'closed' || INSIDE.test(line.text)) break;
    }
    const isWhole = end === lines.length || marks[end] !== null || (lines[end]?.gap ?? 0) > 0;
    // Over the next author's name stands the next title.
    const below = marks[end]?.kind;
    if (below === 'byline' || below === 'name' || below === 'header') end -= 1;
    if (isWhole && end - index > STANZA_LINES) verse.fill(STANZA, index + 1, end);
  });
}

/** The same by place alone, where the width of wrapped lines (`full`) is known. */
export function markVerse(
  lines: readonly Line[],
  marks: readonly (Mark | null)[],
  full: Uint8Array,
  verse: Uint8Array,
): void {
  forEachRun(
    lines,
    (i) => full[i] !== 1 && !isOfPage(marks[i]),
    (start, end) => {
      let finished = 0;
      for (let i = start; i < end; i += 1) if (lines[i]?.text.endsWith('。')) finished += 1;
      // Short paragraphs and headings between them are no verse.
      if (finished * 2 > end - start) return;
      for (let i = start; i < end; i += 1) if (verse[i] === 0) verse[i] = 1;
    },
  );
}

/** Page marks and heads part what stands above them from what stands below. */
function isOfPage(mark: Mark | null | undefined): boolean {
  return (
    mark?.kind === 'page' ||
    mark?.kind === 'byline' ||
    mark?.kind === 'header' ||
    mark?.kind === 'caption'
  );
}

/** No blank line stands before the line; blocks of a formatted file are only counted as apart. */
export function followsClosely({ gap, hint, level }: Line): boolean {
  return gap === 0 || (gap === 1 && level === 0 && hint?.whole === true && !hint.emphasised);
}

function forEachRun(
  lines: readonly Line[],
  accept: (index: number) => boolean,
  use: (start: number, end: number) => void,
): void {
  let start = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    const line = lines[i];
    const goes = line !== undefined && line.length <= VERSE_LENGTH && accept(i);
    if (goes && (i === start || (followsClosely(line) && !stepsIn(lines, i)))) continue;
    if (i - start >= VERSE_RUN) use(start, i);
    start = goes ? i : i + 1;
  }
}

/** Set further in than the line above: a paragraph begins, under its title or another. */
function stepsIn(lines: readonly Line[], index: number): boolean {
  return (lines[index]?.indent ?? 0) >= (lines[index - 1]?.indent ?? 0) + 2;
}

/** Whether fewer than 60 % of the lines have the commonest length or one character more. */
function isUneven(lines: readonly Line[], start: number, end: number): boolean {
  const counts = new Uint16Array(VERSE_LENGTH + 2);
  for (let i = start; i < end; i += 1) {
    const length = lines[i]?.length ?? 0;
    counts[length] = (counts[length] ?? 0) + 1;
  }
  let most = 0;
  for (let length = 1; length <= VERSE_LENGTH; length += 1) {
    most = Math.max(most, (counts[length] ?? 0) + (counts[length + 1] ?? 0));
  }
  return most < (end - start) * 0.6 + 0.01;
}
