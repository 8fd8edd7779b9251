import type { Anchor } from '@domain/model';
import { byContext } from './context';
import { graphemeEnd, graphemeStart, withoutHalfPairs } from './graphemes';

/** Length of an anchor's prefix and suffix, in UTF-16 code units at most. */
export const CONTEXT_LENGTH = 32;

/** The range holds no text, so there is nothing to anchor. */
export class EmptyRangeError extends Error {
  readonly code = 'anchor-empty-range';
  constructor(
    readonly start: number,
    readonly end: number,
  ) {
    super(`No text between ${start} and ${end}`);
    this.name = 'EmptyRangeError';
  }
}

/**
 * Anchors a range of `text` by position and by quote (W3C TextPositionSelector, TextQuoteSelector).
 *
 * @param start offset in UTF-16 code units; clamped to the text, moved back to a character's edge
 * @param end offset in UTF-16 code units, exclusive; clamped, moved on to a character's edge
 * @throws EmptyRangeError when nothing lies between start and end
 */
export function createAnchor(text: string, start: number, end: number): Anchor {
  const from = clamp(start, text.length);
  const to = clamp(end, text.length);
  if (from >= to) throw new EmptyRangeError(start, end);
  return anchorAt(text, graphemeStart(text, from), graphemeEnd(text, to));
}

function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: withoutHalfPairs(text.slice(Math.max(0, start - CONTEXT_LENGTH), start)),
    suffix: withoutHalfPairs(text.slice(end, end + CONTEXT_LENGTH)),
  };
}

/** Where an anchor was found: offsets in UTF-16 code units, end exclusive. */
export interface ResolvedAnchor {
  start: number;
  end: number;
  /** `position`: where it was; `quote`: found elsewhere by its words. */
  how: 'position' | 'quote';
}

/**
 * Finds an anchor's place in a text that may have changed: first by position, if the words and what
 * surrounds them are still there; then among all places with the same words by the similarity of
 * what surrounds them, then by nearness to the old position. The order of fallbacks is that of
 * Hypothesis' `anchoring/html.ts`; the words must match exactly.
 *
 * @returns `null` when the words are gone, or stand in several places none of which looks like the old
 */
export function resolveAnchor(text: string, anchor: Anchor): ResolvedAnchor | null {
  const { start, end, exact, prefix, suffix } = anchor;
  if (exact === '') return null;
  if (
    end - start === exact.length &&
    text.startsWith(exact, start) &&
    text.slice(0, start).endsWith(prefix) &&
    text.startsWith(suffix, end)
  )
    return { start, end, how: 'position' };
  const places: number[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) places.push(at);
  const place = places.length > 1 ? byContext(text, anchor, places) : places[0];
  if (place === undefined) return null;
  return { start: place, end: place + exact.length, how: place === start ? 'position' : 'quote' };
}

function clamp(offset: number, length: number): number {
  return Number.isFinite(offset) ? Math.min(length, Math.max(0, Math.trunc(offset))) : 0;
}
