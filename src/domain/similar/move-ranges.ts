import { firstAtLeast } from '@shared/sorted-numbers';
import { cutsPair } from './align';
import { foldUnit, isSpaceUnit, isWordUnit } from './fold';
import { BARRIER, mapWords, type WordMap } from './word-map';
import { placeOfWords } from './word-place';

/** UTF-16 offsets, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where a range lies in the new text. */
export interface MovedRange extends TextRange {
  /** The same characters but for white space; else punctuation, width or case differ. */
  exact: boolean;
}

export interface MovedAmong extends MovedRange {
  /** Which of the new texts it lies in. */
  index: number;
}

/**
 * Where each range of an old text lies in a new one. The texts are aligned by their words, so that
 * joined and split paragraphs, other white space and repaired punctuation change nothing, and a
 * repeated phrase is found in its own place. A result is never empty, lies within the text and cuts
 * no surrogate pair.
 *
 * @param ranges are clamped to the old text and widened to whole surrogate pairs
 * @returns for each range `null` when not all of its words stand together any more, and when it is
 *   empty or white space alone
 */
export function moveRanges(
  before: string,
  after: string,
  ranges: readonly TextRange[],
): (MovedRange | null)[] {
  return moveRangesAmong(before, [after], ranges).map(
    (moved) => moved && { start: moved.start, end: moved.end, exact: moved.exact },
  );
}

/**
 * As `moveRanges`, for an article that was split into several or gave text to its neighbours. A
 * range that now lies in two texts is split apart: `null`.
 */
export function moveRangesAmong(
  before: string,
  afters: readonly string[],
  ranges: readonly TextRange[],
): (MovedAmong | null)[] {
  const joined = afters.join(BARRIER);
  const map = mapWords(before, joined);
  return ranges.map((range) => {
    const from = widened(before, range);
    const place = from && placeOf(before, joined, map, from);
    if (!from || !place) return null;
    const to = widened(joined, place);
    if (!to) return null;
    let index = 0;
    let start = 0;
    while (to.start > start + (afters[index] ?? '').length) {
      start += (afters[index] ?? '').length + BARRIER.length;
      index += 1;
    }
    const exact = withoutSpace(before, from) === withoutSpace(joined, to);
    return { index, start: to.start - start, end: to.end - start, exact };
  });
}

function widened(text: string, range: TextRange): TextRange | null {
  const clamp = (at: number) => Math.max(0, Math.min(text.length, Math.trunc(at) || 0));
  const start = clamp(range.start);
  const end = clamp(range.end);
  if (start >= end) return null;
  return {
    start: cutsPair(text, start) ? start - 1 : start,
    end: cutsPair(text, end) ? end + 1 : end,
  };
}

function placeOf(before: string, after: string, map: WordMap, range: TextRange): TextRange | null {
  const first = firstAtLeast(map.before.at, range.start);
  const last = firstAtLeast(map.before.at, range.end);
  if (first === last) return placeOfMarks(before, after, map, range, first);
  const place = placeOfWords(map, first, last);
  if (place < 0) return null;
  const start = map.after.at[place] ?? 0;
  const end = (map.after.at[place + last - first - 1] ?? 0) + 1;
  const leading = marks(before, range.start, map.before.at[first] ?? 0).reverse();
  const trailing = marks(before, (map.before.at[last - 1] ?? 0) + 1, range.end);
  return {
    start: follow(leading, after, start - 1, -1).at(-1) ?? start,
    end: (follow(trailing, after, end, 1).at(-1) ?? end - 1) + 1,
  };
}

/** A range of punctuation alone goes with the word before it, else with the one after it. */
function placeOfMarks(
  before: string,
  after: string,
  { before: old, after: fresh, to }: WordMap,
  range: TextRange,
  next: number,
): TextRange | null {
  const wanted = marks(before, range.start, range.end).length;
  if (wanted === 0) return null;
  const left = next > 0 ? fresh.at[to[next - 1] ?? -1] : -1;
  const right = next < old.at.length ? fresh.at[to[next] ?? -1] : after.length;
  if (left !== undefined) {
    const run = marks(before, next > 0 ? (old.at[next - 1] ?? 0) + 1 : 0, range.end);
    const places = follow(run, after, left + 1, 1);
    if (places.length === run.length)
      return { start: places[run.length - wanted] ?? 0, end: (places.at(-1) ?? 0) + 1 };
  }
  if (right !== undefined) {
    const run = marks(before, range.start, old.at[next] ?? before.length).reverse();
    const places = follow(run, after, right - 1, -1);
    if (places.length === run.length)
      return { start: places.at(-1) ?? 0, end: (places[run.length - wanted] ?? 0) + 1 };
  }
  return null;
}

/** The punctuation units of `[from, to)`, where no words are. */
function marks(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isSpaceUnit(unit)) found.push(unit);
  }
  return found;
}

/**
 * Meets the marks one after another from `from` on in steps of `step`, over white space.
 *
 * @returns the places of those that are met before a word or another mark
 */
function follow(wanted: readonly number[], text: string, from: number, step: 1 | -1): number[] {
  const places: number[] = [];
  for (let at = from; at >= 0 && at < text.length && places.length < wanted.length; at += step) {
    const unit = text.charCodeAt(at);
    if (isSpaceUnit(unit)) continue;
    if (isWordUnit(unit) || text[at] === BARRIER) break;
    if (foldUnit(unit) !== foldUnit(wanted[places.length] ?? -1)) break;
    places.push(at);
  }
  return places;
}

function withoutSpace(text: string, { start, end }: TextRange): string {
  return text.slice(start, end).replace(/\s+/g, '');
}
