import { keynessLogLikelihood, logRatio, percentDifference } from './association';
import type { TokenCounts } from './counts';

/** A word or phrase whose frequency differs between two collections of articles. */
export interface Keyword {
  word: string;
  /** Frequencies in the first and the second collection. */
  a: number;
  b: number;
  /** Negative when it is rarer in the first collection. */
  ll: number;
  /** `Infinity` when the second collection has none. */
  percent: number;
  logRatio: number;
}

/**
 * Compares how often words occur in two collections.
 *
 * @param least of both frequencies together
 */
export function keywords(first: TokenCounts, second: TokenCounts, least: number): Keyword[] {
  const rows: Keyword[] = [];
  const compare = (word: string, a: number, b: number) => {
    if (a + b < least) return;
    const comparison = { a, sizeA: first.total, b, sizeB: second.total };
    const ratio = a / first.total - b / second.total;
    rows.push({
      word,
      a,
      b,
      ll: Math.sign(ratio) * keynessLogLikelihood(comparison),
      percent: percentDifference(comparison),
      logRatio: logRatio(comparison),
    });
  };
  const [inFirst, inSecond] = [first.counts, second.counts];
  for (const [key, a] of inFirst) compare(first.form(key), a, inSecond.get(key) ?? 0);
  for (const [key, b] of inSecond) if (!inFirst.has(key)) compare(second.form(key), 0, b);
  return rows;
}
