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

interface Place {
  index: number;
  jump: Jump;
  /** The page on which the mark stands, empty when unknown. */
  page: string;
}

/** The words of the first part's title are looked for in so many lines above its end. */
const REACH = 80;
const TITLE_LENGTH = 48;
const ENOUGH = 2;

/**
 * Matches each `上接` with the `下转` before it that it continues: by page numbers, by the words of
 * the title and by the sentence that was cut. A number that contradicts rules a match out; where two
 * are equally likely there is none. Linear in the lines for any number of marks that newspapers have.
 */
export function matchJumps(view: FileView): JumpPair[] {
  const places = findPlaces(view);
  const open = places.filter(({ jump }) => jump.to === 'next').slice(-MOST);
  const begins = places.filter(({ jump }) => jump.to === 'previous').slice(0, MOST);
  if (open.length === 0 || begins.length === 0) return [];
  const lone = open.length === 1 && begins.length === 1;
  const pairs: JumpPair[] = [];
  for (const begin of begins) {
    const scored = open
      .filter(({ index }) => index < begin.index && !pairs.some(({ end }) => end === index))
      .map((end) => ({ end, score: scorePair(view, end, begin) + (lone ? 1 : 0) }))
      .filter(({ score }) => score >= ENOUGH)
      .sort((a, b) => b.score - a.score);
    const [best, rival] = scored;
    if (!best || (rival && rival.score === best.score)) continue;
    const echo = isEcho(view, best.end.index, begin.index + 1) ? begin.index + 1 : -1;
    pairs.push({ end: best.end.index, begin: begin.index, echo });
  }
  return pairs;
}

/** More marks than this in one stretch of text are not those of newspaper pages. */
const MOST = 200;

function findPlaces(view: FileView): Place[] {
  const places: Place[] = [];
  let page = '';
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

/** Points for the two marks belonging together, minus infinity when they contradict each other. */
function scorePair(view: FileView, end: Place, begin: Place): number {
  const forth = comparePages(end.jump.page, begin.page);
  const back = comparePages(begin.jump.page, end.page);
  let score = forth + back;
  const { words } = begin.jump;
  if (words !== '') score += isTitleAbove(view, end.index, bare(words)) ? 3 : -1;
  else if (isEcho(view, end.index, begin.index + 1)) score += 3;
  const before = view.lines[end.index - 1];
  const after = view.lines[begin.index + 1];
  if (before && before.end !== 'closed') score += 1;
  if (after && hasFreshOpening(after.text)) score -= 1;
  return score;
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
  if (words.length < 3) return false;
  for (let index = end - 1; index >= Math.max(0, end - REACH); index -= 1) {
    const line = view.lines[index];
    if (!line || line.length > TITLE_LENGTH) continue;
    const said = bare(line.text);
    if (said === words || (words.length >= 5 && said.includes(words))) return true;
  }
  return false;
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]+/gu, '');
}
