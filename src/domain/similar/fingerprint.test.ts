import { Random } from '@domain/ingest/testing/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BINS,
  estimate,
  fingerprintOf,
  hasSketch,
  isSame,
  packFingerprints,
  unpackFingerprints,
} from './fingerprint';
import { similarity } from './similarity';
import { generatedText, misread } from './testing/generated-texts';

describe('fingerprintOf', () => {
  it('looks past white space, punctuation, width, case and compatibility forms', () => {
    const text = fingerprintOf('“三社联动”的ＡＢＣ模式，\n覆盖３２个社区（村）。');
    const other = fingerprintOf('"三社联动"的 abc 模式,覆盖 32 个⽣社区(村).'.replace('⽣', ''));
    expect(isSame(text, other)).toBe(true);
    expect(other.bins).toEqual(text.bins);
    expect(isSame(fingerprintOf('⼈⺠'), fingerprintOf('人⺠'))).toBe(true);
  });

  it('keeps apart what differs by a word, a digit or the script', () => {
    const texts = ['走访32户困难家庭', '走访23户困难家庭', '走访32户困难家底', '走訪32戶困難家庭'];
    const hashes = new Set(
      texts.map((text) => `${fingerprintOf(text).high} ${fingerprintOf(text).low}`),
    );
    expect(hashes.size).toBe(texts.length);
  });

  it('finds texts without words like nothing and short ones like themselves alone', () => {
    for (const empty of ['', ' \n\u3000', '……。“”', '▲●'])
      expect(isSame(fingerprintOf(empty), fingerprintOf(empty))).toBe(false);
    expect(estimate(fingerprintOf(''), fingerprintOf(''))).toBe(0);
    const short = fingerprintOf('编者按。');
    expect(hasSketch(short)).toBe(false);
    expect(estimate(short, fingerprintOf('编者按'))).toBe(1);
    expect(estimate(short, fingerprintOf('编后语'))).toBe(0);
    expect(hasSketch(fingerprintOf('编者的按语'))).toBe(true);
  });

  it('fills every bin of any text that has a shingle', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }), (text) => {
        const { bins } = fingerprintOf(text);
        expect(bins).toHaveLength(BINS);
        expect([...bins].every((value) => value !== 0) || bins.every((value) => value === 0)).toBe(
          true,
        );
      }),
    );
  });

  it('estimates the similarity without leaning to a side', () => {
    const random = new Random(7);
    for (const length of [60, 200, 1500]) {
      let sum = 0;
      let worst = 0;
      for (let count = 0; count < 120; count += 1) {
        const text = generatedText(random, length);
        const other = misread(random, text, random.next() * 0.08);
        const off = estimate(fingerprintOf(text), fingerprintOf(other)) - similarity(text, other);
        sum += off;
        worst = Math.max(worst, Math.abs(off));
      }
      expect(Math.abs(sum / 120)).toBeLessThan(0.02);
      expect(worst).toBeLessThan(0.3);
    }
  });

  it('has no collisions of hashes among many texts that hardly differ', () => {
    const hashes = new Set<string>();
    for (let count = 0; count < 20_000; count += 1) {
      const { high, low } = fingerprintOf(`第${count}号公告`);
      hashes.add(`${high} ${low}`);
    }
    expect(hashes.size).toBe(20_000);
  });
});

describe('packFingerprints', () => {
  it('gives back what was packed', () => {
    const list = ['', '编者按', generatedText(new Random(1), 300)].map(fingerprintOf);
    const pack = packFingerprints(list);
    expect(pack.hashes).toHaveLength(6);
    expect(pack.bins).toHaveLength(3 * BINS);
    expect(unpackFingerprints(pack)).toEqual(list);
    expect(unpackFingerprints(packFingerprints([]))).toEqual([]);
  });

  it('refuses arrays that do not belong together', () => {
    const pack = { hashes: new Uint32Array(4), bins: new Uint16Array(BINS) };
    expect(() => unpackFingerprints(pack)).toThrow(RangeError);
  });
});
