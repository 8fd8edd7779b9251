import type { FileView } from './context';
import { findJumps, type JumpPair, type JumpPlace, matchJumps } from './match-jumps';
import type { Correction, CorrectionLabel, Label } from './types';

/** What is settled about the lines of a view before the rules weigh their evidence. */
export interface Guide {
  /** By index of the line: the labels left to choose from, and why. */
  settled: ReadonlyMap<number, Settled>;
  /** By index of the line: what the researcher decided. */
  corrected: ReadonlyMap<number, Corrected>;
  /** By index of the line: where the parts of a continued article end and begin. */
  seams: ReadonlyMap<number, PartSeam>;
  /** Parts of one article. */
  pairs: readonly JumpPair[];
  /** By index of the line: marks whose other part is not here. */
  openJumps: ReadonlyMap<number, JumpPlace>;
  /** Nothing is split. */
  single: boolean;
  /** The first lines belong to an article whose title stands outside of them. */
  titled: boolean;
}

export interface Settled {
  labels: readonly Label[];
  rule: string;
}

export interface Corrected {
  as: CorrectionLabel;
  labels: readonly Label[];
}

/**
 * - `end`: nothing of the article follows on this page (`下转`)
 * - `begin`: an article's other part begins (`上接`, where the first part is known)
 * - `cut`: no paragraph goes on over it (`上接` of an article that is not there)
 * - `fresh`: the same below a finished text, so that the rest of another article begins with it
 */
export type PartSeam = 'end' | 'begin' | 'cut' | 'fresh';

export interface GuideOptions {
  corrections?: ReadonlyMap<number, CorrectionLabel>;
  single?: boolean;
  /** The title that the file gives outside of its text, empty when there is none. */
  givenTitle?: string;
  titled?: boolean;
  /** The page on which the text begins, as `pageKey` writes it; empty when unknown. */
  page?: string;
}

/** Gathers what is settled about a view's lines. Linear in the lines. */
export function makeGuide(view: FileView, options: GuideOptions = {}): Guide {
  const settled = new Map<number, Settled>();
  const seams = new Map<number, PartSeam>();
  const corrected = settleCorrections(view, options);
  const isOpen = (index: number): boolean => {
    const said = corrected.get(index);
    return said === undefined || said.as === 'furniture';
  };
  const places = findJumps(view, options.page).filter(({ index }) => isOpen(index));
  const pairs = matchJumps(view, places);
  const begun = new Set(pairs.map(({ begin }) => begin));
  const matched = new Set(pairs.flatMap(({ end, begin }) => [end, begin]));
  const openJumps = new Map<number, JumpPlace>();
  for (const place of places) {
    const { index, jump } = place;
    if (!matched.has(index)) openJumps.set(index, place);
    if (jump.to === 'next') seams.set(index, 'end');
    else if (begun.has(index)) seams.set(index, 'begin');
    else seams.set(index, isFinished(view, index - 1, seams) ? 'fresh' : 'cut');
  }
  for (const { echo } of pairs) {
    if (echo >= 0) settled.set(echo, { labels: ['furniture'], rule: 'jump-title' });
  }
  settleTitle(view, options.givenTitle ?? '', settled);
  return {
    settled,
    corrected,
    seams,
    pairs,
    openJumps,
    single: options.single ?? false,
    titled: options.titled ?? false,
  };
}

/** Whether a text ends with the line: by a full stop, by its source or editor, by `下转`. */
function isFinished(
  { lines, marks }: FileView,
  index: number,
  seams: ReadonlyMap<number, PartSeam>,
): boolean {
  const kind = marks[index]?.kind;
  if (kind === 'source' || kind === 'end' || kind === 'editor') return true;
  return lines[index]?.end === 'closed' || seams.get(index) === 'end';
}

/** By line, the last correction of each. */
export function correctionsByLine(
  corrections: readonly Correction[] = [],
): ReadonlyMap<number, CorrectionLabel> {
  return new Map(corrections.map(({ line, as }) => [line, as]));
}

const TEXT: readonly Label[] = ['body', 'join'];

function settleCorrections(
  view: FileView,
  { corrections, single }: GuideOptions,
): ReadonlyMap<number, Corrected> {
  const found = new Map<number, Corrected>();
  if (!corrections || corrections.size === 0) return found;
  view.lines.forEach((line, index) => {
    const said = corrections.get(line.number);
    if (said === undefined) return;
    const as = single && said === 'start' ? 'body' : said;
    const isText = as === 'start' || as === 'body' || as === 'join';
    // Of a line that a page break parts, the pieces after the first are more of the same.
    const isPiece = view.lines[index - 1]?.number === line.number;
    if (isText && isPiece) found.set(index, { as: 'join', labels: TEXT });
    else found.set(index, { as, labels: [as === 'start' ? 'body' : as] });
  });
  return found;
}

/** Given titles are looked for in so many lines from the top. */
const TOP = 12;
const MAX_TITLE_LINES = 3;

/** Where in the first lines the given title stands: `[first, last]`, or `null`. */
export function findGivenTitle(
  view: FileView,
  givenTitle: string,
): readonly [first: number, last: number] | null {
  const title = bare(givenTitle);
  if (title === '') return null;
  for (let first = 0; first < Math.min(TOP, view.lines.length); first += 1) {
    let words = '';
    for (let last = first; last < first + MAX_TITLE_LINES; last += 1) {
      words += bare(view.lines[last]?.text ?? '');
      if (words === title) return [first, last];
      if (last === first && isMainly(view, first, words, givenTitle)) return [first, last];
      if (words.length >= title.length) break;
    }
    // Above a title there is no text.
    if (isText(view, first)) return null;
  }
  return null;
}

/**
 * `社工站揭牌_石桥网` gives the title with the site's name after it; a first-level heading may say
 * more or less of the title than what the file says of itself.
 */
function isMainly(view: FileView, index: number, words: string, givenTitle: string): boolean {
  if (words.length < 6) return false;
  const head = givenTitle.split(/\s?[_|｜]\s?|\s[-–—]\s|——/)[0] ?? '';
  if (words === bare(head)) return true;
  const title = bare(givenTitle);
  const within = title.includes(words) || (title.length >= 6 && words.includes(title));
  return view.lines[index]?.level === 1 && within;
}

function isText(view: FileView, index: number): boolean {
  const line = view.lines[index];
  return (
    line !== undefined && view.marks[index] === null && (line.length > 45 || /。$/.test(line.text))
  );
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '');
}

const ABOVE_TITLE = new Set<string | undefined>([
  'header',
  'source',
  'byline',
  'editor',
  'caption',
]);

function settleTitle(view: FileView, givenTitle: string, settled: Map<number, Settled>): void {
  const found = findGivenTitle(view, givenTitle);
  if (!found) return;
  const [first, last] = found;
  for (let index = 0; index < first; index += 1) {
    if (!ABOVE_TITLE.has(view.marks[index]?.kind)) {
      settled.set(index, { labels: ['furniture'], rule: 'above-title' });
    }
  }
  for (let index = first; index <= last; index += 1) {
    settled.set(index, { labels: ['title'], rule: 'given-title' });
  }
}
