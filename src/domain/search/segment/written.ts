import { foldsTo } from '../fold';
import { type ByteRange, CHANGED, type Dictionary, pairsOfUnit, rangeOfPair } from './dictionary';

/** Whether `offset` units on a position of a list has to stand, or must not. */
export interface Condition extends ByteRange {
  offset: number;
  isThere: boolean;
}

/**
 * What has to be true of the places of a folded text for the text to stand there as written.
 * @returns null when it stands nowhere
 */
export function conditionsOf(
  dictionary: Dictionary,
  text: string,
  folded: string,
): Condition[] | null {
  const conditions: Condition[] = [];
  const { from, to } = pairsOfUnit(dictionary, CHANGED);
  for (let offset = 0; offset < text.length; offset += 1) {
    const written = text.charCodeAt(offset);
    const unit = folded.charCodeAt(offset);
    if (written !== unit) {
      const range = rangeOfPair(dictionary, CHANGED, written);
      if (range.start === range.end) return null;
      conditions.push({ offset, isThere: true, ...range });
      continue;
    }
    for (let pair = from; pair < to; pair += 1) {
      if (!foldsTo(dictionary.seconds[pair] as number, unit)) continue;
      const start = dictionary.ends[pair] as number;
      conditions.push({ offset, isThere: false, start, end: dictionary.ends[pair + 1] as number });
    }
  }
  return conditions;
}
