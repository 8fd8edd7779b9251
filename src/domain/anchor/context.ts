import type { Anchor } from '@domain/model';

/** Places compared in full; more of them are first reduced by a quick comparison. */
const COMPARED_IN_FULL = 200;

interface Scored {
  at: number;
  score: number;
}

/**
 * Chooses, among places where the anchor's words stand, the one whose surroundings are most like the
 * anchor's; of equals the nearest to the old position.
 *
 * @returns `undefined` when the anchor has surroundings and no place is like them at all
 */
export function byContext(
  text: string,
  anchor: Anchor,
  places: readonly number[],
): number | undefined {
  const distance = (at: number) => Math.abs(at - anchor.start);
  const best = (a: Scored, b: Scored) => b.score - a.score || distance(a.at) - distance(b.at);
  const touching = places.map((at) => ({ at, score: touchingContext(text, anchor, at) }));
  const scored = touching
    .sort(best)
    .slice(0, COMPARED_IN_FULL)
    .map(({ at, score }) => ({ at, score: score + similarContext(text, anchor, at) }))
    .sort(best);
  const first = scored[0];
  const hasContext = anchor.prefix !== '' || anchor.suffix !== '';
  return first && (first.score > 0 || !hasContext) ? first.at : undefined;
}

/** How many code units right before and right after are still the same. */
function touchingContext(text: string, { prefix, suffix, exact }: Anchor, at: number): number {
  const end = at + exact.length;
  let before = 0;
  while (before < prefix.length && prefix[prefix.length - 1 - before] === text[at - 1 - before])
    before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return before + after;
}

/** How much of the surroundings is kept in order, so that an edit right beside the words is forgiven. */
function similarContext(text: string, { prefix, suffix, exact }: Anchor, at: number): number {
  const end = at + exact.length;
  return (
    commonSubsequence(prefix, text.slice(Math.max(0, at - prefix.length), at)) +
    commonSubsequence(suffix, text.slice(end, end + suffix.length))
  );
}

/** Length of the longest common subsequence. */
export function commonSubsequence(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a.split('')) {
    const next = [0];
    for (let index = 0; index < b.length; index++) {
      const kept = Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(b[index] === left ? Math.max(kept, (row[index] ?? 0) + 1) : kept);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
