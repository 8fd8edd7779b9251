import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cubicMutualInformation,
  expected,
  keynessLogLikelihood,
  logDice,
  logLikelihood,
  logRatio,
  type Pair,
  percentDifference,
  pointwiseMutualInformation,
} from './association';

/** From the table of bigrams in Dunning (1993): −2 log λ, then the four cells. */
const DUNNING = [
  ['the swiss', 270.72, 110, 2442, 111, 29114],
  ['can be', 263.9, 29, 13, 123, 31612],
  ['previous year', 256.84, 31, 23, 139, 31584],
  ['mineral water', 167.23, 10, 0, 3, 31764],
  ['at the', 157.21, 76, 104, 2476, 29121],
  ['real terms', 157.03, 16, 16, 51, 31694],
  ['natural gas', 146.8, 9, 0, 5, 31763],
  ['owing to', 115.02, 16, 0, 865, 30896],
  ['health insurance', 104.53, 10, 9, 41, 31717],
  ['stiff competition', 100.96, 8, 2, 27, 31740],
] as const;

/** From the tables in Church and Hanks (1990), where N is 15 million: I, f(x, y), f(x), f(y). */
const CHURCH_HANKS = [
  ['honorary doctor', 11.3, 12, 111, 621],
  ['doctors dentists', 11.3, 8, 1105, 44],
  ['doctors nurses', 10.7, 30, 1105, 241],
  ['examined doctor', 9.0, 6, 275, 621],
] as const;

function pairOf(a: number, b: number, c: number, d: number): Pair {
  return { both: a, first: a + b, second: a + c, total: a + b + c + d };
}

const count = fc.integer({ min: 0, max: 10_000 });
const positive = fc.integer({ min: 1, max: 10_000 });

describe('association of two words', () => {
  it.each(DUNNING)('gives the published log-likelihood of %s', (_, published, a, b, c, d) => {
    expect(logLikelihood(pairOf(a, b, c, d))).toBeCloseTo(published, 2);
  });

  it.each(CHURCH_HANKS)('gives the published mutual information of %s', (_, published, ...row) => {
    const [both, first, second] = row;
    const measured = pointwiseMutualInformation({ both, first, second, total: 15_000_000 });
    expect(Math.abs(measured - published)).toBeLessThan(0.06);
  });

  it('gives logDice 14 for what never stands apart, and one less for half as much', () => {
    expect(logDice(7, 7, 7)).toBe(14);
    expect(logDice(7, 14, 14)).toBe(13);
  });

  it('lets the cube weigh frequency', () => {
    const pair = pairOf(8, 8, 8, 1000);
    expect(cubicMutualInformation(pair)).toBeCloseTo(pointwiseMutualInformation(pair) + 6, 10);
  });

  it('is never negative and the same from both sides', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const value = logLikelihood(pairOf(a, b, c, d));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(logLikelihood(pairOf(a, c, b, d))).toBeCloseTo(value, 6);
        expect(logLikelihood(pairOf(d, b, c, a))).toBeCloseTo(value, 6);
      }),
    );
  });

  it('is zero when the proportions are equal', () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 50 }), (a, b, times) => {
        const pair = pairOf(a, b, a * times, b * times);
        expect(logLikelihood(pair)).toBeCloseTo(0, 6);
        expect(pointwiseMutualInformation(pair)).toBeCloseTo(0, 10);
        expect(expected(pair)).toBeCloseTo(a, 6);
      }),
    );
  });
});

describe('comparison of two collections', () => {
  it('follows the formula of Rayson and Garside', () => {
    // Worked by hand: E₁ = 1000 · 30 / 3000 = 10, E₂ = 20; 2 (20 ln 2 + 10 ln ½) = 20 ln 2.
    const value = keynessLogLikelihood({ a: 20, sizeA: 1000, b: 10, sizeB: 2000 });
    expect(value).toBeCloseTo(20 * Math.LN2, 10);
  });

  it('nears the form with four cells as the words become rare', () => {
    const rare = { a: 12, sizeA: 1_000_000, b: 3, sizeB: 1_000_000 };
    const four = logLikelihood({ both: 12, first: 1_000_000, second: 15, total: 2_000_000 });
    expect(keynessLogLikelihood(rare)).toBeCloseTo(four, 3);
  });

  it('gives the size of the difference in per cent and in powers of two', () => {
    const four = { a: 40, sizeA: 1000, b: 20, sizeB: 2000 };
    expect(percentDifference(four)).toBeCloseTo(300, 10);
    expect(logRatio(four)).toBeCloseTo(2, 10);
    expect(percentDifference({ ...four, b: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(logRatio({ a: 8, sizeA: 100, b: 0, sizeB: 100 })).toBe(4);
  });

  it('changes the direction, not the amount, when the collections change places', () => {
    fc.assert(
      fc.property(positive, positive, positive, positive, (a, b, moreA, moreB) => {
        const there = { a, sizeA: a + moreA, b, sizeB: b + moreB };
        const back = { a: b, sizeA: b + moreB, b: a, sizeB: a + moreA };
        expect(keynessLogLikelihood(there)).toBeCloseTo(keynessLogLikelihood(back), 6);
        expect(logRatio(there)).toBeCloseTo(-logRatio(back), 10);
      }),
    );
  });

  it('is zero when the proportions are equal', () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 50 }), (a, more, times) => {
        const same = { a, sizeA: a + more, b: a * times, sizeB: (a + more) * times };
        expect(keynessLogLikelihood(same)).toBeCloseTo(0, 6);
        expect(percentDifference(same)).toBeCloseTo(0, 6);
        expect(logRatio(same)).toBeCloseTo(0, 10);
      }),
    );
  });
});
