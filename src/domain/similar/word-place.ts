import { CHANCE } from './chance';
import type { WordMap } from './word-map';

/** Occurrences of the words that are looked at within the bounds their neighbours set. */
const MAX_OCCURRENCES = 100;

/**
 * Where the old words `[first, last)` stand together in the new text. When the alignment has them
 * apart, it may have matched the character beside an edit (one of two equal ones was deleted): then
 * they are looked for between the partners of their neighbours, where most of them were aligned.
 *
 * @returns index of the first of them in the new words, -1 when they do not stand together
 */
export function placeOfWords(map: WordMap, first: number, last: number): number {
  const { before, after, to } = map;
  const start = to[first] ?? -1;
  let missing = 0;
  let together = start >= 0;
  for (let index = first; index < last; index += 1) {
    const partner = to[index] ?? -1;
    if (partner < 0) missing += 1;
    if (partner !== start + index - first) together = false;
  }
  if (together) return start;
  const length = last - first;
  let left = first - 1;
  while (left >= 0 && (to[left] ?? -1) < 0) left -= 1;
  let right = last;
  while (right < to.length && (to[right] ?? -1) < 0) right += 1;
  const low = Math.max(0, (left < 0 ? 0 : (to[left] ?? 0) + 1) - missing);
  const high = (right < to.length ? (to[right] ?? 0) : after.text.length) + missing;
  const words = before.text.slice(first, last);
  const window = after.text.slice(low, Math.max(low, high));
  let best = -1;
  let bestKept = -1;
  let occurrences = 0;
  for (let at = window.indexOf(words); at !== -1; at = window.indexOf(words, at + 1)) {
    occurrences += 1;
    if (occurrences > MAX_OCCURRENCES) break;
    const kept = alignedAt(to, first, last, low + at);
    if (kept <= bestKept) continue;
    best = low + at;
    bestKept = kept;
  }
  const sure = bestKept > 0 || (occurrences === 1 && length >= CHANCE);
  return sure ? best : -1;
}

/** How many of the words were aligned to this very place. */
function alignedAt(to: Int32Array, first: number, last: number, place: number): number {
  let kept = 0;
  for (let index = first; index < last; index += 1)
    if (to[index] === place + index - first) kept += 1;
  return kept;
}
