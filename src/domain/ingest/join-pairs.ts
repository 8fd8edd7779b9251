import type { OpenPart } from '../model';
import { type JoinableArticle, joinParts } from './join-parts';
import type { PartPair } from './match-parts';

/** An article while parts are being joined. */
export interface Seat {
  key: string;
  /** With what was joined to it. */
  whole: JoinableArticle;
  /** The article that this one became part of. */
  into: Seat | null;
  /** Those that became part of this one, in reading order. */
  members: Seat[];
}

/**
 * Joins the articles of the pairs, one pair after the other. Pairs of which an article is missing, or
 * the second is part of another by now, are passed over.
 *
 * @param wholes by the keys that the pairs name
 */
export function joinPairs(
  wholes: ReadonlyMap<string, JoinableArticle>,
  pairs: readonly PartPair[],
): Map<string, Seat> {
  const seats = new Map<string, Seat>();
  for (const [key, whole] of wholes) seats.set(key, { key, whole, into: null, members: [] });
  for (const { first, second, end, begin } of pairs) {
    const [from, other] = [seats.get(first), seats.get(second)];
    const [one, two] = [wholes.get(first), wholes.get(second)];
    if (!from || !other || !one || !two) continue;
    const seat = headOf(from);
    // No words come twice, and none in a circle.
    if (other.into !== null || seat === other) continue;
    seat.whole = joinParts(seat.whole, other.whole, {
      end: markIn(seat.whole, end, one),
      begin: markIn(other.whole, begin, two),
    });
    other.into = seat;
    seat.members.push(other, ...other.members);
  }
  return seats;
}

/** The article that this one is part of now, or itself. */
export function headOf(seat: Seat): Seat {
  let at = seat;
  while (at.into !== null) at = at.into;
  return at;
}

/** The article's own record of a mark that `of` has, which may be that of a part by now. */
function markIn(article: JoinableArticle, part: OpenPart, of: JoinableArticle): OpenPart {
  const source = part.sourceFileId ?? of.sourceFileId;
  const found = article.openParts?.find(
    (each) =>
      each.to === part.to &&
      each.line === part.line &&
      (each.sourceFileId ?? article.sourceFileId) === source,
  );
  return found ?? part;
}
