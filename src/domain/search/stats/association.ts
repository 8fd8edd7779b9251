/**
 * Measures over frequencies. All take counts (not rates), never throw, and treat 0 · ln 0 as 0, its
 * limit.
 */

/**
 * Observed frequencies of two things that may go together:
 *
 * |             | the word          | other words |
 * |-------------|-------------------|-------------|
 * | near        | `both`            | `first - both` |
 * | elsewhere   | `second - both`   | the rest of `total` |
 */
export interface Pair {
  /** O₁₁: both at once. */
  both: number;
  /** R₁: all of the first, with and without the second. */
  first: number;
  /** C₁: all of the second. */
  second: number;
  /** N. */
  total: number;
}

/** What `both` would be if the two had nothing to do with each other: E₁₁ = R₁ · C₁ / N. */
export function expected({ first, second, total }: Pair): number {
  return total === 0 ? 0 : (first * second) / total;
}

/**
 * The log-likelihood ratio over all four cells, G² = 2 Σ O · ln(O / E). It tells how sure it is that
 * the two go together, and grows with the amount of text.
 *
 * Source: T. Dunning, “Accurate Methods for the Statistics of Surprise and Coincidence”,
 * Computational Linguistics 19 (1993), 61–74 (there −2 log λ).
 *
 * @returns not negative; 0 when the proportions are equal
 */
export function logLikelihood({ both, first, second, total }: Pair): number {
  const cells = [
    [both, first, second],
    [first - both, first, total - second],
    [second - both, total - first, second],
    [total - first - second + both, total - first, total - second],
  ] as const;
  let sum = 0;
  for (const [observed, row, column] of cells) {
    if (observed > 0) sum += observed * Math.log((observed * total) / (row * column));
  }
  // What rounding leaves of nothing must not look like a measurement.
  return Math.max(0, 2 * sum);
}

/**
 * Pointwise mutual information, log₂(O₁₁ / E₁₁): how many times as often as by chance, in powers of
 * two. It prefers rare words.
 *
 * Source: K. W. Church and P. Hanks, “Word Association Norms, Mutual Information, and Lexicography”,
 * Computational Linguistics 16 (1990), 22–29.
 *
 * @returns `-Infinity` when they never meet
 */
export function pointwiseMutualInformation(pair: Pair): number {
  return Math.log2(pair.both / expected(pair));
}

/**
 * MI³, log₂(O₁₁³ / E₁₁): mutual information that prefers rare words less.
 *
 * Source: B. Daille, “Approche mixte pour l'extraction automatique de terminologie” (1994), as in
 * M. P. Oakes, Statistics for Corpus Linguistics (1998), 171–172.
 */
export function cubicMutualInformation(pair: Pair): number {
  return Math.log2(pair.both ** 3 / expected(pair));
}

/**
 * logDice, 14 + log₂(2 · f(AB) / (f(A) + f(B))): does not depend on the amount of text; 14 when the
 * two never stand apart.
 *
 * Source: P. Rychlý, “A Lexicographer-Friendly Association Score”, RASLAN 2008, 6–9.
 */
export function logDice(both: number, first: number, second: number): number {
  return 14 + Math.log2((2 * both) / (first + second));
}

/** How often something occurs in two collections of text, and how much text each has. */
export interface Comparison {
  /** Frequency in the first collection and its size, in the same units. */
  a: number;
  sizeA: number;
  b: number;
  sizeB: number;
}

/**
 * The log-likelihood of a difference between two collections in the form for comparing frequency
 * profiles: 2 (a · ln(a / E₁) + b · ln(b / E₂)) with E₁ = sizeA (a + b) / (sizeA + sizeB) and E₂
 * likewise.
 *
 * Source: P. Rayson and R. Garside, “Comparing Corpora using Frequency Profiling”, Proceedings of the
 * Workshop on Comparing Corpora, ACL 2000, 1–6.
 *
 * @returns not negative; 0 when the proportions are equal; it does not tell the direction
 */
export function keynessLogLikelihood({ a, sizeA, b, sizeB }: Comparison): number {
  const share = (a + b) / (sizeA + sizeB);
  const term = (observed: number, size: number) =>
    observed === 0 ? 0 : observed * Math.log(observed / (size * share));
  return Math.max(0, 2 * (term(a, sizeA) + term(b, sizeB)));
}

/**
 * The difference of the relative frequencies in per cent of the second one.
 *
 * Source: C. Gabrielatos and A. Marchi, “Keyness: Matching metrics to definitions” (2011).
 *
 * @returns `Infinity` when the second collection has none; 0 when neither has any
 */
export function percentDifference({ a, sizeA, b, sizeB }: Comparison): number {
  if (a === 0 && b === 0) return 0;
  const inB = b / sizeB;
  return ((a / sizeA - inB) / inB) * 100;
}

/**
 * The binary logarithm of the ratio of the relative frequencies: 1 is twice, 2 four times as frequent
 * in the first collection, -1 half as frequent. A frequency of 0 counts as one half.
 *
 * Source: A. Hardie, “Log Ratio: an informal introduction”, CASS (2014).
 */
export function logRatio({ a, sizeA, b, sizeB }: Comparison): number {
  return Math.log2((a || 0.5) / sizeA / ((b || 0.5) / sizeB));
}
