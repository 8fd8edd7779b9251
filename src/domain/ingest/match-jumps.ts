import type { FileView } from './context';
import { type Jump, pageKey, readJump } from './jumps';
import { hasFreshOpening } from './lexicon';
import { readPage } from './outlets';

/** Two parts of one article, by the indices of the lines that say so. */
export interface JumpPair {
  /** The line of `下转`. */
  end: number;
  /** The line of `上接`. */
  begin: number;
  /** A line right under `上接` that only repeats the title, -1 when there is none. */
  echo: number;
}

/** A mark and the page on which it stands (empty when unknown). */
export interface JumpPlace {
  index: number;
  jump: Jump;
  page: string;
}

/** The words of the first part's title are looked for in so many lines above its end. */
const REACH = 80;
const TITLE_LENGTH = 48;
const ENOUGH = 2;
/** More marks than this in one stretch of text are not those of newspaper pages. */
const MOST = 200;

/**
 * Matches each `上接` with the `下转` before it that it continues: by page numbers, by the words of
 * the title and by the sentence that was cut. A number that contradicts rules a match out; where two
 * are equally likely there is none. Linear in the lines for any number of marks that newspapers have.
 */
export function matchJumps(view: FileView, places: readonly JumpPlace[]): JumpPair[] {
  const ends = places.filter(({ jump }) => jump.to === 'next').slice(-MOST);
  const begins = places.filter(({ jump }) => jump.to === 'previous').slice(0, MOST);
  const pairs = pairJumps(ends, begins, ENOUGH, (end, begin) =>
    end.index < begin.index ? scorePair(view, end, begin) : Number.NEGATIVE_INFINITY,
  );
  return pairs.map(({ end, begin }) => ({
    end: end.index,
    begin: begin.index,
    echo: isEcho(view, end.index, begin.index + 1) ? begin.index + 1 : -1,
  }));
}

/**
 * Gives each beginning the end that scores best, at least `enough` points; none where two score the
 * same. A lone end and a lone beginning get one point more.
 */
export function pairJumps<E, B>(
  ends: readonly E[],
  begins: readonly B[],
  enough: number,
  score: (end: E, begin: B) => number,
): { end: E; begin: B }[] {
  if (ends.length === 0 || begins.length === 0) return [];
  const lone = ends.length === 1 && begins.length === 1 ? 1 : 0;
  const taken = new Set<E>();
  const pairs: { end: E; begin: B }[] = [];
  for (const begin of begins) {
    const [best, rival] = ends
      .filter((end) => !taken.has(end))
      .map((end) => ({ end, points: score(end, begin) + lone }))
      .filter(({ points }) => points >= enough)
      .sort((a, b) => b.points - a.points);
    if (!best || (rival && rival.points === best.points)) continue;
    taken.add(best.end);
    pairs.push({ end: best.end, begin });
  }
  return pairs;
}

/** The marks of a stretch of text; `page` is the one on which it begins, empty when unknown. */
export function findJumps(view: FileView, page = ''): JumpPlace[] {
  const places: JumpPlace[] = [];
  view.marks.forEach((mark, index) => {
    if (mark?.kind !== 'page') return;
    const text = view.lines[index]?.text ?? '';
    const jump = mark.rule === 'jump-mark' ? readJump(text) : null;
    if (jump) places.push({ index, jump, page });
    else {
      const printed = mark.fields?.page || (text.length <= 80 ? readPage(text) : '');
      if (printed !== '') page = pageKey(printed);
    }
  });
  return places;
}

/** What speaks for two marks belonging together. */
export interface JumpSigns {
  end: { target: string; page: string; cut: boolean };
  begin: { target: string; page: string; cut: boolean; words: string };
  /** Whether the first part's title says these words. */
  isTitle: (words: string) => boolean;
  /** The second part prints the title again. */
  isEcho: boolean;
}

/** Points for the two marks belonging together, minus infinity when they contradict each other. */
export function scoreJumps({ end, begin, isTitle, isEcho }: JumpSigns): number {
  let score = comparePages(end.target, begin.page) + comparePages(begin.target, end.page);
  if (begin.words !== '') score += isTitle(bare(begin.words)) ? 3 : -1;
  else if (isEcho) score += 3;
  if (end.cut) score += 1;
  if (!begin.cut) score -= 1;
  return score;
}

/** Whether the text is cut at a mark, as far as the line before or after it tells. */
export function isCutAt(view: FileView, { index, jump }: JumpPlace): boolean {
  if (jump.to === 'next') {
    const before = view.lines[index - 1];
    return before !== undefined && before.end !== 'closed';
  }
  const after = view.lines[index + 1];
  return after === undefined || !hasFreshOpening(after.text);
}

function scorePair(view: FileView, end: JumpPlace, begin: JumpPlace): number {
  const side = (place: JumpPlace) => ({
    target: place.jump.page,
    page: place.page,
    words: place.jump.words,
    cut: isCutAt(view, place),
  });
  return scoreJumps({
    end: side(end),
    begin: side(begin),
    isTitle: (words) => isTitleAbove(view, end.index, words),
    isEcho: isEcho(view, end.index, begin.index + 1),
  });
}

function comparePages(said: string, found: string): number {
  if (said === '' || found === '') return 0;
  return said === found ? 3 : Number.NEGATIVE_INFINITY;
}

function isEcho(view: FileView, end: number, index: number): boolean {
  const line = view.lines[index];
  if (!line || line.length > TITLE_LENGTH || line.end === 'closed') return false;
  return isTitleAbove(view, end, bare(line.text));
}

/** Whether a short line above the first part's end says the same words. */
function isTitleAbove(view: FileView, end: number, words: string): boolean {
  for (let index = end - 1; index >= Math.max(0, end - REACH); index -= 1) {
    const line = view.lines[index];
    if (line && line.length <= TITLE_LENGTH && saysTitle(line.text, words)) return true;
  }
  return false;
}

/** Whether a title says these words (letters and digits alone), as a whole or, if long enough, in part. */
export function saysTitle(title: string, words: string): boolean {
  if (words.length < 3) return false;
  const said = bare(title);
  return said === words || (words.length >= 5 && said.includes(words));
}

/** The letters and digits of a text alone. */
export function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]+/gu, '');
}
