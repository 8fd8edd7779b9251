import type { FactSource, OpenPart } from '../model';
import { bare, pairJumps, saysTitle, scoreJumps } from './match-jumps';

/** An article with open parts, as far as matching them asks. */
export interface OpenArticle {
  /** Names the article among those that are given. */
  key: string;
  /** Names its source file (or that of each open part). */
  source: string;
  /** The files among which the other part is looked for; `null` when that is not known. */
  set: string | null;
  title: string;
  titleSource: FactSource | undefined;
  outlet: string;
  date: string;
  openParts: readonly OpenPart[];
}

export interface PartPair {
  /** Keys of the articles. */
  first: string;
  second: string;
  end: OpenPart;
  begin: OpenPart;
}

interface Place {
  article: OpenArticle;
  part: OpenPart;
}

/** Between files the cut sentence alone is not enough: a page or the title has to speak for it. */
const ENOUGH = 3;
/** Outside of a set both pages, or a page and the title, have to, and the day has to be the same. */
const ENOUGH_ANYWHERE = 6;
/** Sets with more marks are matched day by day. */
const MOST = 200;

/**
 * Pairs the open ends and beginnings of articles of different files of one set: the rules are those
 * for the parts within one file, and days that contradict rule a pair out. A mark that could belong
 * to two others alike stays open. `known` are pairs that need no further sign.
 */
export function matchParts(
  articles: readonly OpenArticle[],
  known: readonly PartPair[] = [],
): PartPair[] {
  const pairs = [...known];
  const taken = new Set(known.flatMap(({ end, begin }) => [end, begin]));
  const take = (places: readonly Place[], enough: number): void => {
    const ends = places.filter(({ part }) => part.to === 'next' && !taken.has(part));
    const begins = places.filter(({ part }) => part.to === 'previous' && !taken.has(part));
    const found = [
      pairJumps(ends, begins, enough, score),
      // The other way round: an end that two beginnings fit alike belongs to neither.
      pairJumps(begins, ends, enough, (begin, end) => score(end, begin)),
    ] as const;
    const back = new Map(found[1].map(({ end: begin, begin: end }) => [end, begin]));
    for (const { end, begin } of found[0]) {
      if (back.get(end) !== begin) continue;
      taken.add(end.part).add(begin.part);
      const [first, second] = [end.article.key, begin.article.key];
      pairs.push({ first, second, end: end.part, begin: begin.part });
    }
  };
  const places = articles.flatMap((article) =>
    article.openParts.map((part): Place => ({ article, part })),
  );
  const inSets = places.filter(({ article }) => article.set !== null);
  for (const group of groupBy(inSets, ({ article }) => article.set ?? '')) {
    const days = group.length > MOST ? groupBy(group, ({ article }) => article.date) : [group];
    for (const day of days) take(day, ENOUGH);
  }
  const dated = places.filter(({ article }) => article.date.length === 10);
  if (inSets.length < places.length) {
    for (const day of groupBy(dated, ({ article }) => article.date)) take(day, ENOUGH_ANYWHERE);
  }
  return withoutCircles(pairs);
}

function score(end: Place, begin: Place): number {
  const [first, second] = [end.article, begin.article];
  const isSameFile =
    (end.part.sourceFileId ?? first.source) === (begin.part.sourceFileId ?? second.source);
  if (first.key === second.key || isSameFile || !agree(first.date, second.date)) {
    return Number.NEGATIVE_INFINITY;
  }
  const isOther = first.outlet !== '' && second.outlet !== '' && first.outlet !== second.outlet;
  const signs = scoreJumps({
    end: end.part,
    begin: begin.part,
    isTitle: (words) => saysTitle(first.title, words),
    isEcho: isPrinted(second.titleSource) && saysTitle(first.title, bare(second.title)),
  });
  return signs - (isOther ? 2 : 0);
}

function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

const MADE_UP = new Set(['file-name', 'opening-words']);

/** Whether a title stands somewhere in the file (or was written by the researcher). */
export function isPrinted(source: FactSource | undefined): boolean {
  return source === undefined || !MADE_UP.has(source.rule);
}

function groupBy<T>(list: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Two articles that each say they continue the other are not joined twice. */
function withoutCircles(pairs: readonly PartPair[]): PartPair[] {
  const next = new Map<string, string>();
  return pairs.filter(({ first, second }) => {
    for (let at: string | undefined = second; at !== undefined; at = next.get(at)) {
      if (at === first) return false;
    }
    next.set(first, second);
    return true;
  });
}
