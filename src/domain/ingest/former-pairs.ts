import type { OpenPart, SourceLines } from '../model';
import type { PartPair } from './match-parts';

/** An article of a file that was read again, as far as finding its former other part asks. */
export interface ReadAgain {
  /** Names the article among those that are given. */
  key: string;
  sourceFileId: string;
  /** 1-based lines of its file, inclusive; until the next article begins if that is not known. */
  firstLine: number;
  lastLine: number;
  openParts: readonly OpenPart[];
}

/**
 * The pairs of marks at which articles were joined before, in their files' new reading: what was one
 * article stays one as long as both marks are still read, whatever else is read differently now.
 *
 * @param formers the parts of each joined article, in reading order
 */
export function formerPairs(
  formers: readonly (readonly SourceLines[])[],
  articles: readonly ReadAgain[],
): PartPair[] {
  const pairs: PartPair[] = [];
  const taken = new Set<OpenPart>();
  for (const parts of formers) {
    for (const [index, part] of parts.entries()) {
      const rest = parts[index + 1];
      if (rest === undefined || rest.sourceFileId === part.sourceFileId) continue;
      const end = nearest(articles, part, 'next', part.lastLine, taken);
      const begin = nearest(articles, rest, 'previous', rest.firstLine, taken);
      if (end === null || begin === null || end.key === begin.key) continue;
      taken.add(end.mark).add(begin.mark);
      pairs.push({ first: end.key, second: begin.key, end: end.mark, begin: begin.mark });
    }
  }
  return pairs;
}

interface Found {
  key: string;
  mark: OpenPart;
  distance: number;
}

/** The mark of an article with lines of the part, the nearest to where the part was joined. */
function nearest(
  articles: readonly ReadAgain[],
  part: SourceLines,
  to: OpenPart['to'],
  line: number,
  taken: ReadonlySet<OpenPart>,
): Found | null {
  let best: Found | null = null;
  for (const { key, sourceFileId, firstLine, lastLine, openParts } of articles) {
    if (sourceFileId !== part.sourceFileId) continue;
    if (firstLine > part.lastLine || lastLine < part.firstLine) continue;
    for (const mark of openParts) {
      if (mark.to !== to || taken.has(mark) || mark.sourceFileId !== undefined) continue;
      const distance = Math.abs(mark.line - line);
      if (best === null || distance < best.distance) best = { key, mark, distance };
    }
  }
  return best;
}
