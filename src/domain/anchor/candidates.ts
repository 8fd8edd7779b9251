import type { Anchor } from '@domain/model';
import { commonSubsequence } from './context';
import { graphemeEnd, graphemeStart } from './graphemes';

/** A place that a quote may have gone to: UTF-16 offsets, end exclusive. */
export interface Candidate {
  start: number;
  end: number;
  /** How alike the words are, 0 to 1; 1: the same. */
  words: number;
  /** How alike the surroundings are, 0 to 1. */
  context: number;
}

/** Units that are compared at the most: a longer quote is judged by its beginning. */
const COMPARED = 200;
const LEAST_ALIKE = 0.5;
const TRIED = 60;

/**
 * Where an anchor's words may stand now, the best first: the same words anywhere, and passages that
 * are like them. They are offered; whether one is taken is for the reader or `clearCandidate` to say.
 */
export function findCandidates(text: string, anchor: Anchor, most = 5): Candidate[] {
  if (anchor.exact === '' || text === '') return [];
  const starts = new Map<number, number>();
  for (const [at, votes] of exactPlaces(text, anchor)) starts.set(at, votes);
  if (starts.size === 0) for (const [at, votes] of votedPlaces(text, anchor)) starts.set(at, votes);
  const tried = [...starts].sort((a, b) => b[1] - a[1]).slice(0, TRIED);
  const found = tried
    .map(([start]) => judge(text, anchor, start))
    .filter(({ start, end, words }) => start < end && words >= LEAST_ALIKE)
    .sort((a, b) => score(b) - score(a));
  const kept: Candidate[] = [];
  for (const one of found) {
    if (kept.length >= most) break;
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  }
  return kept;
}

/** The one candidate that needs no question: the same words, and clearly nearest to what was around. */
export function clearCandidate(candidates: readonly Candidate[]): Candidate | null {
  const [first, second] = candidates;
  if (first === undefined || first.words < 1) return null;
  if (second === undefined || second.words < 1) return first.context > 0.3 ? first : null;
  return first.context > 0.5 && first.context - second.context > 0.25 ? first : null;
}

function score({ words, context }: Candidate): number {
  return words * 2 + context;
}

function judge(text: string, { exact, prefix, suffix }: Anchor, at: number): Candidate {
  const start = graphemeStart(text, Math.max(0, Math.min(text.length, at)));
  const line = text.indexOf('\n', start);
  const edge = exact.includes('\n') || line === -1 ? text.length : line;
  const end = graphemeEnd(text, Math.min(edge, start + exact.length));
  const alike = (a: string, b: string) =>
    a === ''
      ? 0
      : commonSubsequence(a.slice(0, COMPARED), b.slice(0, COMPARED)) /
        Math.min(COMPARED, a.length);
  const around = prefix.length + suffix.length;
  const before =
    alike(prefix, text.slice(Math.max(0, start - prefix.length), start)) * prefix.length;
  const after = alike(suffix, text.slice(end, end + suffix.length)) * suffix.length;
  const words = text.slice(start, end);
  return {
    start,
    end,
    words: words === exact ? 1 : Math.min(0.99, alike(exact, words)),
    context: around === 0 ? 0 : (before + after) / around,
  };
}

function exactPlaces(text: string, anchor: Anchor): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = text.indexOf(anchor.exact); at !== -1; at = text.indexOf(anchor.exact, at + 1)) {
    // Those near to where it was are tried first should there be very many.
    let votes = 1 / (1 + Math.abs(at - anchor.start));
    for (let n = 1; n <= 8; n += 1) {
      if (anchor.prefix.at(-n) !== undefined && anchor.prefix.at(-n) === text[at - n]) votes += 1;
    }
    for (let n = 0; n < 8; n += 1) {
      const unit = anchor.suffix[n];
      if (unit !== undefined && unit === text[at + anchor.exact.length + n]) votes += 1;
    }
    places.set(at, votes);
  }
  return places;
}

/** Every pair of units of the quote that stands in the text votes for a beginning. */
function votedPlaces(text: string, { exact, prefix, suffix }: Anchor): Map<number, number> {
  const votes = new Map<number, number>();
  const vote = (words: string, offset: number) => {
    for (let i = 0; i + 2 <= words.length; i += 1) {
      const pair = words.slice(i, i + 2);
      for (let at = text.indexOf(pair); at !== -1; at = text.indexOf(pair, at + 1)) {
        const start = at - i - offset;
        votes.set(start, (votes.get(start) ?? 0) + 1);
      }
    }
  };
  vote(exact.slice(0, COMPARED), 0);
  vote(prefix.slice(-8), -Math.min(8, prefix.length));
  vote(suffix.slice(0, 8), exact.length);
  return votes;
}
