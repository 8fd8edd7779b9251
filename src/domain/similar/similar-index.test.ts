import { Random } from '@domain/ingest/testing/random';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint';
import { CANDIDATE_ESTIMATE, SimilarIndex } from './similar-index';
import { similarity } from './similarity';
import { generatedText, misread } from './testing/generated-texts';

/** Milliseconds for a slow machine: these look at thousands of texts. */
const PATIENCE = 60_000;

const keysOf = (index: SimilarIndex, text: string, limit?: number) =>
  index.candidates(fingerprintOf(text), limit).map(({ key }) => key);

describe('SimilarIndex', () => {
  it('finds the same text first, then those that are like it', () => {
    const random = new Random(1);
    const text = generatedText(random, 400);
    const index = new SimilarIndex();
    index.add(1, fingerprintOf(generatedText(random, 400)));
    index.add(2, fingerprintOf(misread(random, text, 0.01)));
    index.add(3, fingerprintOf(`${text.replaceAll('，', ',')}\n`));
    const found = index.candidates(fingerprintOf(text));
    expect(found.map(({ key }) => key)).toEqual([3, 2]);
    expect(found[0]).toMatchObject({ estimate: 1, same: true });
    expect(found[1]?.same).toBe(false);
    expect(found[1]?.estimate).toBeGreaterThanOrEqual(CANDIDATE_ESTIMATE);
  });

  it('finds short texts by their words and texts without words never', () => {
    const index = new SimilarIndex();
    index.add(1, fingerprintOf('编者按'));
    index.add(2, fingerprintOf('。'));
    index.add(3, fingerprintOf('编后语'));
    expect(index.size).toBe(2);
    expect(keysOf(index, '编者按：')).toEqual([1]);
    expect(keysOf(index, '。')).toEqual([]);
    expect(keysOf(index, '')).toEqual([]);
    expect(keysOf(new SimilarIndex(), '编者按')).toEqual([]);
  });

  it('replaces a key that is added again and forgets one that is removed', () => {
    const random = new Random(2);
    const [first, second] = [generatedText(random, 200), generatedText(random, 200)];
    const index = new SimilarIndex();
    index.add(7, fingerprintOf(first));
    index.add(7, fingerprintOf(second));
    expect(keysOf(index, first)).toEqual([]);
    expect(keysOf(index, second)).toEqual([7]);
    index.remove(7);
    index.remove(7);
    index.remove(99);
    expect(keysOf(index, second)).toEqual([]);
    expect(index.size).toBe(0);
  });

  it('keeps all keys of one text, whichever of them goes', () => {
    const fingerprint = fingerprintOf(generatedText(new Random(3), 200));
    const index = new SimilarIndex();
    const keys = () => index.candidates(fingerprint).map(({ key }) => key);
    for (const key of [1, 2, 3, 4]) index.add(key, fingerprint);
    index.remove(1);
    index.remove(3);
    expect(keys().sort()).toEqual([2, 4]);
    index.remove(2);
    expect(keys()).toEqual([4]);
    index.add(5, fingerprint);
    expect(keys()).toEqual([4, 5]);
  });

  it(
    'holds what it should after many texts came and went',
    () => {
      const random = new Random(4);
      const index = new SimilarIndex();
      const held = new Map<number, string>();
      for (let turn = 0; turn < 6000; turn += 1) {
        const key = random.int(0, 2500);
        if (random.chance(0.4)) {
          index.remove(key);
          held.delete(key);
        } else {
          const text = generatedText(random, 60);
          index.add(key, fingerprintOf(text));
          held.set(key, text);
        }
      }
      expect(index.size).toBe(held.size);
      for (const [key, text] of held) expect(keysOf(index, text)[0]).toBe(key);
      const keys = new Set([...held.values()].flatMap((text) => keysOf(index, text)));
      expect([...keys].every((key) => held.has(key))).toBe(true);
    },
    PATIENCE,
  );

  it(
    'meets pairs of a similarity from 0.85 on in 99 of 100 cases or more',
    () => {
      const random = new Random(5);
      let pairs = 0;
      let found = 0;
      while (pairs < 2000) {
        const text = generatedText(random, random.pick([80, 200, 600]));
        const other = misread(random, text, random.next() * 0.02);
        const value = similarity(text, other);
        if (value < 0.85) continue;
        pairs += 1;
        const index = new SimilarIndex();
        index.add(1, fingerprintOf(text));
        found += keysOf(index, other).length;
      }
      expect(found / pairs).toBeGreaterThanOrEqual(0.99);
    },
    PATIENCE,
  );

  it(
    'compares few of twenty thousand texts, not all with all',
    () => {
      const random = new Random(6);
      const index = new SimilarIndex();
      const truePairs = 2000;
      let candidates = 0;
      for (let key = 0; key < 20_000 - truePairs; key += 1) {
        const text = generatedText(random, 250);
        const fingerprint = fingerprintOf(text);
        candidates += index.candidates(fingerprint).length;
        index.add(key, fingerprint);
        if (key >= truePairs) continue;
        const copy = fingerprintOf(misread(random, text, 0.005));
        candidates += index.candidates(copy).length;
        index.add(100_000 + key, copy);
      }
      expect(index.size).toBe(20_000);
      expect(candidates).toBeGreaterThanOrEqual(truePairs * 0.99);
      expect(candidates).toBeLessThan(truePairs * 1.1);
      // All with all would be two hundred million.
      expect(index.compared).toBeLessThan(20_000 * 10);
    },
    PATIENCE,
  );

  it(
    'does not compare all with all when thousands are the same or nearly so',
    () => {
      const random = new Random(7);
      const form = generatedText(random, 150);
      const index = new SimilarIndex();
      for (let key = 0; key < 20_000; key += 1) {
        const fingerprint = fingerprintOf(key % 2 === 0 ? form : `${form}${key % 40}`);
        if (key % 100 === 0)
          expect(index.candidates(fingerprint, 50).length).toBeLessThanOrEqual(50);
        index.add(key, fingerprint);
      }
      expect(index.compared).toBeLessThan(20_000);
    },
    PATIENCE,
  );
});
